"""People without initials, and attendance as real minutes print it: the record beside what is made of it."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.office.paper.content import paper_of
from macros.pages import Page, meeting, owner
from macros.pages.preparing import by_owner
from macros.record.models import Meeting, Owners, People
from macros.record.problems import Unpublishable
from macros.register import Initials, Register, addresses, present_at
from macros.register.attendance import named_first
from macros.register.differences import differences
from macros.rules.loading import load

DAY = "2025-06-12"
GROUP = """\
name: Invented Parish Council
short_name: Parish
publisher: IPC
licence: {name: Invented Licence, url: "https://licence.example/"}
contact: clerk@parish.example
"""
PEOPLE = """\
people:
  AB: {name: Ann Bee}
  CD: {name: Cee Dee}
  EF: {name: Eve Eff}
  Jane Smith:
organisations:
  IPC: {name: Invented Parish Council}
"""


@pytest.fixture
def parish(tmp_path: Path):
    """Reads a meeting, given in YAML, with a file of people."""

    def read_it(keys: str = "", people: str = PEOPLE) -> Register:
        (tmp_path / "data/meetings").mkdir(parents=True, exist_ok=True)
        (tmp_path / "data/group.yml").write_text(GROUP, encoding="utf-8")
        (tmp_path / "data/people.yml").write_text(people, encoding="utf-8")
        text = f"date: {DAY}\nstatus: draft\nagenda: [{{title: Welcome}}]\n{dedent(keys)}"
        (tmp_path / f"data/meetings/{DAY}.yml").write_text(text, encoding="utf-8")
        return load(tmp_path)

    return read_it


def told(register: Register) -> list[str]:
    """The warnings and notes, without those of a record without an accessibility statement."""
    return [f"{p.severity.word}: {p.message}" for p in register.archive.problems if "statement" not in p.message]


@pytest.mark.parametrize(
    ("key", "entry", "address", "listed"),
    [
        ("AB", "{name: Ann Bee}", "ab", "AB: Ann Bee"),
        ("AB", "{name: Ann Bee, not_printed: true}", "ab", "Ann Bee"),
        ("AB", "{}", "ab", "AB: Name not recorded"),
        ("Ann Bee", "", "ann-bee", "Ann Bee"),
        ("Ann Bee", "{}", "ann-bee", "Ann Bee"),
        ("Ann Bee", "{name: Ann Ant}", "ann-bee", "Ann Bee: Ann Ant"),
        ("Seán Ó Súilleabháin", "", "seán-ó-súilleabháin", "Seán Ó Súilleabháin"),
        ("'O''Neil, J. (Jr.)'", "", "o-neil-j-jr", "O'Neil, J. (Jr.)"),
        ("مريم الكعبي", "", "مريم-الكعبي", "مريم الكعبي"),
    ],
)
def test_a_person_is_called_by_what_is_printed(parish, key: str, entry: str, address: str, listed: str) -> None:
    register = parish(people=PEOPLE.replace("  AB: {name: Ann Bee}", f"  {key}: {entry}"))
    [found] = [one for one in register.archive.people.people if one not in ("CD", "EF", "Jane Smith")]
    assert addresses.owner(found) == f"people/{address}/"
    assert Page(register, "").who(found).listed == listed


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ("people:\n  '??': {name: A}\n",
         "2:3: '??' names nobody; expected initials like EF, or a name of at most 80 letters"),
        ("people:\n  AB: {not_printed: true}\n",
         "2:7: neither a name nor printed initials are given, so no page could show who this is; add 'name:'"),
        ("people:\n  ann bee: {}\n  Ann Bee: {}\n",
         "3:12: 'Ann Bee' and 'ann bee' would have the same address; rename one"),
        ("organisations:\n  Home Office: {nmae: x}\n",
         "2:17: 'nmae' is not a known key; did you mean 'name'?"),
    ],
)  # fmt: skip
def test_who_cannot_be_placed_is_an_error(parish, people: str, message: str) -> None:
    with pytest.raises(Unpublishable) as found:
        parish(people=people)
    assert f"data/people.yml:{message}" in list(map(str, found.value.problems))


@pytest.mark.parametrize(
    ("part", "key", "listed"),
    [
        ("people", "Amira", "Amira"), ("people", "O'Brien", "O'Brien"), ("people", "McKay", "McKay"),
        ("people", "Anne-Marie", "Anne-Marie"), ("people", "jsmith", "jsmith"), ("people", "田中", "田中"),
        ("people", "ZZ", "ZZ: Name not recorded"), ("people", "TfL", "TfL: Name not recorded"),
        ("people", "PhD", "PhD: Name not recorded"), ("people", "KS2", "KS2: Name not recorded"),
        ("people", "Ed", "Ed: Name not recorded"), ("posts", "Clerk", "Clerk"), ("posts", "RFO", "RFO"),
        ("organisations", "Harbour Trust", "Harbour Trust"), ("organisations", "BIS", "BIS"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("behind", ["", " {}", " {note: As the minutes print it.}"])
def test_whoever_has_a_key_has_an_entry(parish, part: str, key: str, listed: str, behind: str) -> None:
    apart = PEOPLE.replace("people:", f"people:\n  {key}:{behind}") if part == "people" else PEOPLE
    apart = apart.replace("organisations:", f"organisations:\n  {key}:{behind}") if part == "organisations" else apart
    register = parish(people=apart + (f"posts:\n  {key}:{behind}\n" if part == "posts" else ""))
    assert key in getattr(register.archive.people, part)
    assert Page(register, "").who(key).listed == listed


def test_a_name_alone_is_linked_and_a_word_beside_it_is_not(parish) -> None:
    people = PEOPLE.replace("people:", "people:\n  Amira:")
    register = parish("actions: [{id: A1, action: Go, owner: Amira}, {id: A2, action: Go, owner: Amira Stone}]", people)
    assert [action.owner.keys for action in register.actions.values()] == [("Amira",), ()]
    assert "Amira" not in register.archive.people.initials


@pytest.mark.parametrize("printed", ["Annie", "[Annie]", "[{printed: Annie}]", "[{printed: Annie, since: 2020-01-01}]"])
def test_another_printed_name_may_be_a_text(parish, printed: str) -> None:
    people = PEOPLE.replace("{name: Ann Bee}", f"{{name: Ann Bee, printed_as: {printed}}}")
    register = parish("actions: [{id: A1, action: Go, owner: Annie}]", people)
    assert register.actions["A1"].owner.meant == ("AB",)
    assert "Also printed as Annie" in re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", owner(Page(register, ""), "AB")))


CALLED = People.model_validate({
    "people": {"AB": {"name": "Ann Bee"}, "CD": {"name": "Cee Dee"}, "EF": {"name": "Eve Eff"}, "Jane Smith": {}},
    "organisations": {"IPC": {"name": "Invented Parish Council"}},
})  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "came"),
    [
        ("AB", "AB"), ("Ann Bee", "AB"), ("Cllr Ann Bee", "AB"), ("Rt. Hon. Ann Bee (Chair)", "AB"),
        ("CD for EF", "CD"), ("CD (for EF)", "CD"), ("CD (deputy for EF), AB", "CD AB"), ("CD on behalf of EF", "CD"),
        ("CD, representing EF", "CD"), ("CD for EF and AB", "CD"), ("CD, deputising for EF and AB", "CD"),
        ("SS (items 1-3)", ""), ("EF (items 1-3)", "EF"), ("EF (from 10:30, with AB)", "EF"),
        ("AB and CD", "AB CD"), ("AB / CD", "AB CD"), ("AB, CD; EF", "AB CD EF"), ("AB CD", "AB CD"),
        ("AB, Mrs Jane Smith", "AB Jane Smith"), ("AB, Clerk to EF", "AB"),
        ("Deputy for AB", ""), ("Representative of Jane Smith", ""), ("3 members of the public", ""), ("??", ""),
        ("a friend of AB, CD", ""), ("(AB)", ""), ("Somebody (AB)", ""),
    ],
)  # fmt: skip
def test_who_came_is_only_who_the_words_say_came(printed: str, came: str) -> None:
    meant = Initials(CALLED).meant(Owners(printed, ()), Meeting(date="2025-06-12", status="draft").date)
    assert " ".join(named_first(meant)) == came
    assert "".join(before + word for before, word in meant.pieces) + meant.rest == printed


KEYS = {"AB": "AB", "CD": "CD", "EF": "EF", "Jane Smith": "Jane Smith", "Cllr Ann Bee": "AB", "Dr. Cee Dee": "CD"}
somebody = st.sampled_from(list(KEYS))
more = st.one_of(
    st.just(""),
    st.builds("{}{}".format, st.sampled_from([" for ", " (for ", " on behalf of ", ", deputy for "]), somebody),
    st.sampled_from([" (items 1-3)", " (by telephone)", " from 10:30", ": left early"]),
).map(lambda words: words + ")" if words.startswith(" (for") else words)


@settings(max_examples=500)
@given(st.lists(st.tuples(somebody, more), min_size=1, max_size=6))
def test_whoever_is_listed_first_in_an_entry_came_and_nobody_else(entries: list[tuple[str, str]]) -> None:
    record = Meeting.model_validate({
        "date": DAY, "status": "draft", "attendees": ["".join(entry) for entry in entries],
        "attendance": [{"present": ["".join(entry) for entry in entries]}],
    })  # fmt: skip
    listed = [one.who for one in present_at(record, Initials(CALLED))]
    assert listed == [(KEYS[who],) for who, _more in entries] * 2


@pytest.mark.parametrize(
    ("keys", "problems"),
    [
        ("attendees: [AB, CD for EF, EF (items 1-3), 3 members of the public]\n", []),
        ("attendees: [CD for AB]\napologies: [AB]\nchair: CD\n", []),
        ("attendees: [AB (from item 3)]\napologies: [AB]\n", []),
        ("attendees: [CD]\napologies: [CD (for lateness)]\n", []),
        ("attendees: [AB]\napologies: [AB]\n", ["warning: 'AB' is among the apologies and among the attendees"]),
        ("attendance: [{present: [AB]}, {apologies: [Ann Bee]}]\n",
         ["warning: 'Ann Bee' is among the apologies and among the attendees"]),
        ("attendance: [{present: [{name: CD, deputy_for: AB}], apologies: [AB]}]\n", []),
        ("chair: AB\nattendees: [CD]\n", ["warning: 'AB' is recorded as the chair but not among the attendees"]),
        ("chair: AB\nattendance: [{present: [CD]}]\n",
         ["warning: 'AB' is recorded as the chair but not among the attendees"]),
        ("chair: AB\nattendance: [{present: [CD]}, {group: Staff, present: [Ann Bee]}]\n", []),
        ("chair: AB\nattendance: [{present: [CD, The Mayor]}]\n", []),
        ("chair: Cllr Nobody\nattendees: [CD]\n", []),
        ("attendance: [{present: [AX, Some Body, NHS England]}]\n",
         ["note: 'AX' in the list of attendance is not in data/people.yml; did you mean 'AB'?"]),
        ("attendance: [{present: [Cee Dee]}]\nattendees: [Some Body]\napologies: Another Body, 2 others\n", []),
    ],
)  # fmt: skip
def test_only_what_contradicts_itself_is_warned_of(parish, keys: str, problems: list[str]) -> None:
    assert told(parish(keys)) == problems


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("attendance: [{present: [{role: Chair}]}]\n", "4:25: the key 'name' is missing"),
        ("attendance: [{present: [{name: AB, rol: x}]}]\n", "4:36: 'rol' is not a known key; did you mean 'role'?"),
    ],
)
def test_what_cannot_be_read_is_an_error(parish, keys: str, message: str) -> None:
    with pytest.raises(Unpublishable) as found:
        parish(keys)
    assert f"data/meetings/{DAY}.yml:{message}" in list(map(str, found.value.problems))


@pytest.mark.parametrize(("keys", "column"), [("attendees: [AB, CX]\n", 17), ("attendees: AB, CX\n", 16)])
def test_initials_of_nobody_known_are_asked_about_and_shown_as_printed(parish, keys: str, column: int) -> None:
    register = parish(keys)
    said = "attendee 'CX' is not in data/people.yml; did you mean 'CD'? (or acknowledge 'unknown attendee CX')"
    assert f"data/meetings/{DAY}.yml:4:{column}: warning: {said}" in list(map(str, register.archive.problems))
    assert "<li>CX</li>" in meeting(Page(register, f"meetings/{DAY}/"), DAY)


def test_a_text_and_a_list_say_the_same(parish) -> None:
    pages = [
        meeting(Page(parish(keys), f"meetings/{DAY}/"), DAY)
        for keys in (
            "attendees: [AB, 'CD (items 1, 2)', Jane Smith]\nattendance: [{present: [AB, '2, 3']}]\n",
            "attendees: AB, CD (items 1, 2), Jane Smith\nattendance: [{present: 'AB; 2, 3'}]\n",
        )
    ]
    assert pages[0] == pages[1]
    assert re.findall(r"<li><a[^>]*people[^>]*>(.*?)<", pages[0]) == ["Ann Bee", "CD", "Jane Smith"]


@settings(max_examples=500)
@given(st.text(st.sampled_from("aB,;()\n ")).filter(str.strip))
def test_no_letter_of_a_list_is_lost(typed: str) -> None:
    attendees = Meeting.model_validate({"date": DAY, "status": "draft", "attendees": typed}).attendees
    assert attendees is not None
    assert "".join(attendees.each).translate(LETTERS) == typed.translate(LETTERS)


LETTERS = str.maketrans("", "", ",;\n ")


def test_the_paper_has_the_offices(parish) -> None:
    register = parish("chair: AB\nvice_chair: Jane Smith\nsecretary: The Clerk\nquorum: 2 of 4\n")
    facts = dict(paper_of(register, DAY).facts)
    offices = ("Chair", "Vice-chair", "Secretary", "Quorum")
    assert [facts[name] for name in offices] == ["Ann Bee (AB)", "Jane Smith", "The Clerk", "2 of 4"]
    assert not {"Vice-chair", "Secretary", "Quorum"} & dict(paper_of(parish(), DAY).facts).keys()


def test_a_change_of_attendance_is_told(parish) -> None:
    before = parish("attendance: [{group: Members, present: [AB, CD]}]\n").archive.meetings[DAY]
    after = parish("attendance: [{group: Members, present: [{name: AB, part: item 1}], apologies: [CD]}]\n")
    found = [(one.where, one.before, one.after) for one in differences(before, after.archive.meetings[DAY])]
    assert found == [
        ("Attendance “Members”, Present, AB, Part attended", None, "item 1"),
        ("Attendance “Members”, Present, CD, Name", "CD", None),
        ("Attendance “Members”, Apologies, CD, Name", None, "CD"),
    ]


VARIANTS = """\
people:
  AB: {name: Ann Bee, printed_as: [Ann, Ann Bees], roles: [{title: Chair}]}
  CD: {name: Cee Dee, roles: [{title: Secretary, organisation: IPC}]}
  AB McKay:
