"""Abbreviations are found in the text of the record, and are links at their first use in a part of a page."""

import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from folders import ANPR_IAG, DATA
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.pages import Page, actions_raised, glossary, meeting, with_names
from macros.pages.explaining import abbreviates
from macros.record.archive import Archive
from macros.record.models import Names
from macros.register.abbreviations import Abbreviations
from macros.register.following import follow
from macros.register.register import Register
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


def test_a_word_is_a_link_at_its_first_use_in_a_part(toy_register: Register) -> None:
    page = Page(toy_register, "actions/2030/", "toy0130-04")
    assert page.plain("Supersede TOY0130-04, Supersede it.") == (
        '<a class="short" href="../../glossary/#supersede" title="Put another in its place">Supersede</a>'
        ' <a href="../toy0130-04/">TOY0130-04</a>, Supersede it.'
    )
    assert page.plain("Supersede") == "Supersede"
    assert shorts(page.apart("toy0130-05").plain("Supersede")) == ["Supersede"]
    assert [said.initials for said in page.explanations.listed()] == ["Supersede"]


def shorts(made: str) -> list[str]:
    """What is a link as an abbreviation."""
    return [unescape(key) for key in re.findall(r'<a class="short"[^>]*>(.*?)</a>', made)]


def test_an_organisation_is_explained_in_text_and_a_person_only_where_people_are_listed(toy_register: Register) -> None:
    page = Page(toy_register, "")
    assert page.plain("AB of INO, and XY") == (
        'AB of <a class="short" href="people/ino/" title="Invented Office">INO</a>, and XY'
    )
    assert page.named(Names("AB / XY", ("AB", "XY"))) == (
        '<a class="short" href="people/ab/" title="Invented Person A, Chair, Invented Office">AB</a> / '
        '<a class="short" href="people/xy/" title="Name of XY not recorded">XY</a>'
    )
    assert page.named(None) == ""


def test_the_page_of_an_organisation_does_not_lead_to_itself(toy_register: Register) -> None:
    page = Page(toy_register, "people/ino/")
    assert page.plain("INO and OTH") == ('INO and <a class="short" href="../oth/" title="Other Invented Body">OTH</a>')
    assert page.named(Names("INO", ("INO",))) == "INO"


def test_what_the_glossary_says_is_text(toy_register: Register) -> None:
    made = Page(toy_register, "").plain("R&D")
    assert made == '<a class="short" href="glossary/#r-d" title="Research &amp; &lt;development&gt;">R&amp;D</a>'


def test_headings_and_links_within_minutes_are_left_alone(toy_register: Register) -> None:
    made = Page(toy_register, "").prose("# Supersede\n\n[Supersede](https://other.example/)\n\nSupersede `Supersede`")
    assert "<h3>Supersede</h3>" in made
    assert '<a href="https://other.example/">Supersede</a>' in made
    assert shorts(made) == ["Supersede"]
    assert '<p><a class="short"' in made


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("ANPR reads", ["ANPR"]),
        ("Automatic Number Plate Recognition (ANPR)", []),
        ("the Information Commissioner’s Office (ICO)", []),
        ("Information\nCommissioner's\u00a0Office, or ICO for short", []),
        ("ICO (the Information Commissioner's Office)", []),
        ("automatic number-plate recognition (the “ANPR”)", []),
        ("the Initial Crime Overview (ICO) was read; ICO figures", []),
        ("ICO [Initial Crime Overview]", []),
        ("Automated Numberplate Recording (hereafter: “ANPR”)", []),
        ("the office (ICO) was asked", ["ICO"]),
        ("misreads (ANPR) by TfL", ["ANPR", "TfL"]),
        ("ICO (London)", ["ICO"]),
        ("ANPR, ANPR and ANPR", ["ANPR"]),
        ("ANPR UPDATE BY THE ICO", []),
        ("ANPR / ICO 2", ["ANPR"]),
        ("the ICO-9 form, the ICO 2018 and the ICO", ["ICO"]),
    ],
)
def test_what_a_sentence_says_itself_is_not_explained(real_register: Register, text: str, links: list[str]) -> None:
    assert shorts(Page(real_register, "").plain(text)) == links
    assert shorts(Page(real_register, "").prose(text)) == links


