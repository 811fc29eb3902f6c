"""A site in another language says nothing in English.

The toy archive is built in the invented translation, in which all of our words stand in ⟦…⟧ and in wide letters. The
texts of the record are drawn wide too. So a plain letter on a page is a word that we forgot, but for what stands for
itself: initials, ids, addresses, code, and the names of months in the language.
"""

import csv
import re
import shutil
from pathlib import Path

import pytest
import yaml
from a_project import article, built, copy_project, page_addresses, served, tree
from babel import Locale
from folders import DATA
from invented_translation import LANGUAGE, LOCALE, bracketed, wide, write_invented_translation

# What the office types in words, by the names of the fields.
TYPED = {
    "name", "short_name", "contact", "title", "location", "minutes", "action", "update", "note", "source", "means",
    "notes", "prepared_by", "applies_to", "what", "where", "reason", "tool", "by", "result", "reply", "enforcement",
    "decision", "decisions", "seconder", "how", "ground",
}  # fmt: skip
# The language's own words, as CLDR has them, and what stands for itself.
MONTHS = {
    name
    for names in (
        Locale(LANGUAGE).months[use][width] for use in ("format", "stand-alone") for width in ("wide", "abbreviated")
    )
    for name in names.values()
}
ITS_NAME = set(Locale.parse(LOCALE).get_display_name(LANGUAGE).replace("(", "").replace(")", "").split())
INITIALS = {"AB", "CD", "XY", "INO", "OTH"}
LEVELS = {"A", "AA"}  # of WCAG
NUMBERS = {"a", "b", "i"}  # of items within others
FORMATS = {"PDF", "ODT", "JSON", "CSV", "ZIP", "UTF", "RFC", "ISO", "BibTeX", "RIS", "CSL", "OSCOLA", "Schema", "Excel",
           "R", "curl", "pandas", "Python"}  # fmt: skip
AND = set(re.findall(r"[A-Za-z]+", Locale(LANGUAGE).list_patterns["standard"]["end"]))  # between the last two of a list
ADDRESS = re.compile(
    r"https://[\w./-]+|/?(?:[a-z-]+/)+[\w/-]*(?:#[\w-]+)?|#[\w-]+|TOY\d{4}-\d\d|\d/d\d|Resolution 1|\(b\)|\d\db\b"
)


