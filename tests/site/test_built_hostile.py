"""Text of the record is never a template, HTML or Markdown that breaks out of its place, in any field of any file."""

import json

import hostile_record as record
import pytest
from a_project import (
    ROOT,
    article,
    built,
    by_id,
    copy_project,
    fingerprints,
    minutes,
    page_addresses,
    squeezed,
    text,
    tree,
)

from macros.record.models import Source, Terms, leaves
from macros.site.files import sheets as sheets_of
from macros.site.files import styles as styles_of

HELD = ["meetings/2035-01-10/", "meetings/2035-03-14/"]
EVERY_MEETING = [*HELD, "meetings/2035-05-09/", "meetings/2035-07-11/"]
PAGES = {
    "Allowed": ["about/"],
    "Withheld": [*HELD[:1], "withheld/"],
    "Acknowledgement": ["meetings/2035-01-10/", "actions/2035-01-10-1/", "people/", "about/"],
    "Group": ["about/"],
    "Licence": ["about/"],
    "StandingItem": ["about/"],
    "Forms": ["about/"],
    "Meeting": EVERY_MEETING,
    "AgendaItem": EVERY_MEETING,
    "Source": EVERY_MEETING,
    "Paper": EVERY_MEETING,
    "PrintedLink": EVERY_MEETING,
    "NextMeeting": EVERY_MEETING,
    "Decision": [*HELD, "decisions/", "decisions/2035/"],
    "Votes": [*HELD, "decisions/", "decisions/2035/"],
    "ApprovedMinutes": EVERY_MEETING,
    "Attendance": EVERY_MEETING[:2],
    "Attendee": EVERY_MEETING[:2],
    "Change": [*HELD, "people/", "about/", "glossary/"],
    "DatedGroupName": ["about/"],
    "DatedName": ["people/", "people/aa/"],
    "ActionEntry": [*HELD, "actions/2035-01-10-1/"],
    "Person": ["people/"],
    "Post": ["people/"],
    "Organisation": ["people/"],
    "Meaning": ["glossary/"],
    "Role": ["people/", *HELD],
    "Accessibility": ["accessibility/"],
    "Issue": ["accessibility/"],
    "Trial": ["accessibility/"],
    "AutomaticTests": ["accessibility/"],
    "Terms": ["terms-of-reference/", "terms-of-reference/2034-02-03/"],
}
ELSEWHERE = {
    "Group.name": [""],
    "Group.short_name": [""],
    "Meeting.location": ["meetings/"],
    "ActionEntry.action": [
        "actions/",
        "actions/2035/",
        "actions/next-meeting/",
        "people/aa/",
        "people/o'n/",
        "people/sec/",
    ],
    "ActionEntry.update": ["actions/", "actions/next-meeting/"],
    "Person.name": ["meetings/2035-01-10/", "actions/2035/", "actions/2035-01-10-1/", "people/aa/", "people/él.b-x/"],
    "Post.name": ["meetings/2035-01-10/", "actions/2035/", "actions/2035-01-10-1/", "people/sec/"],
    "Organisation.name": ["people/org/"],
}
IMPORTS = '{"imports": {"https://unpkg.com/immutable@5.1.9/dist/immutable.es.js": "./immutable.js"}}'
OUR_OWN = "@class='life-signs' or @class='life-key' or ancestor::div[starts-with(@class, 'life-picture')]"
FIELDS = [pytest.param(kind, name, id=f"{kind.__name__}.{name}") for kind, name in record.text_fields()]
# The name of an acknowledged warning is for the check; pages have the reason. The others hold what the register
# follows.
NOT_HOSTILE = {"Acknowledgement.warning", "Group.publisher", "ActionEntry.status", "ActionEntry.moved_to"}
PLAIN = [field for field in FIELDS if not record.is_prose(*field.values) and field.id not in NOT_HOSTILE]
PROSE = [field for field in FIELDS if record.is_prose(*field.values)]


def pages_of(kind, name):
    return [*PAGES[kind.__name__], *ELSEWHERE.get(f"{kind.__name__}.{name}", [])]