@settings(max_examples=500)
@given(
    st.lists(
        st.text(st.characters(categories=["Ll"], max_codepoint=0x17F), min_size=1, max_size=9), min_size=2, max_size=6
    )
)
def test_the_first_letters_of_words_abbreviate_them(words: list[str]) -> None:
    key = "".join(word[0] for word in words)
    assert abbreviates(key, " ".join(words))
    assert abbreviates(key, "an invented text and " + " the ".join(words))
    assert not abbreviates(f"{key}9", " ".join(words))
    assert not abbreviates("", " ".join(words))


def test_marks_and_links_within_a_block_do_not_hide_what_it_says(real_register: Register) -> None:
    page = Page(real_register, "")
    assert shorts(page.prose("the [Information Commissioner's](https://ico.example/) **Office** (ICO)")) == []
    assert shorts(page.prose("*Information* Commissioner's Office\n\nThe **ICO** said")) == []
    assert shorts(page.apart("next").prose("The **ICO** said")) == ["ICO"]


WORDS = ["ANPR", "ICO", "TfL", "CC Hall", "FS", "PC",
         "4021", "Information Commissioner's Office", "(", ")", "“", "”", "’s",
         "<b>", "&amp;", "&", "IAG0721-03", "*", "\\", "\n", "\u00a0", " ", ", ", ". ", "İ", "the"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=14).map(" ".join)