def widened(value, key=""):
    """A value of the record with its typed words drawn wide."""
    if isinstance(value, dict):
        keys = {name: wide(name) if key in ("words", "tools") else name for name in value}
        return {keys[name]: widened(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [widened(inner, key) for inner in value]
    return wide(re.sub(r"\]\(.*?\)", "]", value)) if key in TYPED and isinstance(value, str) else value


def write_wide_toy(data: Path) -> None:
    shutil.copytree(DATA / "toy" / "data", data)
    for file in data.rglob("*.yml"):
        record = widened(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader))
        if file.name == "group.yml":
            record["locale"] = LOCALE
        file.write_text(
            yaml.safe_dump(record, allow_unicode=True, sort_keys=False, default_style='"'), encoding="utf-8"
        )
    for file in data.rglob("*.md"):
        _, front, text = file.read_text(encoding="utf-8").split("---\n", 2)
        front = yaml.safe_dump(widened(yaml.load(front, yaml.BaseLoader)), allow_unicode=True, default_style='"')
        file.write_text(f"---\n{front}---\n{re.sub(r'[(].*?[)]', '', wide(text))}", encoding="utf-8")


@pytest.fixture(scope="module")
def invented_site(tmp_path_factory):
    """The toy archive, built in the invented translation from a copy of the project that holds it."""
    folder = copy_project(tmp_path_factory.mktemp("invented") / "project", record=None)
    shutil.rmtree(folder / "macros/language/locale")
    write_invented_translation(folder / "macros/language/locale")
    write_wide_toy(folder / "data")
    return built(folder)


@pytest.fixture(scope="module")
def invented_home(invented_site):
    with served(invented_site) as address:
        yield address


def plain(text: str) -> list[str]:
    """The words in plain letters that stand for nothing but themselves in English."""
    return [
        word
        for word in re.findall(r"[A-Za-z]+", ADDRESS.sub(" ", text))
        if word not in INITIALS | MONTHS | ITS_NAME | LEVELS | NUMBERS | FORMATS | AND
    ]


READ = ("aria-label", "title", "alt", "placeholder", "data-label", "label")


def read_by_people(part) -> str:
    """The text of a part of a page, and what its attributes say, without code."""
    texts = list(part.xpath(".//text()[not(ancestor::code or ancestor::*[@lang='en'])]"))
    return "\n".join([*texts, *(text for name in READ for text in part.xpath(f".//@{name}"))])


def test_no_page_says_a_word_that_is_not_translated(invented_site):
    told = {}
    for address in page_addresses(invented_site):
        if address.startswith("guide/"):
            continue
        part = article(invented_site, address)
        if address == "about/":
            [part, *_] = part.xpath(".//dl[@class='facts']")
        told[address] = plain(read_by_people(part))
    assert {address: words for address, words in told.items() if words} == {}
    assert len(told) > 20


def test_only_a_page_written_by_hand_says_that_it_is_in_english(invented_site):
    told = {address: article(invented_site, address).get("lang") for address in page_addresses(invented_site)}
    in_english = {address for address, language in told.items() if language == "en"}
    assert {address for address, language in told.items() if language} == in_english
    assert in_english == {"about/"} | {address for address in told if address.startswith("guide/")}
    assert tree(invented_site / "404.html").xpath("//article/@lang") == []


def test_what_a_macro_puts_into_a_page_written_by_hand_says_its_own_language(invented_site):
    about, guide = (article(invented_site, address) for address in ("about/", "guide/messages/"))
    assert about.xpath(".//dl[@class='facts']/ancestor::*[@lang][1]/@lang") == [LOCALE.replace("_", "-")]
    assert about.xpath(".//h2[@id='the-data-files']/ancestor::*[@lang][1]/@lang") == ["en"]
    assert guide.xpath(".//*[@lang]") == []
    assert article(invented_site, "guide/recipes/").xpath(".//*[@lang]") == []


# Their titles and descriptions stand in docs/.
WRITTEN_BY_HAND = ("", "about/")


def test_no_frame_of_a_page_says_a_word_that_is_not_translated(invented_site):
    """The head and the foot of each page, and the whole page for a wrong address."""
    told = {}
    for file in (
        *(invented_site / address / "index.html" for address in page_addresses(invented_site)),
        invented_site / "404.html",
    ):
        [body] = tree(file).iter("body")
        if file.name == "index.html":
            for part in body.iter("article"):
                part.getparent().remove(part)
            for part in body.xpath(".//*[@lang='en']"):  # the title of a page written by hand
                part.text = None
        told[file.relative_to(invented_site).as_posix()] = plain(read_by_people(body))
    assert {file: words for file, words in told.items() if words} == {}


def test_no_title_or_description_says_a_word_that_is_not_translated(invented_site):
    told = {}
    for address in page_addresses(invented_site):
        if address.startswith("guide/") or address in WRITTEN_BY_HAND:
            continue
        page = tree(invented_site / address / "index.html")
        texts = [*page.xpath("//title/text()"), *page.xpath("//meta[@name='description']/@content")]
        told[address] = plain(" ".join(texts))
    assert {address: words for address, words in told.items() if words} == {}


SHOWN = """() => [document.querySelector("article").innerText, ...[...document.querySelectorAll("article *")].flatMap(
  (one) => ["aria-label", "title", "placeholder", "data-label", "label"].map((name) => one.getAttribute(name) ?? "")
    .concat(one.localName === "option" ? one.textContent : ""))].join("\\n")"""
# The names that are typed, the same in every language.
TYPED_NAMES = "open, closed, outstanding, in-progress, completed, withdrawn, superseded, no-status-recorded, decision"


def shown(page) -> str:
    """What the article of a page in a browser says now, without code and what is the same in every language."""
    page.evaluate("document.querySelectorAll('article code').forEach((code) => code.remove())")
    return page.evaluate(SHOWN).replace(TYPED_NAMES, "")


@pytest.fixture
def tracker(window, invented_home):
    def open_(asked):
        page = window(f"{invented_home}actions/{asked}")
        page.wait_for_selector("#finder:not([hidden])")
        return page

    return open_


ASKED = [
    "", "#toy0130-03", "?q=１２３", "?owner=AB", "?owner=INO&people=yes", "?owner=CD#toy0130-01",
    "?status=open&sort=-age", "?status=closed&sort=owner", "?status=no-status-recorded", "?from=2030-01&to=2030-03",
    "?from=2031", "?to=2029",
    "?meeting=2030-03-14&as-of=2030-03-14", "?as-of=2030-01-10#toy0330-02", "?q=as-of:2030-01-10+as-of:2030-03-14",
    "?q=is:１", "?q=owner:１", "?q=raised:１+raised:2031..2030", "?q=meeting:１",
    "?q=owner:", "?sort=１", "?q=ｚ&status=open",
]  # fmt: skip


@pytest.mark.parametrize("asked", ASKED)
def test_the_tracker_says_nothing_that_is_not_translated(tracker, asked):
    page = tracker(asked)
    said = shown(page)
    assert "⟦" in page.inner_text("#finder-count")
    assert plain(said.replace("owner:", "")) == []
    assert page.trouble == []


@pytest.mark.parametrize(
    ("asked", "number", "form"),
    [("?status=open", 4, 0), ("?q=TOY0130-01", 1, 1), ("?owner=INO", 2, 2), ("?status=closed", 3, 3)],
)
def test_a_count_is_said_in_the_form_of_its_number(tracker, asked, number, form):
    """The script asks by the names that CLDR has for the forms, gettext by their numbers: they mean the same."""
    page = tracker(asked)
    assert page.text_content("#finder-csv") == f"⟦{form}: {wide('Download these')} {number} {wide('as CSV')}⟧"


def test_what_is_downloaded_is_translated(tracker):
    page = tracker("?status=open")
    page.click("#finder-more:not([open]) > summary")
    with page.expect_download() as download:
        page.click("#finder-csv")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert len(rows) > 2
    assert plain(ADDRESS.sub("", re.sub(r"http://[^\s,]*", "", text))) == []
    assert rows[0][0] == bracketed("ID")


FOUND = [
    "",
    "?q=TOY0130-01",
    "?q=１２３",
    "?kind=action",
    "?kind=１",
    "?q=is:open&owner=AB",
    "?q=１２３&status=open",
    "?year=2030",
]


@pytest.mark.parametrize("asked", FOUND)
def test_the_search_says_nothing_that_is_not_translated(window, invented_home, asked):
    page = window(f"{invented_home}search/{asked}")
    page.wait_for_selector("#search-form:not([hidden])")
    page.wait_for_function("!document.querySelector('#search-results[aria-busy]')")
    assert "⟦" in page.inner_text("#search-count")
    assert plain(f"{page.title()} {shown(page)}".replace("is:open", "")) == []


def test_the_button_that_copies_says_nothing_that_is_not_translated(window, invented_home):
    page = window(f"{invented_home}actions/toy0130-01/", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("button[data-copy]").first
    button.click()
    # The clipboard answers when it likes; until then the button says what it said before.
    page.wait_for_function(
        "([button, words]) => button.firstChild.data === words", arg=[button.element_handle(), bracketed("Copied")]
    )