def test_the_hostile_record_fills_every_field_of_every_model():
    seen = set()

    def look(value):
        if isinstance(value, tuple | list):
            return [look(item) for item in value]
        if isinstance(value, dict):
            return [look(item) for item in value.values()]
        if hasattr(type(value), "model_fields"):
            for name in type(value).model_fields:
                inner = getattr(value, name)
                if inner not in (None, ()) and inner is not type(value).model_fields[name].default:
                    seen.add((type(value), name))
                look(inner)
        return None

    look(list(vars(record.filled()).values()))
    assert {(kind, name) for kind in record.kinds() for name in kind.model_fields} - seen == set()


def test_every_hostile_text_reaches_the_models_as_it_was_typed():
    typed = record.filled().meetings[0]
    assert {path[0]: value for path, value, _ in leaves(typed) if path[0] in ("title", "location")} == {
        "title": f"Meeting.title {record.HOSTILE}",
        "location": f"Meeting.location {record.HOSTILE}",
    }


@pytest.mark.parametrize(("kind", "name"), PLAIN)
def test_plain_text_appears_as_the_very_characters_that_were_typed(hostile_site, kind, name):
    wanted = squeezed(record.says(kind, name))
    missing = [page for page in pages_of(kind, name) if wanted not in text(article(hostile_site, page))]
    assert missing == []


@pytest.mark.parametrize(("kind", "name"), PROSE)
@pytest.mark.parametrize("payload", record.MEANS_NOTHING_IN_PROSE)
def test_what_is_not_markdown_appears_in_prose_as_it_was_typed(hostile_site, kind, name, payload):
    pages = HELD if kind is not Terms and name != "about" else PAGES[kind.__name__]
    missing = [page for page in pages if not any(payload in found for found in prose(hostile_site, page))]
    assert missing == []


def prose(site, page):
    short = "contains(@class, 'typed') or contains(@data-field, '.note')"
    places = article(site, page).xpath(f".//section[@class='minutes'] | .//div[@class='prose'] | .//*[{short}]")
    assert places
    return [text(place) for place in places]


def test_the_title_of_a_source_appears_as_typed_with_and_without_an_address(hostile_site):
    sources = by_id(article(hostile_site, HELD[0]), "sources").getnext().xpath(".//li")
    wanted = squeezed(record.says(Source, "title"))
    assert [text(source).count(wanted) for source in sources] == [1, 1]
    assert [len(list(source.iter("a"))) for source in sources] == [1, 0]


def test_the_name_of_the_group_appears_as_typed_in_the_header_the_title_and_the_footer(hostile_site):
    page = tree(hostile_site / "meetings" / "index.html")
    short, licence = squeezed(f"Group.short_name {record.HOSTILE}"), squeezed(f"Licence.name {record.HOSTILE}")
    [title], [header], [footer] = page.iter("title"), page.iter("header"), page.xpath("//footer")
    assert short in text(title)
    assert short in text(header)
    assert licence in text(footer)


def test_an_address_with_signs_of_markup_is_the_very_address_of_its_link(hostile_site):
    on_about, on_meeting = (
        [link.get("href") for link in article(hostile_site, page).iter("a")] for page in ("about/", HELD[0])
    )
    assert record.ADDRESS in on_about
    assert record.ADDRESS in on_meeting


def test_no_page_holds_a_script_a_picture_or_an_attribute_that_acts(hostile_site):
    found = []
    lines = set("\n".join([styles_of(ROOT), *sheets_of(ROOT).values()]).split("\n"))
    for page in every_page(hostile_site):
        from_us = "contains(@src, '../scripts/') or starts-with(@src, 'scripts/') or @src='start.js'"
        plain = "contains(@src, 'first-use.js') or contains(@src, 'copy.js')"
        ours = f"(@type='module' or {plain}) and ({from_us}) and not(node())"
        data = "@type='application/ld+json' and not(contains(., '<'))"
        taken = "starts-with(@src, '../pictures/')"
        of_forms = f"(@type='importmap' and .='{IMPORTS}')"
        found += page.xpath(f"//script[not({ours} or {of_forms} or {data})] | //article//img[not({taken})]")
        found += page.xpath("//iframe | //object | //embed")
        found += [style.text for style in page.iter("style") if set(style.text.split("\n")) - lines]
        found += page.xpath(f"//svg[not({OUR_OWN})]")
        found += page.xpath("//@*[starts-with(name(), 'on')]")
        found += [href for href in page.xpath("//@href | //@src") if href.strip().lower().startswith("javascript:")]
    assert found == []


