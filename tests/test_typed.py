"""What is typed in minutes and terms is what appears, except for the marks that the guide lists.

The texts are built of pieces whose appearance is known when they are made, so the expected text needs no parser.
TYPED_EXAMPLES sets how many are tried.
"""

import os
import re
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from macros.pages.prose import prose
from macros.record.fences import outside
from macros.record.markdown import own_links
from macros.rules.prose import doubtful
from macros.site.audit import shows

EXAMPLES = int(os.environ.get("TYPED_EXAMPLES", "500"))


class Piece(NamedTuple):
    """A part of a text: what is typed, and what appears."""

    typed: str
    shown: str


def as_typed(text: str) -> Piece:
    return Piece(text, text)


PLAIN = (
    "The chair thanked CD.", "A*12 B*E", "*51ZZZ*", "*51 and AB*", "**51ZZZ**", "AB12 C*E", "*", "**", "* * *",
    "2*3*4", "a * b * c", "7 - 5", r"\\server\minutes\_new", r"C:\temp\*.txt", r"\*", "\\", "snake_case_name",
    "_new_", "__init__", "x_1 + y_2 = z", "a < b > c", "<br>", "<!-- remark -->", "&amp;", "&#42;", "R&D; AT&T",
    "`code`", "``x''", "~~12~~", "~5 %", "-5", "–", "—", "...", "(c)", '"quoted"', "'quoted'", "[1]", "[sic]",
    "[2023] EWHC 12 (Admin)", "[a][b]", "[^1]", "[x]: https://example.org/a", "[a](../b/)", "[a](b)",
    "![m](https://example.org/m.png)", "[a] (b)", "[x]{.y}", "[x]", "{lang=cy}", "{{ 7*7 }}", "#3", "#", "1.",
    "2023.", "1.1 The group", "4.2(b)", "(a) the port", "(iv) the office", "a) one", "i. one", "12) twelve",
    "0007. seven", "1234567890. ten", "| a | b |", "|", "a | b", "---|---", "+ one", "* one", "> quoted", "===",
    "---", "***", "___", "-", "=", "```", "~~~", "$x^2$", "x^2^", "H~2~O", "£5", "½", "e\u0301",
    "https://example.org/a_b_(c)*d*", "name@example.org", "محمد علي", "10:00–12:00", r"\[a]",
)  # fmt: skip
WORDS = st.sampled_from(["Lamps", "the port", "was moved", "Item 5", "agreed: yes", "naïve façade"])
MARKED = st.one_of(
    WORDS.map(lambda words: Piece(f"**{words}**", words)),
    st.sampled_from(["lamps", "the port", "was moved"]).map(lambda words: Piece(f"*{words}*", words)),
    WORDS.map(lambda words: Piece(f"[{words}](https://example.org/a(b)?c=1&d=*2*)", words)),
    WORDS.map(lambda words: Piece(f"[{words} [3]](/actions/)", f"{words} [3]")),
    WORDS.map(lambda words: Piece(f"[{words}]{{lang=cy}}", words)),
)
PIECES = st.one_of(st.sampled_from(PLAIN).map(as_typed), WORDS.map(as_typed), MARKED)


def joined(pieces: list[Piece], between: str) -> Piece:
    return Piece(between.join(piece.typed for piece in pieces), " ".join(piece.shown for piece in pieces))


# Words come first where a sign at the beginning of a line would be a mark.
SENTENCE = st.tuples(WORDS.map(as_typed), st.lists(PIECES, max_size=3)).map(
    lambda parts: joined([parts[0], *parts[1]], " ")
)
LINE = st.one_of(
    SENTENCE,
    st.sampled_from(PLAIN).map(as_typed),
    st.builds(
        lambda number, after, sentence: Piece(f"{number}{after} {sentence.typed}", f"{number}{after} {sentence.shown}"),
        st.integers(0, 3000), st.sampled_from([".", ")", ".1", ".1.2", "(a)"]), SENTENCE,
    ),
    st.builds(
        lambda letter, sentence: Piece(f"{letter} {sentence.typed}", f"{letter} {sentence.shown}"),
        st.sampled_from(
            ["(a)", "b)", "(iv)", "c.", "iii.", "A.", "(B)", "+", "*", "•", "●", "▪", "◦", ">", "–", "=", "[ ]", "|"]
        ), SENTENCE,
    ),
    SENTENCE.map(lambda sentence: Piece(f"- {sentence.typed}", sentence.shown)),
    SENTENCE.map(lambda sentence: Piece(f"### {sentence.typed} #", f"{sentence.shown} #")),
    st.sampled_from(["```", "``` sh", "~~~", "~~~~"]).map(as_typed),
)  # fmt: skip
INDENTED = st.builds(
    lambda indent, line, end: Piece(indent + line.typed + end, line.shown),
    st.sampled_from(["", "", " ", "  ", "   ", "    ", "      ", "\t"]), LINE, st.sampled_from(["", "", "  ", "\t"]),
)  # fmt: skip
CELL = PIECES.filter(lambda piece: "|" not in piece.typed)


