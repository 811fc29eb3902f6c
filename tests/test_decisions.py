"""Decisions, and items of the agenda as real minutes print them: within others, beside the agenda, in private."""

import re
from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from macros.pages import Page, expected_values, meeting
from macros.pages.prose import short_prose, text_of_short_prose
from macros.pages.search_records import Kind, search_records
from macros.record.placing import pieces
from macros.record.problems import Unpublishable
from macros.register import Register, placed_items
from macros.review.promises import public_addresses_lead_somewhere
from macros.review.references import references_keep_their_words
from macros.rules import links_lead_to_pages
from macros.rules.decisions import placed_decisions_exist
from macros.rules.loading import load

GROUP = """\
name: Invented Parish Council
short_name: Parish
publisher: IPC
licence: {name: Invented Licence, url: "https://licence.example/"}
"""
PEOPLE = """\
people:
  AB: {name: Ann Bee}
  CD: {name: Cee Dee}
organisations:
  IPC: {name: Invented Parish Council}
"""
JUNE, SEPTEMBER = "2025-06-12", "2025-09-18"


@pytest.fixture
def parish(tmp_path: Path):
    """Writes meetings by the day, each as the YAML below its date and status, and reads them."""

    def read(june: str, september: str = "") -> Register:
        (tmp_path / "data/meetings").mkdir(parents=True, exist_ok=True)
        (tmp_path / "data/group.yml").write_text(GROUP, encoding="utf-8")
        (tmp_path / "data/people.yml").write_text(PEOPLE, encoding="utf-8")
        for day, text in ((JUNE, june), (SEPTEMBER, september)):
            if text:
                file = tmp_path / f"data/meetings/{day}.yml"
                file.write_text(f"date: {day}\nstatus: published\n{text}\n", encoding="utf-8")
        return load(tmp_path)

    return read


def said(register: Register, stem: str, anchor: str) -> str:
    """The words of a place on a meeting's page."""
    tree = html.fromstring(f"<body>{meeting(Page(register, f'meetings/{stem}/'), stem)}</body>")
    [found] = tree.xpath(f"//*[@id='{anchor}']")
    return " ".join(found.text_content().split())


@pytest.mark.parametrize(
    ("entry", "anchor", "words"),
    [
        ("Buy a bench.", "d1", "Buy a bench. Decision 2025-06-12/d1 (this site’s reference)."),
        ("{decision: Buy a bench., id: 2025/17}", "2025-17", "Buy a bench. 2025/17."),
        ("{decision: Buy a bench., ref: bench}", "bench",
         "Buy a bench. Decision 2025-06-12/bench (this site’s reference)."),
        (
            "{id: R3, decision: Buy., result: Carried, proposer: AB, seconder: Cllr Eve Fox}", "r3",
            "Buy. R3. Result: Carried. Proposer: AB. Seconder: Cllr Eve Fox.",
        ),
        ("{id: R3, decision: Buy., votes: unanimously}", "r3", "Buy. R3. Votes: unanimously."),
        (
            "{id: R3, decision: Buy., votes: {in_favour: 5, against: [AB, CD], abstained: none}}", "r3",
            "Buy. R3. In favour: 5. Against: AB, CD. Abstained: none.",
        ),
        ("{id: R3, result: Taken as read, note: The words are missing.}", "r3",
         "R3. Result: Taken as read. Publisher’s note: The words are missing."),
        ("{id: R3, decision: \"See [the plan](https://plan.example/) and **vote**.\"}", "r3",
         "See the plan and vote. R3."),
    ],
)  # fmt: skip
def test_a_decision_stands_as_printed_under_its_item_or_under_none(parish, entry: str, anchor: str, words: str) -> None:
    for key in ("decisions:\n", "agenda:\n- title: Benches\n  decisions:\n"):
        register = parish(key + indent(f"- {entry}", "  "))
        assert said(register, JUNE, f"decision-{anchor}") == words


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Agreed", "agreed"), ("CARRIED.", "agreed"), ("Noted", "noted"), ("Received  and noted", "noted"),
        ("approved as amended", "approved"), ("Defeated", "rejected"), ("Deferred", "deferred"),
        ("Motion withdrawn", "withdrawn"), ("Sent to the moon", None),
    ],
)  # fmt: skip
def test_the_kind_of_a_result_is_known_for_usual_words_only(parish, printed: str, kind: str | None) -> None:
    [one] = parish(f"decisions:\n- {{decision: Buy., result: {printed}}}").decided.values()
    assert (one.kind.value if one.kind else None) == kind