@settings(max_examples=500)
@given(TEXTS)
def test_the_words_of_a_text_are_those_of_the_record_and_links_do_not_nest(real_register: Register, text: str) -> None:
    page = Page(real_register, "meetings/2022-03-21/")
    made = page.plain(text)
    assert unescape(re.sub(r"<[^>]*>", "", made)) == text
    tags = re.findall(r"</?a\b", made)
    assert tags == ["<a", "</a"] * (len(tags) // 2)
    links = shorts(made)
    assert len(links) == len(set(links))
    assert sorted(links, key=str.lower) == [said.initials for said in page.explanations.listed()]
    assert not {"FS", "PC"} & set(links)
    assert "ICO" not in links or "Information Commissioner's Office" not in text


@settings(max_examples=500)
@given(TEXTS)
def test_the_words_of_minutes_are_the_same_with_and_without_links(real_register: Register, text: str) -> None:
    made, bare = (
        page.prose(text) for page in (Page(real_register, ""), Page(real_register, "").without_explanations())
    )
    assert re.sub(r'<a class="short"[^>]*>(.*?)</a>', r"\1", made) == bare


def test_the_glossary_wins_over_initials(real_register: Register) -> None:
    said = Page(real_register, "").stands_for("CC Hall")
    assert said and said.name == "Chief Constable Hall"
    assert "Caroline Clooney" not in Page(real_register, "").plain("CC Hall general update on NPCC matters")


def test_letters_of_a_rank_or_a_department_are_nobodys_initials(tmp_path: Path) -> None:
    shutil.copytree(DATA / "ranks" / "data", tmp_path / "data")
    register = load(tmp_path)
    page = Page(register, "meetings/2030-03-06/")
    made = meeting(page, "2030-03-06")
    assert '<span class="typed" data-field="agenda.title">IT systems</span>' in made
    assert "<p>PC 4021 Jones gave evidence to PC Cole.</p>" in made
    assert shorts(made) == ["IT", "PC"]  # the lead and the owner
    assert [str(problem) for problem in register.archive.problems if "initials" in problem.message] == [
        "data/meetings/2030-03-06.yml:6:12: note: 'IT' in 'IT systems' looks like another word than somebody's "
        "initials; say what it means in data/glossary.yml or in the note of 'IT' in data/people.yml",
        "data/meetings/2030-03-06.yml:8:14: note: 'PC' in 'PC 4021' looks like another word than somebody's "
        "initials; say what it means in data/glossary.yml or in the note of 'PC' in data/people.yml",
    ]


def test_the_note_on_initials_that_are_other_words_is_answered_in_the_data(tmp_path: Path) -> None:
    shutil.copytree(DATA / "ranks" / "data", tmp_path / "data")
    people = tmp_path / "data/people.yml"
    people.write_text(people.read_text().replace("    name: Invented Person P\n", "    name: Invented Person P\n    "
                      "note: Before a number, PC is a constable.\n"))  # fmt: skip
    (tmp_path / "data/glossary.yml").write_text("words:\n  IT:\n    means: invented technology\n")
    register = load(tmp_path)
    assert [problem for problem in register.archive.problems if "initials" in problem.message] == []
    page = Page(register, "meetings/2030-03-06/")
    made = with_names(page, meeting(page, "2030-03-06"))
    assert " systems" in made and ">IT</a> systems" not in made  # nobody knows whether "it" is stressed
    assert re.findall(r"<dt>(IT|PC)</dt> <dd><a[^>]*>(.*?)</a>", made) == [
        ("IT", "Invented Person I"), ("PC", "Invented Person P"),
    ]  # fmt: skip


@pytest.mark.parametrize("letters", ["US", "MET", "IT", "WHO"])
@pytest.mark.parametrize(("file", "key"), [("glossary.yml", "words"), ("people.yml", "organisations")])
def test_letters_that_are_an_ordinary_word_are_not_linked_in_text(
    tmp_path: Path, file: str, key: str, letters: str
) -> None:
    data = tmp_path / "data"
    (data / "meetings").mkdir(parents=True)
    (data / "terms-of-reference").mkdir()
    shutil.copy(DATA / "ranks/data/group.yml", data)
    (data / "people.yml").write_text("organisations:\n  INO:\n    name: Invented Office\n")
    named = "means" if key == "words" else "name"
    entry = f"  {letters}:\n    {named}: Invented Body\n"
    with (data / file).open("a") as names:
        names.write(f"words:\n{entry}" if key == "words" else entry)
    text = f"They tell {letters} of the INO"
    (data / "terms-of-reference/2029-01-01.md").write_text(f"---\nadopted: 2029-01-01\n---\n\n{text}\n")

    def noted() -> list[str]:
        found = load(tmp_path).archive.problems
        return [one.message.partition(",")[0] for one in found if "ordinary word" in one.message]

    said = Page(load(tmp_path), "terms-of-reference/2029-01-01/").terms("2029-01-01")
    assert re.findall(r"<a[^>]*>(.*?)</a>", said) == ["INO"]
    assert noted() == [f"'{letters}' is an ordinary word too"]
    with (data / file).open("a") as names:
        names.write(f"    note: The papers print {letters} for it.\n")
    assert noted() == []


def test_names_and_abbreviations_are_listed_once_at_the_end_of_a_page(toy_register: Register) -> None:
    page = Page(toy_register, "actions/2030/")
    made = with_names(page, actions_raised(page, 2030))
    before, found, names = made.partition('<details class="names" id="initials"><summary>')
    assert found and before.count("<li") == before.count("</li>") > 3
    terms = re.findall(r"<dt>(.*?)</dt>", names)
    assert terms == sorted(terms, key=str.lower)
    assert set(terms) == set(re.findall(r'<a class="short"[^>]*>(.*?)</a>', before))
    assert '<dt>AB</dt> <dd><a href="../../people/ab/">Invented Person A</a>, Chair, Invented Office</dd>' in names


def test_a_page_that_explains_nothing_has_no_list(toy_register: Register) -> None:
    page = Page(toy_register, "glossary/")
    assert with_names(page, glossary(page)).rstrip().endswith("</div>")


def test_the_page_lists_words_and_organisations_together(toy_register: Register) -> None:
    made = glossary(Page(toy_register, "glossary/"))
    order = [made.index(f"{key}</dt>") for key in ("INO", "OTH", "R&amp;D", "Supersede")]
    assert order == sorted(order)
    assert 'id="supersede"' in made
    assert shorts(made) == []


def test_whose_initials_are_this_sites_own_is_said_beside_them() -> None:
    made = glossary(Page(load(ANPR_IAG), "glossary/"))
    herts = made[made.index("<dt>HERTS</dt>") : made.index("<dt>HIGHWAYS</dt>")]
    assert "The record gives this name in full; the initials are this site&#39;s." in herts


def test_a_record_without_a_glossary_explains_organisations(toy: Archive) -> None:
    register = follow(replace(toy, glossary_file=None))
    assert shorts(Page(register, "").plain("Supersede INO")) == ["INO"]