@st.composite
def tables(draw: st.DrawFn) -> Piece:
    columns = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(CELL, min_size=columns, max_size=columns), min_size=1, max_size=4))
    typed = [f"| {' | '.join(cell.typed for cell in row)} |" for row in rows]
    typed.insert(1, f"|{' :--- |' * columns}")
    return Piece("\n" + "\n".join(typed) + "\n", " ".join(cell.shown for row in rows for cell in row))


def with_code(pieces: list[Piece]) -> list[Piece]:
    """The same, with everything as typed between two lines of ``` or ~~~."""
    out, at = [], 0
    lines = [piece.typed.strip() for piece in pieces]
    while at < len(pieces):
        sign = re.fullmatch("(```|~~~~?)( sh)?", lines[at])
        after = range(at + 1, len(lines)) if sign else ()
        end = next((n for n in after if sign and re.fullmatch("`+|~+", lines[n]) and lines[n].startswith(sign[1])), at)
        out += [as_typed(piece.typed) for piece in pieces[at:end]] + [pieces[end]]
        at = end + 1
    return out


TEXTS = st.lists(st.one_of(INDENTED, INDENTED, INDENTED, tables(), st.just(Piece("", ""))), min_size=1, max_size=8).map(
    with_code
)


def appears(text: str) -> str:
    """What a reader reads of a text, without white space."""
    return squeezed(page(text))


def page(text: str) -> str:
    tree = html.fragment_fromstring(str(prose(text, "meetings/2022-03-21/", {})), create_parent="div")
    return str(tree.text_content())


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@settings(max_examples=EXAMPLES)
@given(TEXTS)
def test_minutes_appear_as_typed(pieces: list[Piece]) -> None:
    text = joined(pieces, "\n")
    assert appears(text.typed) == squeezed(text.shown), text.typed
    assert shows(" ".join(page(text.typed).split()), text.typed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("* * *", "***"),
        ("- - -", "---"),
        ("- Lamps\n\n-", "Lamps-"),
        ("- Lamps\n\n- \n- Port", "Lamps-Port"),
        ("- Lamps\n\n  - Port\n\n  -", "LampsPort-"),
        ("4. Lamps\n\n5.", "4.Lamps5."),
    ],
)
def test_a_sign_with_nothing_behind_it_stays(typed: str, shown: str) -> None:
    assert appears(typed) == shown


@pytest.mark.parametrize(
    ("typed", "on_the_page"),
    [
        ("1. Lamps.\n4. Port.", "1. Lamps. 2. Port."),
        ("A*12 B*E \\\\server", "A12 BE \\server"),
        ("R&amp;D", "R&D"),
        ("see [1]", "see"),
    ],
)
def test_the_audit_misses_what_is_not_as_typed(typed: str, on_the_page: str) -> None:
    assert shows(" ".join(typed.split()), typed)
    assert not shows(on_the_page, typed)


@settings(max_examples=EXAMPLES)
@given(st.text(alphabet="aB1 \n\t*_-+#`~[]()<>&;!|\\:.={}^'\"", max_size=60))
def test_only_marks_can_disappear_and_nothing_changes_its_order(text: str) -> None:
    marks = r"[\s*#|:\-\[\](){}]"
    if "](" not in text:
        assert re.sub(marks, "", appears(text)) == re.sub(marks, "", text), text


@settings(max_examples=EXAMPLES)
@given(st.text(alphabet="aB1 .\n*_-+)<>&`\\", max_size=60))
def test_without_links_and_tables_only_dashes_and_stars_disappear(text: str) -> None:
    assert re.sub(r"[-*]", "", appears(text)) == re.sub(r"[-*\s]", "", text), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Lamps.\n2. The chair.\n4. The port.\n\n7. Close.",
            ["1. Lamps.", "2. The chair.", "4. The port.", "7. Close."],
        ),
        ("21. Lamps.\n3) Port", ["21. Lamps.", "3) Port"]),
        ("- one\n- two", ["one", "two"]),
    ],
)
def test_a_list_stays_a_list_and_keeps_its_numbers(text: str, expected: list[str]) -> None:
    tree = html.fragment_fromstring(str(prose(text, "", {})), create_parent="div")
    assert [" ".join(entry.text_content().split()) for entry in tree.iter("li")] == expected