@pytest.mark.parametrize(
    ("june", "september", "superseded"),
    [
        pytest.param("- One\n- Two", "- {decision: New, supersedes: 2025-06-12/d2}", "2025-06-12/d2", id="reference"),
        pytest.param("- {id: R1, decision: One}", "- {decision: New, supersedes: R1}", "2025-06-12/r1", id="id"),
        pytest.param("- {id: R1, decision: One}", "- {id: R1, decision: New, supersedes: R1}", "2025-06-12/r1",
                     id="an id printed again for another"),
        pytest.param("- One\n- {decision: New, supersedes: 2025-06-12/d1}", "", "2025-06-12/d1", id="same meeting"),
    ],
)  # fmt: skip
def test_a_superseded_decision_leads_to_the_one_in_its_place(parish, june, september, superseded) -> None:
    register = parish(f"decisions:\n{june}", f"decisions:\n{september}" if september else "")
    assert list(register.superseding) == [superseded]
    assert "Superseded by " in said(register, JUNE, f"decision-{superseded.partition('/')[2]}")


@pytest.mark.parametrize(
    ("june", "warning"),
    [
        ("decisions:\n- {decision: New, supersedes: R9}",
         "supersedes 'R9', which is no earlier decision on record; the site shows it as printed, and links it to "
         "nothing"),
        ("agenda:\n- {title: Roads, continues: 2025-03-06/4}",
         "continues '2025-03-06/4', which is no item on record; the site shows it as printed, and links it to nothing"),
        ("agenda:\n- title: Roads\n  items:\n  - {number: 1, title: A}\n  - {number: 1, title: B}",
         "number '1' is that of the item 'A' too; check both"),
        ("decisions:\n- 'See <b>this</b>.'", "'<b>' is HTML, and appears as typed; delete it, or leave it as text"),
    ],
)  # fmt: skip
def test_what_may_be_a_slip_is_a_warning(parish, june: str, warning: str) -> None:
    assert warning in [problem.message for problem in parish(june).archive.problems]


def test_a_removed_decision_is_a_lost_address(parish) -> None:
    before = parish("decisions:\n- One\n- {decision: Two, ref: two}")
    after = parish("decisions:\n- {decision: Two, ref: two}")
    found = [problem.message for problem in public_addresses_lead_somewhere(before, after)]
    assert [message.partition(" was")[0] for message in found] == ["the address /decisions/2025/#2025-06-12-d1"]


@pytest.mark.parametrize(
    ("key", "before", "after", "found"),
    [
        ("decisions", "- One\n- Two", "- New\n- One\n- Two", ["2025-06-12/d1 ref: d1 :5", "2025-06-12/d2 ref: d2 :6"]),
        ("decisions", "- One\n- Two", "- New\n- {decision: One, ref: d1}\n- {decision: Two, ref: d2}", []),
        ("decisions", "- One\n- Two", "- One, reworded\n- Two", []),
        ("actions", "- One\n- Two", "- New\n- One\n- Two", ["2025-06-12/1 ref: 1 :5", "2025-06-12/2 ref: 2 :6"]),
        ("actions", "- One\n- Two", "- New\n- {action: One, ref: 1}\n- {action: Two, ref: 2}", []),
        ("actions", "- {id: A1, action: One}", "- New\n- {id: A1, action: One}", []),
    ],
)  # fmt: skip
def test_an_inserted_entry_does_not_silently_move_an_address(parish, key, before, after, found) -> None:
    first, second = parish(f"{key}:\n{before}"), parish(f"{key}:\n{after}")
    problems = references_keep_their_words(first, second)
    said = [(re.findall(r"'(.*?)'", problem.message), problem.place.line) for problem in problems]
    assert [f"{name} {ref} :{line}" for (name, ref), line in said] == found


AGENDA = """\
agenda:
- {number: 1, title: Roads, minutes: All roads.}
- number: 2
  title: Money
  items:
  - number: (a)
    title: Grants
    lead: AB
    items: [{number: i, title: Hall, minutes: The hall.}]
  - {number: (b), title: Loans, private: true, reason: It is confidential.}
- {number: 3, title: Trees, items: [{number: (a), title: Oak}, {title: Elm}]}
- {title: A letter, on_agenda: false}
"""


def test_items_within_items_have_addresses_that_depend_on_those_around_them_only(parish) -> None:
    register = parish(AGENDA)
    names = {one.name: one.called for one in placed_items(register.archive.meetings[JUNE].agenda)}
    assert names == {
        "1": "1", "2": "2", "2-a": "2 (a)", "2-a-i": "2 (a) i", "2-b": "2 (b)", "3": "3", "3-a": "3 (a)",
        "3-elm": "Elm", "a-letter": "A letter",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("agenda-2-a-i", "i. Hall The hall."),
        ("minutes-2-a-i", "i. Hall The hall."),
        ("minutes-2", "2. Money"),
        ("agenda-2-b", "(b) Loans Taken in private. Reason: It is confidential."),
        ("agenda-a-letter", "A letter Not on the agenda."),
    ],
)
def test_items_within_items_stand_in_their_place(parish, anchor: str, words: str) -> None:
    assert said(parish(AGENDA), JUNE, anchor) == words


