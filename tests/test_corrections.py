"""The public corrections: a history of commits beside what the pages say of it."""

import random
import re
from datetime import date
from pathlib import Path

import pytest
from example_pages import ROOT
from markupsafe import Markup
from repository import ENTRY, MEETING, RECORD, TERMS, change, commit, git, minutes, write

from macros.pages import Page, corrections
from macros.pages.changed_words import before_and_after, pieces
from macros.register import Hidden, Known, Register
from macros.site import open_register

REMOVED = "changes:\n  - {date: 2022-06-01, note: A private name was taken out., removed: true}\n"


def begin(folder: Path, **more: str) -> Path:
    folder.mkdir(exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder, {**RECORD, **more})
    commit(folder)
    return folder


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A repository with a record of which everything is published."""
    return begin(tmp_path / "office")


def step(folder: Path, name: str, *replacements: tuple[str, str], also: str = "") -> None:
    """A commit that replaces texts of a file and adds one at its end."""
    change(folder, name, *replacements)
    if also:
        (folder / name).write_text((folder / name).read_text() + also)
    commit(folder)


def found(folder: Path) -> list[str]:
    """The corrections in a line each: the entry, or none, and what was changed."""
    return [
        f"{' '.join(note.note for note in one.notes) or '-'} | "
        + "; ".join(f"{each.where}: {each.before} → {each.after}" for each in one.differences)
        for one in open_register(folder).corrections
    ]


def page_of(register: Register) -> str:
    return corrections(Page(register, "corrections/"))


def test_what_was_published_and_changed_is_a_correction_with_its_reason(office: Path) -> None:
    step(office, MEETING, ("minutes: Hello", "minutes: Hello all"), also=ENTRY)
    assert found(office) == ["Invented reason. | Agenda item 1, Minutes: Hello → Hello all"]


def test_a_draft_that_grows_its_publication_and_its_approval_are_no_corrections(tmp_path: Path) -> None:
    office = begin(tmp_path / "office", **{MEETING: "date: 2022-03-21\nstatus: draft\nattendees: [KS]\n"})
    step(office, MEETING, also="apologies: none\n")
    step(office, MEETING, ("status: draft", "status: published\npublished: 2022-04-01"))
    step(office, MEETING, ("status: published", "status: approved\napproved: 2022-05-01"))
    assert found(office) == []
    step(office, MEETING, ("status: approved\napproved: 2022-05-01", "status: draft"), ("published: 2022-04-01\n", ""))
    assert found(office) == [
        "- | Status: approved → draft; Published: 1 April 2022 → None; Approved: 1 May 2022 → None"
    ]
    step(office, MEETING, ("[KS]", "[KS, IO]"))
    assert len(found(office)) == 2  # what was public once is corrected, whatever its status is


def test_the_form_of_a_file_may_change_and_a_form_that_cannot_be_read_is_passed_over(office: Path) -> None:
    step(office, MEETING, ("attendees: [KS]", "attendees: KS"), ("  - number: 1\n", "  - number: '1'\n"))
    assert found(office) == []
    step(office, MEETING, ("title: Welcome", "titel: Welcome"))
    step(office, MEETING, ("titel: Welcome", "title: Greeting"))
    assert found(office) == ["- | Agenda item 1, Title: Welcome → Greeting"]
    assert open_register(office).versions.unread == {MEETING: 1}


def test_a_merge_counts_once_and_its_own_steps_do_not(office: Path) -> None:
    git(office, "switch", "--quiet", "--create", "proposal")
    step(office, MEETING, ("Hello", "Helo"))
    step(office, MEETING, ("Helo", "Good day"), also=ENTRY)
    git(office, "switch", "--quiet", "main")
    git(office, "merge", "--quiet", "--no-ff", "--message", "Merge", "proposal")
    assert found(office) == ["Invented reason. | Agenda item 1, Minutes: Hello → Good day"]


def test_a_renamed_file_keeps_its_corrections(office: Path) -> None:
    step(office, MEETING, ("Hello", "Good day"), also=ENTRY)
    new = MEETING.replace("21", "22")
    (office / MEETING).rename(office / new)
    write(office, {"data/redirects.yml": "redirects:\n  /meetings/2022-03-21/: /meetings/2022-03-22/\n"})
    step(office, new, ("date: 2022-03-21", "date: 2022-03-22"))
    assert found(office) == [
        "- | Date: 21 March 2022 → 22 March 2022",  # on the day of the commit
        "Invented reason. | Agenda item 1, Minutes: Hello → Good day",
    ]


def test_files_that_grow_are_corrected_only_where_they_say_so(office: Path) -> None:
    step(office, "data/people.yml", ("name: Kim Sand", "name: Kim Sands"))
    assert found(office) == []
    step(office, "data/people.yml", ("organisations:", "  AB:\n    name: New\norganisations:"), ("Sands", "Sande"),
         also=ENTRY)  # fmt: skip
    assert found(office) == ["Invented reason. | People, KS, Name: Kim Sands → Kim Sande"]
    step(office, TERMS, ("To advise", "To advise and warn"), ("adopted", f"{ENTRY}adopted"))
    assert found(office)[0] == "Invented reason. | Text: # Purpose\n\nTo advise. → # Purpose\n\nTo advise and warn."


def test_where_the_history_is_missing_the_reasons_stand_and_the_page_says_so(office: Path, tmp_path: Path) -> None:
    step(office, MEETING, ("Hello", "Good day"), also=ENTRY)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{office}", "shallow")
    write(tmp_path / "zip", {name: (office / name).read_text() for name in RECORD})
    for folder, known, said in (
        (tmp_path / "shallow", Known.PART, "with only a part of the history of its files"),
        (tmp_path / "zip", Known.NOTHING, "without the history of its files"),
    ):
        register = open_register(folder)
        assert (register.versions.known, found(folder)) == (known, ["Invented reason. | "])
        assert said in page_of(register)
    assert "history" not in page_of(open_register(office))


def test_what_was_removed_as_personal_data_is_shown_nowhere(office: Path) -> None:
    step(office, MEETING, ("Hello", "Nora Quil spoke"))  # before the removal, in other words
    step(office, MEETING, ("Nora Quil spoke", "Nora Quill of 12 Quay Street spoke"))
    step(office, MEETING, ("Nora Quill of 12 Quay Street", "Somebody"), also=REMOVED)
    step(office, MEETING, ("title: Welcome", "title: Greeting"))
    register = open_register(office)
    hidden = [(bool(one.differences), one.hidden) for one in register.corrections]
    assert sorted(hidden, key=str) == [
        (False, Hidden.LATER), (False, Hidden.LATER), (False, Hidden.REMOVED), (True, None),
    ]  # fmt: skip
    page = page_of(register)
    assert not re.search("Nora|Quil|Quay", page)
    assert "A private name was taken out." in page
    assert "/commit/" not in page


def test_a_removal_that_is_not_committed_yet_and_one_that_was_taken_back_hide_as_much(office: Path) -> None:
    step(office, MEETING, ("Hello", "Nora Quill spoke"))
    step(office, MEETING, ("Nora Quill spoke", "Somebody spoke"))
    assert "Nora" in page_of(open_register(office))
    (office / MEETING).write_text((office / MEETING).read_text() + REMOVED)
    assert "Nora" not in page_of(open_register(office))
    commit(office)
    step(office, MEETING, (", removed: true", ""))
    assert "Nora" not in page_of(open_register(office))


def test_every_entry_of_the_files_stands_in_one_correction(office: Path) -> None:
    step(office, MEETING, ("Hello", "Good day"), also=ENTRY)
    step(office, MEETING, also="  - {date: 2022-06-01, note: Invented reason.}\n  - {date: 2022-06-03, note: Alone.}\n")
    notes = [note for one in open_register(office).corrections for note in one.notes]
    assert [(note.date, note.note) for note in notes] == [
        (date(2022, 6, 3), "Alone."), (date(2022, 6, 1), "Invented reason."), (date(2022, 6, 1), "Invented reason."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("the red lamps", "the green lamps", ("the [red] lamps", "the [green] lamps")),
        ("", "new", ("", "[new]")),
        ("a b c", "a c", ("a [b ]c", "a c")),
        ("<b>&", "<script>", ("[&lt;b&gt;&amp;]", "[&lt;script&gt;]")),
        (f"x {'same ' * 60}old", f"y {'same ' * 60}new", None),
    ],
)
def test_words_are_marked_one_by_one(before: str, after: str, marked: tuple[str, str] | None) -> None:
    said = tuple(_brackets(text) for text in before_and_after(before, after))
    if marked:
        assert said == marked
    else:
        assert all(text.count(" … ") == 1 and text.count("same") == 24 for text in said), said


def _brackets(text: Markup) -> str:
    visible = re.sub(r'<span class="visually-hidden">.*?</span>', "", str(text))
    return re.sub(r"<(del|ins)>(.*?)</\1>", r"[\2]", visible)


def test_the_pieces_are_the_texts_and_what_is_unmarked_is_the_same_in_both() -> None:
    rnd = random.Random(17)
    for _round in range(300):
        before, after = (" ".join(rnd.choices("abc", k=rnd.randrange(12))) for _side in range(2))
        old, new = pieces(before, after)
        assert ("".join(text for text, _ in old), "".join(text for text, _ in new)) == (before, after)
        same = ["".join(text for text, differs in side if not differs) for side in (old, new)]
        assert same[0] == same[1]


def previewed(folder: Path) -> str:
    (folder / "docs").mkdir()
    (folder / "docs/stylesheets").symlink_to(ROOT / "docs/stylesheets")
    assert minutes(folder, "preview", "--base", "main", "--out", "new.html").exit_code == 0
    return (folder / "new.html").read_text(encoding="utf-8")


def test_what_a_proposal_said_for_a_while_is_no_correction_and_is_in_no_preview(office: Path) -> None:
    git(office, "checkout", "--quiet", "-b", "proposal")
    step(office, MEETING, ("minutes: Hello", "minutes: Hello from Nora"))
    step(office, MEETING, ("minutes: Hello from Nora", "minutes: Hello all"), also=ENTRY)
    said = previewed(office)
    assert "Nora" not in said
    assert "Invented reason." in said
    assert "<ins>" in said  # against what is published

    git(office, "checkout", "--quiet", "main")
    git(office, "merge", "--quiet", "--no-ff", "-m", "Merge", "proposal")
    assert found(office) == ["Invented reason. | Agenda item 1, Minutes: Hello → Hello all"]


def test_a_version_with_personal_data_of_a_known_form_is_never_shown(office: Path) -> None:
    """Such as one that the check refused, of a proposal that the host merged with all its commits in a line."""
    step(office, MEETING, ("minutes: Hello", "minutes: Nora rang on 07700 900431"))
    step(office, MEETING, ("minutes: Nora rang on 07700 900431", "minutes: Hello all"), also=ENTRY)
    assert found(office) == ["Invented reason. | Agenda item 1, Minutes: Hello → Hello all"]
    assert "Nora" not in page_of(open_register(office))


def test_corrections_of_one_day_stand_with_the_latest_first(office: Path) -> None:
    another = ENTRY.partition("\n")[2].replace("Invented reason.", "Another reason.")
    step(office, MEETING, ("minutes: Hello", "minutes: Hello all"), also=ENTRY)
    step(office, MEETING, ("minutes: Hello all", "minutes: Hello all of you"), also=another)
    assert [line.partition(" |")[0] for line in found(office)] == ["Another reason.", "Invented reason."]
