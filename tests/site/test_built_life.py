"""The picture of the actions' life: what it shows against the record, and how it reads at every width and medium."""

import re
import shutil
from base64 import b64encode
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from a_project import article, built, by_id, cell, copy_project, page_addresses, served, text
from folders import DATA

from macros.language import wording
from macros.record.models import ActionStatus
from macros.rules.loading import load

LIFE, RAISED = "actions/life/", "actions/life/2030/"
PAGES = [LIFE, RAISED]
PHONE, DESK = 320, 1280
LATER_DAYS = [f"2031-{month:02}-09" for month in range(1, 13)]
LATER_MEETING = """\
date: {}
status: draft
actions:
  - id: TOY0130-02
    status: outstanding
not_mentioned: [TOY0130-03, TOY0330-01, TOY0330-02]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The toy archive, followed by a year of meetings, so that the picture is wider than a phone."""
    folder = copy_project(tmp_path_factory.mktemp("life") / "project", record=None)
    shutil.copytree(DATA / "toy" / "data", folder / "data")
    for day in LATER_DAYS:
        (folder / "data" / "meetings" / f"{day}.yml").write_text(LATER_MEETING.format(day), encoding="utf-8")
    built(folder)
    return folder


@pytest.fixture(scope="module")
def site(project):
    return project / "site"


@pytest.fixture(scope="module")
def register(project):
    return load(project)


@pytest.fixture(scope="module")
def home(site):
    with served(site) as address:
        yield address


@pytest.fixture
def open_page(window, home):
    """Opens pages of the site in a window with the options of Playwright's new_context."""
    return lambda address, width=DESK, **options: window(home + address, width, **options)


# What the pages say, against the record


def on_record(register, address):
    """What each cell should say and where it should lead, from the record alone."""
    ids = [key for key, action in register.actions.items() if action.open or address == RAISED]
    cells = set()
    for stem, step in register.steps.items():
        day = wording.meeting_day(wording.day(step.meeting.date), stem)
        for mention in step.mentions:
            entry = mention.entry
            words = str(entry.status or "no status recorded")
            words += f" by {' and '.join(entry.superseded_by)}" if entry.superseded_by else ""
            words += ", reopened" if entry.reopened else ""
            cells.add((entry.id, f"{entry.id}, {day}: {words}", f"meetings/{stem}/#{entry.id.lower()}"))
        for key in step.meeting.not_mentioned:
            cells.add((key, f"{key}, {day}: not mentioned", f"meetings/{stem}/#not-mentioned"))
    return ids, sorted(found[1:] for found in cells if found[0] in ids)


def leads_to(address, link):
    return urljoin(f"/{address}", link.get("href"))[1:]


def picture(site, address):
    [found] = article(site, address).xpath(".//div[div[contains(@aria-label, 'Picture')]]")
    return found


def cells(site, address):
    return picture(site, address).xpath(".//a[use]")


@pytest.mark.parametrize("address", PAGES)
def test_each_cell_says_what_its_meeting_recorded_and_leads_there(site, register, address):
    _, expected = on_record(register, address)
    assert len(expected) == {LIFE: 10 + 4 * 12, RAISED: 18 + 4 * 12}[address]
    assert sorted((text(link[0]), leads_to(address, link)) for link in cells(site, address)) == expected


@pytest.mark.parametrize("address", PAGES)
def test_the_place_that_each_cell_leads_to_tells_of_its_action(site, address):
    for link in cells(site, address):
        page, _, anchor = leads_to(address, link).partition("#")
        place = by_id(article(site, page), anchor)
        told = text(place if place.tag == "tr" else place.getparent())
        assert text(link[0]).partition(",")[0] in told


@pytest.mark.parametrize("address", PAGES)
def test_each_row_is_an_action_and_leads_to_its_history(site, register, address):
    ids, _ = on_record(register, address)
    rows = picture(site, address).xpath("./*[1]//a")
    assert [text(row.xpath("./text[@class='id']")[0]) for row in rows] == ids
    assert [leads_to(address, row) for row in rows] == [f"actions/{key.lower()}/" for key in ids]