@pytest.mark.parametrize(
    ("named", "anchor"),
    [
        ("2 (a)", "2-a"),
        ("2a", "2-a"),
        ("2(a)(i)", "2-a-i"),
        ("i", "2-a-i"),
        ("Elm", "3-elm"),
        ("(b)", "2-b"),
        ("1.", "1"),
    ],
)
def test_an_item_is_found_by_what_documents_call_it(parish, named: str, anchor: str) -> None:
    register = parish(
        AGENDA + f"actions:\n- {{action: Do it, item: {named}}}\n",
        f"agenda:\n- {{title: Again, continues: {JUNE}/{named}}}",
    )
    page = meeting(Page(register, f"meetings/{SEPTEMBER}/"), SEPTEMBER)
    assert f'href="../{JUNE}/#agenda-{anchor}"' in page
    assert f'href="#agenda-{anchor}"' in meeting(Page(register, f"meetings/{JUNE}/"), JUNE)


def test_the_search_finds_decisions_as_a_kind_of_their_own(parish) -> None:
    register = parish(
        "agenda:\n- number: 5\n  title: Benches\n  decisions:\n  - {decision: Buy *one*., result: Carried}"
    )
    [one] = [found for found in search_records(register, {}) if found.kind is Kind.DECISION]
    assert (one.title, one.about, one.statuses, one.meeting, one.address) == (
        "2025-06-12/d1: Buy one.", "Decision of 12 June 2025 under item 5. Carried.", ("agreed",), JUNE,
        "decisions/2025/#2025-06-12-d1",
    )  # fmt: skip


def test_every_value_is_expected_where_a_reader_looks_for_it(parish) -> None:
    register = parish(AGENDA + "decisions:\n- {decision: Buy., votes: {against: 2}}")
    found = {(item.field, item.address) for item in expected_values(register)}
    assert {
        ("agenda.title", "meetings/2025-06-12/#agenda-2-a-i"), ("agenda.private", "meetings/2025-06-12/#agenda-2-b"),
        ("agenda.on_agenda", "meetings/2025-06-12/#agenda-a-letter"),
        ("decisions.votes.against", "meetings/2025-06-12/#decision-d1"),
        ("decisions.votes.against", "decisions/2025/#2025-06-12-d1"),
    } <= found  # fmt: skip


LINKED = """\
agenda:
- title: "[Roads](https://roads.example/) and *paths*"
  minutes: They were mended.
  items:
  - title: "[Lamps](/actions/)"
  decisions:
  - Buy a lamp.
"""


def test_the_words_of_a_link_in_a_title_stand_wherever_the_title_does(parish) -> None:
    register = parish(LINKED, "agenda:\n- {title: Again, continues: 2025-06-12/Roads and paths}")
    assert said(register, JUNE, "minutes-roads-and-paths").startswith("Roads and *paths* They were mended.")
    assert said(register, JUNE, "agenda-roads-and-paths-lamps") == "Lamps"
    assert "“Roads and *paths*” of 12 June 2025" in said(register, SEPTEMBER, "agenda-again")
    page = str(meeting(Page(register, "meetings/2025-06-12/"), JUNE))
    assert page.count('<a href="https://roads.example/">Roads</a> and *paths*') == 1
    assert page.count('<a href="../../actions/">Lamps</a>') == 1
    titles = [one.title for one in search_records(register, {}) if one.kind is Kind.AGENDA_ITEM]
    assert sorted(titles) == ["Again", "Lamps", "Roads and *paths*"]
    expected = {one.said for one in expected_values(register) if one.path[-1] == "title"}
    assert expected == {"Roads and *paths*", "Lamps", "Again"}


def test_a_link_in_a_title_leads_to_a_page(parish) -> None:
    [problem] = links_lead_to_pages(parish('agenda:\n- title: "[Lamps](/meetings/2025-06-13/)"'))
    assert (problem.place.line, problem.place.column) == (4, 19)
    assert problem.message.startswith("the link to '/meetings/2025-06-13/' leads to no page")


def test_a_record_without_decisions_says_nothing_of_them(parish) -> None:
    register = parish("agenda:\n- {title: Roads}\nactions:\n- Mend the road")
    page = meeting(Page(register, f"meetings/{JUNE}/"), JUNE)
    assert "ecision" not in page and not Page(register, "").has("decisions/")