def outline(typed: str) -> list[str]:
    """Each entry of a list, indented by two spaces for each entry that it is in, with its own words."""
    tree = html.fragment_fromstring(str(prose(typed, "", {})), create_parent="div")
    out = []
    for entry in tree.iter("li"):
        depth = int(entry.xpath("count(ancestor::li)"))
        words = "".join(entry.xpath(".//text()[count(ancestor::li) = $depth]", depth=depth + 1))
        out.append("  " * depth + " ".join(words.split()))
    return out


@pytest.mark.parametrize(
    "typed",
    [
        "* AB: it fails\n  * CD: not here\n    * EF: why\n      * AB: a lamp\n  * EF: so?\n* CD: next",
        "• one\n  ◦ two\n    ▪ three\n  ◦ four\n● five\n  ○ six\n    · seven",
        "1. one\n  * two\n    (a) three\n10. four\n  a. five\n    i. six\n    ii. seven\n  b. eight",
        "4) one\n  iv) two\n  v) three\n    (A) four",
    ],
)
def test_entries_with_another_sign_than_a_dash_keep_it_and_stand_within_the_one_above(typed: str) -> None:
    assert outline(typed) == typed.split("\n")
    assert appears(typed) == squeezed(typed)


def test_a_dash_within_entries_with_signs_begins_a_list_within_them() -> None:
    assert outline("* one\n  - two\n    1. three\n  - four\n\n* five") == [
        "* one",
        "  two",
        "    1. three",
        "  four",
        "* five",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "A. Smith spoke.\nI. Jones answered.\na. is a letter",
        "Present were Mr\n  A. Smith and Mrs\n  I. Jones",
        "*51ZZZ* was seen\n** too\n*.txt",
        "It was 12\n*3",
    ],
)
def test_what_only_looks_like_an_entry_is_text(typed: str) -> None:
    assert outline(typed) == []
    assert appears(typed) == squeezed(typed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("The port:\n    Quay 1\n      Shed\nThe end", "<p>The port:<br>\n{4}Quay 1<br>\n{6}Shed<br>\nThe end</p>"),
        ("One\n\n  Two\n\tThree", "<p>One</p>\n<p>{2}Two<br>\n{4}Three</p>"),
        ("- one\n  goes on\n     and on", "<ul>\n<li>one<br>\ngoes on<br>\n{3}and on</li>\n</ul>"),
        ("  A. one\n    B. two", "<p>{2}A. one<br>\n{4}B. two</p>"),
    ],
)
def test_indentation_stays(typed: str, shown: str) -> None:
    for width in range(2, 7):
        shown = shown.replace(f"{{{width}}}", f'<span class="indent">{" " * width}</span>')
    assert str(prose(typed, "", {})).strip() == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("```\n# make\n  *so* [a](/b/)\n\n- <b>\n```", ["```\n# make\n  *so* [a](/b/)\n\n- <b>\n```"]),
        ("Run\n``` sh\n| a |\n|---|\n```\nthen", ["``` sh\n| a |\n|---|\n```"]),
        ("- Run\n  ~~~~\n  ~~~\n    a\nb\n  ~~~~~\n- c", ["~~~~\n~~~\n  a\nb\n~~~~~"]),
        ("```\na\n```\n```\nb\n```", ["```\na\n```", "```\nb\n```"]),
        ("[x]: /a/\n\n[y][x]\n```\n[x]: /a/\n[y][x]\n```", ["```\n[x]: /a/\n[y][x]\n```"]),
        ("```\n# Heading", []),
        ("~~~\na\n```", []),
        ("```a```\nb\n```", []),
        ("- ```\n  a\n  ```", []),
    ],
)
def test_nothing_is_a_mark_between_two_lines_of_backquotes_or_tildes(typed: str, shown: list[str]) -> None:
    tree = html.fragment_fromstring(str(prose(typed, "", {})), create_parent="div")
    assert [code.text_content() for code in tree.iter("pre")] == shown
    assert squeezed("".join(shown)) in squeezed(typed)