@pytest.mark.parametrize("address", PAGES)
def test_each_column_is_a_held_meeting_and_leads_to_it(site, register, address):
    heads = picture(site, address).xpath("./div//a[text and not(use)]")
    assert [leads_to(address, head) for head in heads] == [f"meetings/{stem}/" for stem in register.held]
    assert text(heads[0][0]) == "Meeting of 10 January 2030"


@pytest.mark.parametrize("address", PAGES)
def test_the_table_says_the_same_facts_as_the_picture(site, register, address):
    rows = by_id(article(site, address), "life-table").xpath(".//tbody/tr")
    ids, expected = on_record(register, address)
    assert [text(row[0]) for row in rows] == ids
    assert [cell(row, "Action") for row in rows] == [register.actions[key].wording for key in ids]
    assert [cell(row, "Now") for row in rows] == ["Open" if register.actions[key].open else "Closed" for key in ids]
    facts = []
    for row in rows:
        [recorded] = row.xpath("./td[@data-label='Recorded']")
        words = [f"{text(row[0])}, {fact}" for fact in text(recorded).split("; ")]
        facts += zip(words, [leads_to(address, link) for link in recorded.iter("a")], strict=True)
    assert sorted(facts) == expected


def test_the_chart_and_its_table_give_the_numbers_of_each_meeting(site, register):
    page, before = article(site, LIFE), 0
    bars = page.xpath(".//*[contains(@aria-label, 'Chart of')]//a")
    rows = by_id(page, "flow-table").xpath(".//tbody/tr")
    assert [leads_to(LIFE, bar) for bar in bars] == [f"meetings/{stem}/" for stem in register.held]
    for bar, row, (stem, step) in zip(bars, rows, register.steps.items(), strict=True):
        opened, closed, after = (int(cell(row, label)) for label in ("Opened", "Closed", "Open after"))
        assert after == before + opened - closed == len(step.open_after)
        day = wording.meeting_day(wording.day(step.meeting.date), stem)
        assert text(row[0]) == day
        assert text(bar[0]) == f"{day}: {opened} opened, {closed} closed, {after} open after"
        assert [int(number.text) for number in bar.xpath("./text")[-3:]] == [after, opened, closed]
        before = after


def test_a_line_runs_while_an_action_is_open(site):
    [line] = picture(site, RAISED).xpath(".//path[@class='line']/@d")
    spans = re.findall(r"M(\d+) (\d+)H(\d+)", line)
    middle, edge = [str(22 + 44 * n) for n in range(16)], str(44 * 16)
    second_row = [(since, until) for since, y, until in spans if y == str(64 + 62 + 31)]
    assert second_row == [(middle[0], middle[1]), (middle[3], edge)]


def test_every_status_has_a_sign_of_its_own_shape_and_a_word_for_it(site):
    page = article(site, LIFE)
    words = [*(str(status) for status in ActionStatus), "no status recorded", "not mentioned", "reopened"]
    signs = [by_id(page, f"life-{word.replace(' ', '-')}") for word in words]
    shapes = {tuple(str(sorted(part.items())) for part in sign if part.get("class") != "target") for sign in signs}
    assert len(shapes) == len(words)
    [legend] = page.xpath(".//ul[@class='life-legend']")
    not_here = {"parked", "moved elsewhere", "no longer listed", "closed without saying how"}
    assert {text(item).lower() for item in legend} == {*words, "open"} - not_here


def test_only_these_pages_have_the_style_of_the_picture(record_site):
    loading = [
        address for address in page_addresses(record_site)
        if ".life-picture {" in (record_site / address / "index.html").read_text(encoding="utf-8")
    ]  # fmt: skip
    assert loading == ["actions/life/", "actions/life/2021/", "actions/life/2022/"]