@pytest.mark.parametrize(
    ("june", "error"),
    [
        ("decisions: Buy a bench.", "'decisions' is 'Buy a bench.'; expected a list"),
        ("decisions:\n- {decision: Buy., vote: 5}", "'vote' is not a known key; did you mean 'votes'?"),
        ("agenda:\n- {title: A, private: maybe}", "private 'maybe' is not known; expected true or false"),
    ],
)
def test_what_cannot_be_read_is_an_error(parish, june: str, error: str) -> None:
    with pytest.raises(Unpublishable) as stopped:
        parish(june)
    assert error in str(stopped.value.problems)


@pytest.mark.parametrize(
    ("typed", "shown", "spoken"),
    [
        ("Plain * text [AB] # 1\n| a |", "Plain * text [AB] # 1\n| a |", "Plain * text [AB] # 1\n| a |"),
        ("# No heading, but **bold**", "# No heading, but <strong>bold</strong>", "# No heading, but bold"),
        ("See [x](https://x.example/).", 'See <a href="https://x.example/">x</a>.', "See x."),
        ("Two *paragraphs*\n\nand a\nline", "Two <em>paragraphs</em>\n\nand a\nline", "Two paragraphs\nand a\nline"),
        ("Two:\n\n- *one*\n- x", "<p>Two:</p>\n<ul>\n<li><em>one</em></li>\n<li>x</li>\n</ul>\n", "Two:\none\nx"),
        ("<b> & *so*", "&lt;b&gt; &amp; <em>so</em>", "<b> & so"),
        ("Two:\n  one", 'Two:\n<span class="indent">  </span>one', "Two:\n  one"),
        ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n", "a\n  b"),
        (
            "* a\n  ```\n  # <b>\n  ```",
            '<ul class="numbered">\n<li><span class="number">*</span> a\n'
            "<pre><code>```\n# &lt;b&gt;\n```</code></pre>\n</li>\n</ul>\n",
            "* a\n```\n# <b>\n```",
        ),
    ],
)
def test_a_short_text_has_the_marks_of_minutes_but_no_headings_and_tables(typed: str, shown: str, spoken: str) -> None:
    assert short_prose(typed, "", {}) == shown
    assert text_of_short_prose(typed) == spoken


PIECES = st.sampled_from(
    ["*", "**", "word", " ", "\n", "\n\n", "- ", "1. ", "[", "](/a/)", "]", "(b)", "# ", "| ", "<i>", "&"]
)
LETTERS = re.compile(r"[^\W_]|[&#|<>]")


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_nothing_typed_in_a_short_text_is_lost(typed: str) -> None:
    """Oracle: each letter, digit and sign that can be no mark stands in the page, in order; the address of a link may
    be in an attribute."""
    shown = html.fromstring(f"<div>{short_prose(typed, '', {})}</div>").text_content()
    expected, found = (
        "".join(LETTERS.findall(text)) for text in (typed.replace("](/a/)", ""), shown.replace("](/a/)", ""))
    )
    assert found == expected


PLACED = """
agenda:
- title: Benches
  minutes: |
    They were read.

    {decision 2}

    Then the paint.
    {decision 2}
    {decision 9}
  decisions: [Buy two., Take the first., Paint them.]
"""


def test_a_decision_stands_where_the_minutes_say_so(parish) -> None:
    register = parish(PLACED)
    assert said(register, JUNE, "minutes-benches").replace(" (this site’s reference)", "") == (
        "Benches They were read. Take the first. Decision 2025-06-12/d2. Then the paint. {decision 2} {decision 9} "
        "Buy two. Decision 2025-06-12/d1. Paint them. Decision 2025-06-12/d3."
    )
    [record] = [one for one in search_records(register, {}) if one.kind is Kind.AGENDA_ITEM]
    assert record.text[0].split() == [
        "They",
        "were",
        "read.",
        "Then",
        "the",
        "paint.",
        "{decision",
        "2}",
        "{decision",
        "9}",
    ]
    parts = [one.value for one in expected_values(register) if one.path[-1] == "minutes"]
    assert parts == ["They were read.", "Then the paint.\n{decision 2}\n{decision 9}"]
    assert [problem.name for problem in placed_decisions_exist(register.archive)] == [
        "place of decision 2", "place of decision 9",
    ]  # fmt: skip


TEXTS = st.lists(st.sampled_from(["{decision 1}", "{decision 2}", "a", "", " {decision 3} "]), max_size=8)


@given(TEXTS, st.integers(0, 3))
def test_nothing_of_the_minutes_is_lost_around_decisions(lines: list[str], decisions: int) -> None:
    cut = [*pieces("\n".join(lines), decisions)]
    placed = [number for _text, number in cut if number]
    assert len(placed) == len({*placed}) and cut[-1][1] is None
    marks = "".join(f"{{decision {number}}}" for number in placed)
    shown = "".join("".join(text for text, _number in cut).split())
    assert sorted(shown + "".join(marks.split())) == sorted("".join("".join(lines).split()))