def test_the_rules_ask_nothing_about_lines_of_code() -> None:
    typed = "It fell\n```\n- 4 degrees\n# 3 Vehicles\n*log*\n```"
    assert [*doubtful(outside(typed))] == []
    assert [*own_links(typed.replace("*log*", "[a](/b/)"))] == []
    assert len(outside(typed)) == len(typed)


@pytest.mark.parametrize(
    ("text", "emphasised"),
    [
        ("**bold**, (*x*) and **Item 5.**", ["bold", "x", "Item 5."]),
        ("**AGREED** and **2 March**", ["AGREED", "2 March"]),
        ("*51ZZZ* *ABC* **51ZZZ** *51 and AB* A*12 B*E 2*3*4 ** x ** a*b*", []),
        ('(*.txt,*.doc) SELECT *,count(*) ran; block *.example.org/*. and "*.csv/*"', []),
        ("**[a](/b/) c**", ["a c"]),
        ("***x*** **x* *x**", []),
    ],
)
def test_stars_mean_emphasis_around_words_only(text: str, emphasised: list[str]) -> None:
    tree = html.fragment_fromstring(str(prose(text, "", {})), create_parent="div")
    assert [found.text_content() for found in tree.iter("strong", "em")] == emphasised


@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "*",
        "- ",
        "1. ",
        "(",
        "|",
        "![",
        "](",
        "[a](",
        "[a]{lang=",
        "https://a)",
        "*a",
        "> ",
        "* ",
        "```a\n",
        "```\n~~~a\n",
        "* a\n  1. b\n",
        "\n a. b",
        "\n    ",
        "1. a\n  - b\n",
    ],
)
def test_no_text_takes_longer_than_its_length(sign: str) -> None:
    text = sign * (100_000 // len(sign))
    assert len(appears(text)) <= len(text)


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        # a sign for "number", and a heading
        ("# 1 berth was let.", []),
        ("# 12", []),
        ("The list says\n# 3 berths.", []),
        ("# 1 Purpose", ["h3"]),
        ("# 1. purpose", ["h3"]),
        ("# 1.1 purpose", ["h3"]),
        ("# Purpose", ["h3"]),
        # a minus in a sentence, and a list
        ("It fell to\n- 4 degrees at noon.", []),
        ("It fell to\n- 4 degrees at noon\nand then rose.", []),
        ("Present:\n- 4 members", ["ul", "li"]),
        ("Present\n- 4 members\n- 2 guests", ["ul", "li", "li"]),
        ("Agreed\n- item", ["ul", "li"]),
        ("- 4 members", ["ul", "li"]),
        # patterns of a search, and italics
        ("*log* and *abc* were searched.", []),
        ("*log*, *abc* or *xyz*", []),
        ('They searched "*log*" and ‘*abc*’.', []),
        ("They *must* go.", ["em"]),
        ("They *must* go and *may* stay.", ["em", "em"]),
    ],
)
def test_a_sign_is_a_mark_only_where_it_can_be_meant_as_one(typed: str, marks: list[str]) -> None:
    tree = html.fragment_fromstring(str(prose(typed, "meetings/2022-03-21/", {})), create_parent="div")
    assert [element.tag for element in tree.iter() if element.tag in ("h3", "ul", "li", "em")] == marks
    if not marks:
        assert appears(typed) == squeezed(typed)


@pytest.mark.parametrize(
    ("typed", "noted"),
    [
        ("It was told to\n# 3 Vehicles", ["'# 3 Vehicles' is a heading"]),
        ("The chair closed the item.\n# 3 Vehicles", []),
        ("# 1 Purpose\n\nWords.", []),
        ("- 4 degrees at noon", ["'- 4 degrees' is an entry of a list"]),
        ("It fell to\n- 4 degrees\n- 6 degrees", ["'- 4 degrees' is an entry of a list"]),
        ("It fell to\n- 4 degrees at noon.", []),
        ("Present:\n- 4 members\n- 2 guests", []),
        ("- item", []),
        ("Agreed\n- item\n- other item", []),
        ("They read *log* first.", ["'*log*' appears in italics without the stars"]),
        ('They read "*log*" first.', []),
        ("They read *log* and *abc* first.", []),
        ("They read *the log* first; A*12 and *51ZZZ*.", []),
    ],
)
def test_a_sign_that_may_be_text_is_noted_and_nothing_else(typed: str, noted: list[str]) -> None:
    assert [message.partition(";")[0].partition(", without")[0] for _at, message in doubtful(typed)] == noted
    for at, message in doubtful(typed):
        assert " ".join(typed[at:].split()).startswith(message.split("'")[1])