@pytest.mark.parametrize("address", PAGES)
def test_each_drawing_is_well_formed_and_has_a_title_and_a_description(site, address):
    source = (Path(site) / address / "index.html").read_text(encoding="utf-8")
    drawings = [ElementTree.fromstring(found) for found in re.findall(r"<svg.*?</svg>", source, re.DOTALL)]
    named = [drawing for drawing in drawings if drawing.get("aria-hidden") != "true"]
    assert len(named) == {LIFE: 4, RAISED: 2}[address]
    for drawing in named:
        title, description = drawing[:2]
        assert (title.tag, description.tag) == ("title", "desc")
        assert drawing.get("aria-labelledby") == title.get("id")
        assert drawing.get("aria-describedby") == description.get("id")
        assert title.text
        assert description.text


# How they look and work in a browser

LOOK = """() => {
  const box = e => e.getBoundingClientRect();
  const drawings = [...document.querySelectorAll('.life-picture svg')];
  return {
    width: document.documentElement.scrollWidth,
    smallestTarget: Math.min(...drawings.flatMap(d => [...d.querySelectorAll('a')])
      .flatMap(a => [box(a).width, box(a).height])),
    smallestText: Math.min(...[...document.querySelectorAll('.life-picture text')]
      .map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)),
    uneven: [...document.querySelectorAll('.life-picture')].map(p => [...p.querySelectorAll('svg')].map(box))
      .filter(([rows, columns]) => Math.hypot(rows.top - columns.top, rows.height - columns.height) > 1).length,
    beyond: drawings.filter(d => box(d).right > innerWidth + 1).length,
    tallest: Math.max(...drawings.map(d => box(d).height)),
    regions: [...document.querySelectorAll('.life-region')].map(r => ({
      role: r.role, stop: r.tabIndex, label: r.ariaLabel, wider: r.scrollWidth - r.clientWidth})),
  };
}"""


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("address", PAGES)
def test_the_picture_is_legible_and_easy_to_hit_at_every_width(open_page, address, width):
    look = open_page(address, width).evaluate(LOOK)
    assert look["width"] == width
    assert look["smallestTarget"] >= 24
    assert look["smallestText"] >= 15.9
    assert look["uneven"] == 0


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("address", PAGES)
def test_the_picture_scrolls_in_labelled_regions_of_its_own(open_page, address, width):
    regions = open_page(address, width).evaluate(LOOK)["regions"]
    assert {(region["role"], region["stop"]) for region in regions} == {("region", 0)}
    assert len({region["label"] for region in regions}) == len(regions) == {LIFE: 2, RAISED: 1}[address]
    assert [region["wider"] > 0 for region in regions] == [width == PHONE] * len(regions)


def test_the_latest_meeting_is_in_view_beside_the_names_of_the_rows(open_page):
    page = open_page(LIFE, PHONE)
    name = page.get_by_role("group", name="The rows").first.get_by_role("link", name="TOY0130-02")
    assert name.bounding_box()["x"] >= 0
    last = page.get_by_role("link", name="TOY0130-02, 9 December 2031: outstanding")
    assert last.bounding_box()["x"] + last.bounding_box()["width"] <= PHONE


def test_a_cell_is_found_by_its_name_and_leads_to_the_meetings_record(open_page):
    page = open_page(RAISED)
    page.get_by_role("link", name="TOY0130-04, 14 March 2030: superseded by TOY0330-01", exact=True).click()
    parts = urlsplit(page.url)
    assert f"{parts.path}#{parts.fragment}" == "/minutes/meetings/2030-03-14/#toy0130-04"
    assert page.locator(":target").inner_text().startswith("TOY0130-04")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_reaches_a_cell_that_is_then_in_view_and_marked(open_page, scheme):
    page = open_page(LIFE, PHONE, color_scheme=scheme)
    cell = page.get_by_role("link", name="TOY0130-02, 9 December 2031: outstanding")
    page.get_by_role("link", name="TOY0130-02, 9 November 2031: outstanding").focus()
    page.keyboard.press("Tab")
    assert cell.evaluate("e => e === document.activeElement && e.matches(':focus-visible')")
    box = cell.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE
    marked = page.screenshot(clip=box)
    cell.evaluate("e => e.blur()")
    assert page.screenshot(clip=box) != marked


