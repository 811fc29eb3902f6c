"""Abbreviations are found in the text of the record, and explained at their first use in a part of a page."""

import re
from dataclasses import replace

import pytest
from folders import ANPR_IAG
from markupsafe import escape

from macros.pages import Page, glossary
from macros.record.archive import Archive
from macros.register.abbreviations import Abbreviations
from macros.register.register import Register, follow
from macros.rules.loading import load

KNOWN = Abbreviations(["ANPR", "CC", "CC Hall", "R&D", "DfT", "e-bike", "ÉA"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ANPR misreads", ["ANPR"]),
        ("the ANPR's reads, anpr and ANPRs", ["ANPR"]),
        ("CC Hall, CC and CC Halls", ["CC Hall", "CC", "CC"]),
        ("R&D, DfT-led; an e-bike", ["R&D", "DfT", "e-bike"]),
        ("XANPR ANPR2 _ANPR", []),
        ("ÉA ÉAB", ["ÉA"]),
        ("", []),
    ],
)
def test_whole_words_in_the_same_capitals_are_found_and_the_longest_first(text: str, found: list[str]) -> None:
    assert [key for _, key in KNOWN.found_in(text)] == found
    assert all(text.startswith(key, at) for at, key in KNOWN.found_in(text))


def test_a_word_is_explained_at_its_first_use_in_a_part(toy_register: Register) -> None:
    page = Page(toy_register, "actions/2030/", "toy0130-04")
    assert page.plain("Supersede TOY0130-04, Supersede it.") == (
        '<button type="button" class="short" popovertarget="means-toy0130-04-supersede">Supersede</button>'
        '<span popover class="meaning" id="means-toy0130-04-supersede">'
        '<a href="../../glossary/#supersede">Put another in its place</a></span>'
        ' <a href="#toy0130-04">TOY0130-04</a>, Supersede it.'
    )
    assert page.plain("Supersede") == "Supersede"
    assert "popover" in page.apart("toy0130-05").plain("Supersede")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("an act (R&D), done", ["(R&amp;D),"]),
        ("“R&D” (Supersede)", ["“R&amp;D”", "(Supersede)"]),
        ("R&D/Supersede.", ["R&amp;D/", "Supersede."]),
        ("R&D, then (R&D)", ["R&amp;D,"]),
        ("the R&D of", []),
    ],
)
def test_what_clings_to_an_explained_word_stays_with_it(toy_register: Register, text: str, kept: list[str]) -> None:
    made = Page(toy_register, "").plain(text)
    shown = re.sub(r"<span popover.*?</a></span>", "", made)
    assert re.findall(r'<span class="together">(.*?)</span>', re.sub(r"</?button.*?>", "", shown)) == kept
    assert re.sub(r"<[^>]*>", "", shown) == escape(text)


def test_initials_of_the_register_are_explained_with_the_role(toy_register: Register) -> None:
    said = Page(toy_register, "").plain("AB of INO, and XY")
    assert ">Invented Person A</a>, Chair, Invented Office</span>" in said
    assert ">Invented Office</a></span>" in said
    assert ">Name of XY not recorded</a></span>" in said


def test_what_the_glossary_says_is_text(toy_register: Register) -> None:
    assert ">R&amp;D</button>" in Page(toy_register, "").plain("R&D")
    assert "Research &amp; &lt;development&gt;" in Page(toy_register, "").plain("R&D")


def test_headings_and_links_within_minutes_are_left_alone(toy_register: Register) -> None:
    made = Page(toy_register, "").prose("# Supersede\n\n[Supersede](https://other.example/)\n\nSupersede `Supersede`")
    assert "<h3>Supersede</h3>" in made
    assert ">Supersede</a>" in made
    assert made.count("popovertarget") == 1
    assert '<p><button type="button" class="short"' in made


def test_the_glossary_wins_over_initials() -> None:
    register = load(ANPR_IAG)
    assert Page(register, "").stands_for("CC Hall").name == "Chief Constable Hall"
    assert "Caroline Clooney" not in Page(register, "").plain("CC Hall general update on NPCC matters")


def test_the_page_lists_words_and_organisations_together(toy_register: Register) -> None:
    made = glossary(Page(toy_register, "glossary/"))
    order = [made.index(f"{key}</dt>") for key in ("INO", "OTH", "R&amp;D", "Supersede")]
    assert order == sorted(order)
    assert 'id="supersede"' in made
    assert "popover" not in made


def test_whose_initials_are_this_sites_own_is_said_beside_them() -> None:
    made = glossary(Page(load(ANPR_IAG), "glossary/"))
    herts = made[made.index("<dt>HERTS</dt>") : made.index("<dt>HIGHWAYS</dt>")]
    assert "The record gives this name in full; the initials are this site&#39;s." in herts


def test_a_record_without_a_glossary_explains_the_register(toy: Archive) -> None:
    register = follow(replace(toy, glossary_file=None))
    assert Page(register, "").plain("Supersede") == "Supersede"
    assert "popovertarget" in Page(register, "").plain("AB")