organisations:
  IPC: {name: Invented Parish Council}
posts:
  Clerk: {name: the Clerk}
  Chairman:
"""


def words(markup: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", markup))


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("chair: AB", "Chair Ann Bee (AB) Other facts"),
        ("chair: Ann Bee", "Chair Ann Bee Other facts"),
        ("chair: Ann Bees", "Chair Ann Bees Other facts"),
        ("vice_chair: Ann Bees", "Vice-chair Ann Bees, Chair Other facts"),
        ("secretary: CD", "Secretary Cee Dee (CD), Invented Parish Council Other facts"),
        ("chair: Chairman", "Chair Chairman Other facts"),
        ("chair: the Chairman", "Chair the Chairman Other facts"),
        ("chair: AB\nattendees: Ann Bees, CD",
         "Present Ann Bees, chair; Cee Dee (CD), Secretary, Invented Parish Council Chair"),
        ("chair: AB\nattendees: CD\napologies: Ann", "Apologies Ann, Chair Chair Ann Bee (AB)"),
    ],
)  # fmt: skip
def test_a_printed_name_is_shown_as_printed_and_no_role_twice(parish, keys: str, shown: str) -> None:
    written = meeting(Page(parish(keys, VARIANTS), f"meetings/{DAY}/"), DAY)
    assert shown in re.sub(r"## (.*?) \{#[^}]*\}", r"\1", words(written))
    assert 'title="Ann Bee' in written or "people/" in written


@pytest.mark.parametrize(
    ("keys", "notes"),
    [
        ("chair: Ann Bee", []), ("chair: Ann Bees", []), ("chair: Ann", []), ("chair: Cllr Ann Bee", []),
        ("chair: Ann Bee and CD", []),
        ("chair: Ann Stone",
         ["warning: chair 'Ann Stone' may name 'Ann' of data/people.yml, so the page shows it without a link"]),
        ("attendees: [AB McKay, CD]", []), ("attendance: [{present: [AB McKay, Ann Bee]}]", []),
        ("actions: [{id: A1, action: Go, owner: Ann Bees}, {id: A2, action: Go, owner: AB McKay}]", []),
        ("actions: [{id: A1, action: Go, owner: AB / PC Reps}]",
         ["note: 'PC' in the owner 'PC Reps' is not in data/people.yml; the site shows it as printed, and links it to "
          "nobody"]),
        ("actions: [{id: A1, action: Go, owner: AB / PC}]",
         ["note: owner 'PC' is not in data/people.yml; the site shows it as printed, and links it to nobody"]),
    ],
)  # fmt: skip
def test_a_name_that_is_linked_is_not_said_to_be_unknown(parish, keys: str, notes: list[str]) -> None:
    assert [note for note in told(parish(keys, VARIANTS)) if "chair" in note or "people.yml" in note] == notes


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("the Clerk", "Clerk"), ("The Clerk", "Clerk"), ("Clerk", "Clerk"), ("clerk", "Clerk"),
        ("the Chairman and Clerk", "Chairman Clerk"), ("The Clerk to the council", "Clerk"),
        ("AB, the clerk", "AB Clerk"),
        ("the invented Parish Council", "IPC"), ("The IPC", "IPC"),
        ("Town Clerk", ""), ("the Town Clerk", ""), ("the Clerk of Works", ""), ("iPC", ""), ("ann", ""),
    ],
)  # fmt: skip
def test_posts_and_organisations_are_known_with_an_article(parish, printed: str, meant: str) -> None:
    found = parish(people=VARIANTS).meant(Owners(printed, ()))
    assert " ".join(found.meant) == meant
    assert found.text == printed


def test_owners_who_differ_by_an_article_stand_under_one_heading(parish) -> None:
    register = parish("""\
        actions:
          - {id: A1, action: Go, owner: the Clerk}
          - {id: A2, action: Go, owner: The Clerk}
          - {id: A3, action: Go, owner: The members}
          - {id: A4, action: Go, owner: the members}
        """, VARIANTS)  # fmt: skip
    assert [(who.text, len(actions)) for who, actions in by_owner(list(register.open))] == [
        ("the Clerk", 2), ("The members", 2),
    ]  # fmt: skip


def test_the_page_of_somebody_without_actions_says_that_none_is_recorded(parish) -> None:
    register = parish("actions: [{id: A1, action: Go, owner: AB}]", VARIANTS)
    assert "No action is recorded under this name." in owner(Page(register, "people/cd/"), "CD")
    assert "No open action" not in owner(Page(register, "people/cd/"), "CD")
    assert "closed" not in owner(Page(register, "people/ab/"), "AB")


@pytest.mark.parametrize(
    ("keys", "noted"),
    [
        ("attendees: Cllr Stone, Mrs Brook", ["Cllr Stone", "Mrs Brook"]),
        ("attendance: [{present: [Cllr. Stone, Cllr Stone]}]", ["Cllr. Stone", "Cllr Stone"]),
        ("decisions: [{decision: Dig., proposer: Dr Stone, seconder: Dr Stone}]", ["Dr Stone"]),
        ("attendees: Ada Stone, Stone, Old Stone, Mr Brook, Mrs Twin, Cllr Mrs A Brook, Mrs Jones", []),
    ],
)  # fmt: skip
def test_a_title_and_a_family_name_may_be_somebody_on_record(parish, keys: str, noted: list[str]) -> None:
    people = PEOPLE.replace("people:", "people:\n  Ada Stone:\n  Cllr Mrs A Brook:\n  Mr A Twin:\n  Mrs A Twin:")
    notes = [note for note in told(parish(keys, people)) if "family name" in note]
    assert [note.split("'")[1] for note in notes] == noted


@pytest.mark.parametrize("words", ["CD (apologies)", "CD - absent", "CD (sent apologies)", "CD: regrets"])
def test_who_is_said_not_to_have_come_is_not_counted(parish, words: str) -> None:
    register = parish(f"attendees: [AB, '{words}']\n")
    assert register.attended == {"AB": (DAY,)}


def test_only_who_chaired_is_called_the_chair(parish) -> None:
    page = meeting(Page(parish("chair: CD for AB\nattendees: [AB, CD]\n"), f"meetings/{DAY}/"), DAY)
    assert [words(line).strip() for line in page.splitlines() if ", chair" in line] == ["Cee Dee (CD), chair"]