def test_the_region_is_a_stop_of_its_own_and_scrolls_by_keyboard(open_page):
    page = open_page(LIFE, PHONE)
    page.locator(".life-picture").first.get_by_role("link", name="TOY0330-02").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "life-region"
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("document.activeElement.scrollLeft < 0")


@pytest.mark.parametrize("what", ["picture", "chart"])
def test_the_skip_link_leads_past_the_drawing_to_the_table(open_page, what):
    page = open_page(LIFE)
    page.get_by_role("link", name=f"Skip the {what}; the same facts are in the table below").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('table') !== null")


# The contrast with the paper of the pixel of a screenshot that stands out most
CONTRAST = """async shot => {
  const image = await createImageBitmap(new Blob([Uint8Array.from(atob(shot), sign => sign.charCodeAt(0))]));
  const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height});
  const brush = canvas.getContext('2d');
  brush.drawImage(image, 0, 0);
  const {data} = brush.getImageData(0, 0, image.width, image.height);
  const light = at => [0, 1, 2].map(i => data[at + i] / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const paper = light(0);
  return Math.max(...Array.from({length: data.length / 4}, (_, n) => light(4 * n))
    .map(l => (Math.max(l, paper) + .05) / (Math.min(l, paper) + .05)));
}"""


def contrast(page, drawn):
    return page.evaluate(CONTRAST, b64encode(drawn.screenshot()).decode())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_every_sign_and_line_stands_out_in_every_scheme(open_page, scheme, forced):
    page = open_page(LIFE, color_scheme=scheme, forced_colors=forced)
    keys = page.locator(".life-key")
    assert keys.count() == 9
    assert min(contrast(page, key) for key in keys.all()) >= 3
    assert contrast(page, page.get_by_role("link", name="TOY0130-02, 9 December 2031: outstanding")) >= 3
    bar = page.get_by_role("link", name="14 March 2030: 1 opened, 2 closed, 4 open after")
    assert contrast(page, bar) >= 4.5


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_are_the_readers_own(open_page, address, scheme):
    page = open_page(address, color_scheme=scheme, forced_colors="active")
    own = page.evaluate("getComputedStyle(document.body).color")
    signs = page.locator(".sign").evaluate_all("all => all.map(e => getComputedStyle(e).color)")
    words = page.locator(".life-region text").evaluate_all("all => all.map(e => getComputedStyle(e).fill)")
    assert {*signs, *words} == {own}


@pytest.mark.parametrize("address", PAGES)
def test_on_paper_a_drawing_fits_the_page_uncut(open_page, address):
    page = open_page(address, width=680)  # A4 without its margins
    page.emulate_media(media="print")
    look = page.evaluate(LOOK)
    assert (look["beyond"], look["uneven"]) == (0, 0)
    assert {region["wider"] for region in look["regions"]} == {0}
    assert look["tallest"] < 1000
    kept = page.locator(".life-picture").evaluate_all("all => all.map(e => getComputedStyle(e).breakInside)")
    assert set(kept) == {"avoid"}


def test_the_pages_lead_to_each_other_and_to_the_tracker(open_page):
    page = open_page("actions/")
    page.get_by_role("link", name="the life of the actions as a picture").click()
    page.get_by_role("paragraph").get_by_role("link", name="2030").click()
    assert urlsplit(page.url).path == f"/minutes/{RAISED}"
    page.get_by_role("link", name="the actions open now and those of other years").click()
    page.get_by_role("link", name="the action tracker").click()
    assert urlsplit(page.url).path == "/minutes/actions/"