def without(text, parts):
    """What is left of the text of a style element without our style sheets."""
    for part in parts:
        text = text.replace(part, "", 1)
    return text.strip()


def every_page(site):
    pages = [tree(file) for file in sorted(site.rglob("*.html"))]
    assert len(pages) > 10
    return pages


def test_no_template_in_a_text_is_worked_out(hostile_site):
    pages = [text(page) for page in every_page(hostile_site)]
    assert [page for page in pages if "49" in page] == []


def test_no_text_closes_the_element_that_holds_it(hostile_site):
    for address in page_addresses(hostile_site):
        page = tree(hostile_site / address / "index.html")
        assert len(page.xpath("//article")) == len(page.xpath("//main")) == len(page.xpath("//footer")) == 1, address
        assert page.xpath("//footer//text()[contains(., 'Published by')]"), address
        assert not page.xpath("//article/following-sibling::*"), address


def test_every_page_of_a_hostile_record_has_one_first_heading(hostile_site):
    count = {address: len(list(article(hostile_site, address).iter("h1"))) for address in page_addresses(hostile_site)}
    assert {address: number for address, number in count.items() if number != 1} == {}


def test_the_audit_finds_the_hostile_site_whole(hostile_project):
    done = minutes(hostile_project, "audit", "site")
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_in_the_texts_runs_in_a_browser(hostile_site, hostile_home, browser):
    page = browser.new_page()
    dialogs, requests = [], []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: requests.append(request.url))
    ran = []
    for address in page_addresses(hostile_site):
        page.goto(hostile_home + address)
        for summary in page.locator("summary").filter(visible=True).all()[:3]:
            summary.click()
        page.evaluate("document.querySelectorAll('article *').forEach(e => e.dispatchEvent(new Event('mouseover')))")
        ran += [address] if page.evaluate("'hacked' in window") else []
    page.close()
    assert ran == dialogs == []
    assert [url for url in requests if not url.startswith(hostile_home)] == []


def test_a_browser_shows_a_hostile_text_as_it_was_typed(hostile_home, browser):
    page = browser.new_page()
    page.goto(hostile_home + HELD[0])
    shown = squeezed(page.locator("article").inner_text())
    page.close()
    assert squeezed(f"Meeting.title {record.HOSTILE}") in shown
    assert squeezed(f"AgendaItem.title {record.HOSTILE}") in shown


def test_a_hostile_pattern_of_action_ids_appears_as_it_was_typed(tmp_path):
    pattern = "<script>window.hacked=1</script>\"'&amp; | a | *b* _c_ `d` [x](javascript:x) # {number}"
    folder = copy_project(tmp_path / "project", record=None)
    record.write_hostile_record(folder / "data")
    (folder / "data/group.yml").write_text(json.dumps({**record.group(), "action_id": pattern}), encoding="utf-8")
    for stem in (record.FIRST, record.SECOND):
        (folder / f"data/meetings/{stem}.yml").unlink()
    site = built(folder)
    assert pattern in text(article(site, "about/"))
    assert tree(site / "about/index.html").xpath("//script") == []


def test_a_template_in_the_front_matter_of_no_generated_page_comes_from_the_record(hostile_project, tmp_path):
    minutes(hostile_project, "pages", "--out", str(tmp_path / "pages"))
    sources = {name: text for name, text in fingerprints(tmp_path / "pages").items() if name.endswith(".md")}
    assert len(sources) > 8
    assert [name for name, source in sources.items() if b"hacked=" in source or b"7*7" in source] == []
