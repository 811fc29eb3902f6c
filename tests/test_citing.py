"""How to cite the record: sentences, and references that programs of others read."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from example_pages import as_text
from hypothesis import given
from hypothesis import strategies as st

from macros.language import MonthOnly
from macros.pages import Page
from macros.pages.citing.formats import bibtex, csl_json, ris
from macros.pages.citing.pages import alternatives, citing, citing_of, files
from macros.pages.citing.reference import Reference
from macros.register import Edition, Register
from macros.rules import load

EDITION = Edition(date(2031, 5, 1), "abc1234567", False, "abc1234567")
ADDRESS = "https://invented.example/minutes/"
ONE = Reference(
    key="meetings-2031-04-02", title="Meeting of 2 April 2031", site="Invented published minutes",
    place="meetings/2031-04-02/", url=f"{ADDRESS}meetings/2031-04-02/", day=date(2031, 4, 2),
    publisher="Invented Office", language="en", edition=EDITION,
)  # fmt: skip
# Text with all that means something in one of the formats, and line breaks of every kind.
SIGNS = [
    *"\\{}%@~^&$#_\"'<>,=",
    "\u2028",
    "\x85",
    "\r\n",
    "ER  - ",
    "TY  - JOUR",
    "@misc{x,",
    "</script>",
    "\\input{a}",
]
TEXTS = st.lists(st.sampled_from([*SIGNS, "a", "é", " "]), min_size=1).map("".join).filter(str.strip)
COMMANDS = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^", r"\symbol{64}": "@", r"\%": "%", r"\&": "&", r"\$": "$", r"\#": "#", r"\_": "_",
}  # fmt: skip


def printed(tex: str) -> str:
    """What TeX prints of a text, read from the left; fails at a command that we do not write."""
    out = ""
    while tex:
        command = next((one for one in COMMANDS if tex.startswith(one)), "")
        assert command or tex[0] not in "\\{}%@~^&$#_", tex
        out, tex = out + (COMMANDS[command] if command else tex[0]), tex[len(command) or 1 :]
    return out


@given(TEXTS, TEXTS)
def test_what_is_cited_comes_back_from_a_reader_of_bibtex(title: str, publisher: str) -> None:
    written = bibtex([replace(ONE, title=title, publisher=publisher), ONE])
    first, second = bibtexparser.loads(
        written, bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
    ).entries
    said = " ".join(title.split()).replace('"', "''")
    assert printed(first["title"].removeprefix("{").removesuffix("}")) == said
    assert printed(first["publisher"]) == " ".join(publisher.split()).replace('"', "''")
    assert (second["ID"], second["title"].strip("{}")) == ("meetings-2031-04-02", "Meeting of 2 April 2031")
    assert "author" not in first


@given(TEXTS, TEXTS)
def test_what_is_cited_comes_back_from_a_reader_of_ris(title: str, publisher: str) -> None:
    first, second = rispy.loads(ris([replace(ONE, title=title, publisher=publisher), ONE]))
    assert (first["title"], first["publisher"]) == (" ".join(title.split()), " ".join(publisher.split()))
    assert second["urls"] == [ONE.url] and second["type_of_reference"] == "ELEC" and "authors" not in second


@given(TEXTS)
def test_what_is_cited_comes_back_from_csl_json(title: str) -> None:
    first, second = json.loads(csl_json([replace(ONE, title=title), ONE]))
    assert first["title"] == " ".join(title.split()) and second["issued"] == {"date-parts": [[2031, 4, 2]]}
    assert "author" not in first


def test_a_program_for_citations_writes_a_footnote_of_the_file() -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(json.loads(csl_json([ONE]))), formatter.plain)
    bibliography.register(Citation([CitationItem(ONE.key)]))
    [said] = map(str, bibliography.bibliography())
    assert "Meeting of 2 April 2031" in said and "2031" in said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "‘Meeting of 2 April 2031’ (Invented published minutes, Invented Office, 2 April 2031) <there>, "
             "as of 1 May 2031, revision abc1234567"),
        ({"publisher": "", "day": None}, "‘Meeting of 2 April 2031’ (Invented published minutes) <there>, "
                                         "as of 1 May 2031, revision abc1234567"),
        ({"title": "", "day": None}, "‘Invented published minutes’ (Invented Office) <there>, as of 1 May 2031, "
                                     "revision abc1234567"),
        ({"title": "", "day": None, "publisher": "", "edition": Edition()}, "‘Invented published minutes’ <there>"),
        ({"edition": replace(EDITION, changed=True), "day": MonthOnly(2031, 4, 1)},
         "‘Meeting of 2 April 2031’ (Invented published minutes, Invented Office, April 2031) <there>, "
         "as of 1 May 2031"),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_recorded_and_no_more(changed: dict, said: str) -> None:
    assert as_text(f"<p>{replace(ONE, **changed).sentence('there')}</p>").strip() == said


def test_a_day_of_which_only_the_month_is_recorded_stays_a_month() -> None:
    one = replace(ONE, day=MonthOnly(2031, 4, 1))
    assert "date = {2031-04}" in bibtex([one]) and "DA  - 2031/04\r\n" in ris([one])
    assert json.loads(csl_json([one]))[0]["issued"] == {"date-parts": [[2031, 4]]}


def test_where_the_address_of_the_site_is_not_known_no_file_gives_one(toy_register: Register) -> None:
    page = citing_of(Page(toy_register, "cite/2030/"), 2030)
    assert "The web address of this site is not known here." in page and ">/meetings/2030-01-10/</a>" in page
    texts = "".join(files(toy_register).values())
    assert "url =" not in texts and "UR  -" not in texts and '"URL"' not in texts
    known = replace(toy_register, site_address=ADDRESS)
    assert f">{ADDRESS}meetings/2030-01-10/#agenda-1</a>" in citing_of(Page(known, "cite/2030/"), 2030)
    assert f"url = {{{ADDRESS}}}" in files(known)["cite/cite.bib"]


def test_each_offer_leads_to_a_place_of_the_page_of_its_year(toy_register: Register) -> None:
    pages = {"cite/": citing(Page(toy_register, "cite/")), **{
        f"cite/{year}/": citing_of(Page(toy_register, f"cite/{year}/"), year)
        for year in {int(stem[:4]) for stem in toy_register.archive.meetings}
    }}  # fmt: skip
    from_pages = ["", "decisions/", "decisions/2030/", *toy_register.actions_at,
                  *(f"meetings/{stem}/" for stem in toy_register.archive.meetings)]  # fmt: skip
    written = files(toy_register)
    for address in from_pages:
        first, *others = alternatives(toy_register, address)
        page, _sign, anchor = first.address.partition("#")
        assert not anchor or f'id="{anchor}"' in pages[page] or f"{{#{anchor}}}" in pages[page], (address, anchor)
        assert {one.address for one in others} <= written.keys()
    assert list(alternatives(toy_register, "people/")) == []


def test_every_part_of_a_meeting_is_cited_once_in_the_file_of_its_year(toy_register: Register) -> None:
    keys = [one["id"] for one in json.loads(files(toy_register)["cite/2030/cite.json"])]
    assert len(keys) == len(set(keys)) > 20
    expected = {"meetings-2030-01-10", "meetings-2030-01-10-agenda-1", "actions-toy0130-02"}
    assert {f"toy-group-{key}" for key in expected} <= set(keys)
    assert sum(key.startswith("toy-group-actions-") for key in keys) == sum(
        action.mentions[0].meeting.startswith("2030") for action in toy_register.actions.values()
    )


@pytest.mark.parametrize("agenda", [
    [("2", "Two"), ("*", "Lamps"), ("*", "Piers")], [("", "—"), ("", "…"), ("2", "Two")],
    [("", "Ά"), ("", "Β"), ("", "Γ")],
])  # fmt: skip
def test_no_two_parts_have_one_name(agenda: list[tuple[str, str]], tmp_path: Path) -> None:
    items = "".join(f'  - {{number: "{number}", title: "{title}"}}\n' for number, title in agenda)
    (tmp_path / "data/meetings").mkdir(parents=True)
    (tmp_path / "data/group.yml").write_text("name: Invented Group\n", encoding="utf-8")
    (tmp_path / "data/people.yml").write_text("people: {}\n", encoding="utf-8")
    meeting = f"date: 2030-01-10\nstatus: published\nagenda:\n{items}".replace('number: "", ', "")
    (tmp_path / "data/meetings/2030-01-10.yml").write_text(meeting, encoding="utf-8")
    found = load(tmp_path)
    anchors = re.findall(r'(?<= id=")[^"]*', citing_of(Page(found, "cite/2030/"), 2030))
    keys = re.findall(r"(?<=@misc\{)[^,]*", files(found)["cite/2030/cite.bib"])
    assert len(set(anchors)) == len(anchors) == len(set(keys)) == len(keys) == 4
    assert all(key.isascii() for key in keys)


def test_what_only_a_draft_says_is_cited_as_such(toy_register: Register) -> None:
    titles = [one["title"] for one in json.loads(files(toy_register)["cite/2030/cite.json"])]
    assert "Meeting of 20 June 2030 (in a draft record)" in titles
    assert "Meeting of 10 January 2030" in titles
