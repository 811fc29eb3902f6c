"""The tracker's filters as a reader uses them; what they show is checked against the register."""

import csv
import io
import re
import sys
from dataclasses import replace

import pytest
from a_project import ROOT, built, copy_project, served, unmarked
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.language import wording
from macros.pages.tracker import AT_A_TIME, FIRST
from macros.register import kind_of, status_said
from macros.register.following import follow
from macros.rules.loading import load

sys.path.insert(0, str(ROOT / "benchmarks"))
from invented import write_archive
from serving import served as served_as_gzip
from states import DESK, PHONE, TABLET, open_details


@pytest.fixture(scope="module")
def big_project(tmp_path_factory):
    """An invented archive of more actions than stand on one page."""
    folder = copy_project(tmp_path_factory.mktemp("big-tracker") / "project", record=None)
    write_archive(folder, meetings=56, actions=18, seed=3)
    built(folder)
    return folder


@pytest.fixture
def big_site(big_project):
    return big_project / "site"


@pytest.fixture(scope="module")
def big(big_project):
    with served(big_project / "site") as address:
        yield load(big_project), address


@pytest.fixture
def visit(window):
    """Opens the tracker with a filter in its address."""
    return lambda home, search="", width=DESK, **options: window(f"{home}actions/{search}", width, **options)


# What is typed counts once the scripts are there, and the address says so.
TYPED_COUNTS = """() => {
  const typed = document.querySelector('#filter-q').value.trim();
  return typed === (new URLSearchParams(location.search).get('q') ?? '').trim();
}"""


def ids(page):
    """The ids of the rows, in their order."""
    page.wait_for_function(TYPED_COUNTS)
    page.wait_for_function("document.querySelector('#finder-count').textContent !== 'Looking …'")
    settled(page)
    return page.eval_on_selector_all("#tracker tbody th a", "links => links.map(a => a.textContent)")


def settled(page):
    """Wait until no more rows are drawn."""
    script = """async () => {
      const rows = () => document.querySelector('#tracker tbody').rows.length;
      for (let before = -1, calm = 0; calm < 3;) {
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        [calm, before] = rows() === before ? [calm + 1, before] : [0, rows()];
      }
    }"""
    page.evaluate(script)


def unfold(page):
    """Open what is folded behind "More filters"."""
    page.locator("#finder-more:not([open]) > summary").click()


def count(page):
    return page.inner_text("#finder-count")


def words_in(register, action):
    """Everything of an action that words are looked for in."""
    people = register.archive.people
    names = {**people.people, **people.posts, **people.organisations}
    owners = action.owner.keys if action.owner else ()
    texts = [action.id, *owners, *(names[key].name or "" for key in owners)]
    texts += [mention.wording for mention in action.mentions]
    texts += [mention.entry.update or "" for mention in action.mentions]
    return " ".join(texts).lower()


def found(register, test):
    return {action.id for action in register.actions.values() if test(action)}


# Words, and filters that can be chosen and typed alike


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("query", ["misreads", "MISREADS anpr", "scotton", "IAG0721-06", "portfolio survey", "Katie"])
def test_words_must_all_be_found(visit, record_home, record_register, query, width):
    page = visit(record_home, width=width)
    page.get_by_label("Find actions with these words").press_sequentially(query)
    expected = found(
        record_register, lambda a: all(word in words_in(record_register, a) for word in query.lower().split())
    )
    assert expected
    assert set(ids(page)) == expected
    assert count(page).startswith(f"{len(expected)} of 16 actions")


def test_a_phrase_stands_together(visit, record_home, record_register):
    expected = found(record_register, lambda a: "home office" in words_in(record_register, a))
    assert set(ids(visit(record_home, '?q=misreads+"Home+Office"'))) == expected
    assert set(ids(visit(record_home, "?q=misreads+“Home+Office”"))) == expected
    assert ids(visit(record_home, '?q="Office+Home"')) == []


CHOSEN_AND_TYPED = [
    ("?status=open", "is:open", lambda r, a: a.open),
    ("?status=closed", "is:closed", lambda r, a: not a.open),
    ("?status=outstanding", "is:outstanding", lambda r, a: kind_of(a.status) == "outstanding"),
    ("?status=no-status-recorded", "is:no-status-recorded", lambda r, a: a.status is None),
    ("?owner=KS", "owner:ks", lambda r, a: a.owner and "KS" in a.owner.keys),
    ("?owner=KS", 'owner:"Katie Scotton"', lambda r, a: a.owner and "KS" in a.owner.keys),
    (
        "?owner=OBSCC&people=yes",
        "owner:OBSCC+people",
        lambda r, a: a.owner and set(a.owner.keys) & {"OBSCC", *r.members["OBSCC"]},
    ),
    ("?from=2021&to=2021", "raised:2021", lambda r, a: a.raised[0] == 2021),
    ("?from=2021-08", "raised:2021-08..", lambda r, a: a.raised >= (2021, 8)),
    ("?to=2021-12", "raised:..2021-12", lambda r, a: a.raised <= (2021, 12)),
    ("?meeting=2022-03-21", "meeting:2022-03-21", lambda r, a: True),
    ("?status=no-status-recorded", 'is:"No status recorded"', lambda r, a: a.status is None),
    ("?from=2021&to=2021", 'raised:"January 2021..dec 2021"', lambda r, a: a.raised[0] == 2021),
    ("?from=07/2021&to=2021-07", "raised:07/2021", lambda r, a: a.raised == (2021, 7)),
    ("?from=July+2021&to=7/2021", 'raised:"July 2021"', lambda r, a: a.raised == (2021, 7)),
    ("?meeting=2022-03-21", 'meeting:"21 March 2022"', lambda r, a: True),
    ("?as-of=2022-03-21", "as-of:21/03/2022", lambda r, a: True),
    ("?owner=KS", "owner: KS", lambda r, a: a.owner and "KS" in a.owner.keys),
    ("?owner=CH&status=completed", "owner:CH is:completed", lambda r, a: a.id in ("IAG0721-04", "IAG0721-08")),
]


@pytest.mark.parametrize(("chosen", "typed", "test"), CHOSEN_AND_TYPED)
def test_what_can_be_chosen_can_be_typed(visit, record_home, record_register, chosen, typed, test):
    expected = found(record_register, lambda action: test(record_register, action))
    assert expected
    page = visit(record_home, chosen)
    assert set(ids(page)) == expected
    page.get_by_role("button", name="Clear filters").click()
    assert len(ids(page)) == 16
    page.get_by_label("Find actions with these words").fill(typed)
    assert set(ids(page)) == expected


def test_filters_are_chosen_with_the_form(visit, record_home):
    page = visit(record_home)
    page.get_by_label("Owner", exact=True).select_option("OBSCC")
    assert set(ids(page)) == {"IAG0721-01", "IAG0721-02", "IAG0721-06", "IAG0721-09", "IAG0721-12", "IAG0322-02"}
    unfold(page)
    page.get_by_label("Also what the people of the chosen organisation own").check()
    assert "IAG0721-03" in ids(page)
    page.get_by_label("Status").select_option("open")
    page.get_by_label("Raised from").fill("2022")
    page.get_by_label("Raised from").press("Enter")
    assert ids(page) == ["IAG0322-02"]
    assert page.url.endswith("?owner=OBSCC&people=yes&status=open&from=2022")
    page.get_by_role("button", name="Clear filters").click()
    assert len(ids(page)) == 16
    assert page.url.endswith("/actions/")
    assert page.evaluate("document.activeElement.id") == "filter-q"


@pytest.mark.parametrize(
    ("search", "said", "number"),
    [
        ("?q=is:opne", "“opne” is not a status. Expected one of: open, closed, outstanding", 16),
        ("?q=owner:KZ+misreads", "“KZ” matches nobody in this record", 4),
        ("?owner=KZ", "“KZ” matches nobody in this record", 16),
        ("?q=owner:otton", "“otton” matches nobody in this record", 16),
        ("?q=owner:recorded", "“recorded” matches nobody in this record", 16),
        ("?q=owner:***", "“***” matches nobody in this record", 16),
        ("?q=raised:july", "“july” is not a month", 16),
        ("?from=2021-13", "“2021-13” is not a month", 16),
        ("?q=raised:2021..2020", "Raised from “2021” is later than to “2020”. It was left out of the filter.", 16),
        ("?from=2021-08&to=July+2021", "Raised from “2021-08” is later than to “July 2021”.", 16),
        ("?q=meeting:2022-03-22", "No meeting on record is called “2022-03-22”", 16),
        ("?q=constructor:x", "“constructor:” is not a filter of this page, so it was looked for as words", 0),
        ("?q=colour:red", "“colour:” is not a filter of this page, so it was looked for as words", 0),
        ("?q=owner:", "“owner:” has nothing after it", 16),
        ("?sort=size", "“size” is not a way to sort", 16),
    ],
)
def test_what_was_not_understood_is_said(visit, record_home, search, said, number):
    page = visit(record_home, search)
    assert len(ids(page)) == number
    assert said in page.inner_text("#finder-trouble")
    assert "Part of the filter was not understood." in count(page)


def test_trouble_is_read_out_when_typing_pauses(visit, record_home):
    page = visit(record_home)
    page.evaluate("""() => {
      window.said = [];
      const note = () => window.said.push(document.querySelector('#finder-count').textContent);
      new MutationObserver(note).observe(document.querySelector('#finder-count'), { childList: true });
    }""")
    page.get_by_label("Find actions with these words").press_sequentially("is:open", delay=60)
    assert set(ids(page)) == set(ids(visit(record_home, "?status=open")))
    page.wait_for_timeout(800)
    assert not [said for said in page.evaluate("window.said") if "not understood" in said]
    page.get_by_label("Find actions with these words").press_sequentially("ed")
    page.wait_for_function("document.querySelector('#finder-count').textContent.includes('not understood')")


# Owners

OWNERS = [
    ("owner:MPS+people", "owner MPS, Metropolitan Police Service, and its people", {"CC"}),
    ("owner:HERTS+people", "owner HERTS, Hertfordshire Police, and its people", {"CH"}),
    ('owner:"Hertfordshire Police"+people', "owner HERTS, Hertfordshire Police, and its people", {"CH"}),
    ("owner: herts +People", "owner HERTS, Hertfordshire Police, and its people", {"CH"}),
    ("owner:MPS", "owner MPS, Metropolitan Police Service", set()),
    ("owner:SS", "owner SS", set()),
    ("owner:sst", "owner SSt, Sarah Steadman", set()),
    ("owner:Fraser", "owner FS, Fraser Sampson", {"FS"}),
    ("owner:hall", "owner CH, Charlie Hall, or HH, Hannah Hall", {"CH", "HH"}),
    ('owner:"Head of Policy"', "owner KS, Katie Scotton", {"KS"}),
    ("owner:policy", "owner KS, Katie Scotton", {"KS"}),
    ('owner:"Biometrics and Surveillance Camera Commissioner"', "owner FS, Fraser Sampson", {"FS"}),
    ("owner:sharp", "owner KH, Kevin Sharp", set()),
]


@pytest.mark.parametrize(("typed", "said", "owners"), OWNERS)
def test_an_owner_is_asked_for_by_initials_name_or_role(visit, record_home, record_register, typed, said, owners):
    page = visit(record_home)
    page.get_by_label("Find actions with these words").fill(typed)
    assert set(ids(page)) == found(record_register, lambda a: a.owner and owners & set(a.owner.keys))
    assert page.inner_text("#finder-said") == f"Filtered by: {said}."


def test_an_organisation_whose_people_own_actions_can_be_chosen(visit, record_home, record_register):
    page = visit(record_home)
    values = "options => options.map(option => option.value)"
    organisations = page.eval_on_selector_all("#filter-owner [label=Organisations] option", values)
    assert organisations == ["HERTS", "MPS", "OBSCC"]
    page.get_by_label("Owner", exact=True).select_option("HERTS")
    unfold(page)
    page.get_by_label("Also what the people of the chosen organisation own").check()
    assert set(ids(page)) == {action.id for action in record_register.owned["CH"]}


@pytest.mark.parametrize(("key", "name"), [("AB", "AB, Invented Person A"), ("CD", "CD, Invented Person C")])
@pytest.mark.parametrize("stem", ["2030-01-10", "2030-03-14", "2030-06-20"])
def test_what_somebody_once_owned_is_found_and_marked(visit, toy_home, toy, key, name, stem):
    then = after(toy, stem)
    once = {action.id for action in then.once_owned.get(key, ())}
    page = visit(toy_home, f"?owner={key}&as-of={stem}")
    assert set(ids(page)) == {action.id for action in then.owned.get(key, ())} | once
    marks = "marks => marks.map(mark => [mark.closest('tr').cells[0].querySelector('a').textContent, mark.textContent])"
    marked = page.eval_on_selector_all("#tracker .once-owned", marks)
    assert sorted(marked) == sorted([identity, f"Once owned by {key}"] for identity in once)
    assert f"owner {name}" in page.inner_text("#finder-said")


def test_the_mark_of_a_former_owner_goes_with_the_filter(visit, toy_home):
    page = visit(toy_home, "?owner=AB")
    assert "Once owned by AB" in page.text_content("#toy0130-05")
    page.get_by_role("button", name="Clear filters").click()
    ids(page)
    assert "Once owned by AB" not in page.text_content("#toy0130-05")


# As of a meeting


def after(archive, stem):
    """The register as it would have been after a meeting."""
    known = {key: filed for key, filed in archive.meeting_files.items() if key <= stem}
    return follow(replace(archive, meeting_files=known))


def shown_state(page):
    labels = ("Owner", "Status", "pen for", "Latest update")
    script = """(labels) => [...document.querySelectorAll('#tracker tbody tr')].map(row => {
      const texts = labels.map(label => {
        const found = row.querySelector(`[data-label$="${label}"]`);
        if (!found) return '';
        const cell = found.cloneNode(true);
        cell.querySelectorAll('.row-line').forEach(e => e.remove());
        cell.querySelectorAll('.aside').forEach(e => e.remove());
        return cell.textContent.replace(/\\s+/g, ' ').trim();
      });
      return [row.cells[0].querySelector('a').textContent, ...texts];
    })"""
    return {identity: texts for identity, *texts in page.evaluate(script, list(labels))}


def state(register):
    out = {}
    for action in register.actions.values():
        update = unmarked(action.update.entry.update) if action.update else ""
        status = wording.sentence(status_said(action.status))
        out[action.id] = [action.owner.text if action.owner else "", status, action.age.said, update]
    return out


@pytest.mark.parametrize("stem", ["2030-01-10", "2030-03-14", "2030-03-14-b", "2030-06-20"])
def test_the_tracker_as_of_a_meeting_is_the_register_of_that_day(visit, toy_home, toy, stem):
    page = visit(toy_home, f"?as-of={stem}")
    ids(page)
    then = after(toy, stem)
    assert shown_state(page) == state(then)
    assert count(page) == f"All {len(then.actions)} actions."
    if stem != "2030-06-20":
        assert "what later meetings recorded is left out" in page.inner_text("#finder-said")


def test_a_filter_asks_about_the_day_of_the_meeting(visit, toy_home, toy):
    page = visit(toy_home, "?q=as-of:2030-03-14+is:open")
    assert set(ids(page)) == {action.id for action in after(toy, "2030-03-14").open}


def test_an_invented_archive_as_of_a_meeting_agrees_too(visit, big):
    register, home = big
    stem = register.held[20]
    then = after(register.archive, stem)
    page = visit(home, f"?as-of={stem}&status=open")
    shown = set(ids(page))
    assert shown == {action.id for action in then.open}
    expected = state(then)
    assert shown_state(page) == {key: expected[key] for key in shown}


# Order


@pytest.mark.parametrize("name", ["ID", "Owner", "Status", "Latest update"])
def test_a_head_sorts_and_sorts_the_other_way(visit, toy_home, name):
    page = visit(toy_home)
    head = page.get_by_role("columnheader", name=name)
    head.get_by_role("button").click()
    up = ids(page)
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert sorted(ids(page)) == sorted(up)
    assert ids(page) != up
    assert "Sorted by: " in page.inner_text("#finder-said")
    assert page.locator("[aria-sort]").count() == 1


def test_sorting_follows_the_register(visit, toy_home, toy_register):
    actions = toy_register.actions
    shown = ids(visit(toy_home, "?sort=age"))
    ages = [(actions[key].age.months, actions[key].age.meetings) for key in shown]
    assert ages == sorted(ages)
    shown = ids(visit(toy_home, "?sort=-mentioned"))
    assert [actions[key].last.meeting for key in shown] == sorted(
        (a.last.meeting for a in actions.values()), reverse=True
    )
    assert ids(visit(toy_home, "?sort=id")) == list(actions)
    assert [actions[key].open for key in ids(visit(toy_home))] == [a.open for a in toy_register.listed]


# The address


def test_back_forward_and_reload_give_the_same_list(visit, record_home):
    page = visit(record_home)
    page.get_by_label("Find actions with these words").press_sequentially("misreads")
    misreads = ids(page)
    page.get_by_role("link", name="Open (3)").click()
    still_open = ids(page)
    assert len(still_open) < len(misreads) < 16
    page.reload()
    assert ids(page) == still_open
    page.go_back()
    page.wait_for_function("document.querySelector('#filter-status').value === ''")
    assert ids(page) == misreads
    page.go_back()
    page.wait_for_function("document.querySelector('#filter-q').value === ''")
    assert len(ids(page)) == 16
    page.go_forward()
    page.go_forward()
    page.wait_for_function("document.querySelector('#filter-status').value === 'open'")
    assert ids(page) == still_open


@pytest.mark.parametrize("owner", ["", "KS"])
def test_typing_on_does_not_type_over_a_list(visit, record_home, owner):
    page = visit(record_home, "?q=misreads")
    if owner:
        page.get_by_label("Owner", exact=True).select_option(owner)
    before, address = ids(page), page.url
    page.get_by_label("Find actions with these words").press("End")
    page.get_by_label("Find actions with these words").press_sequentially(" home")
    assert page.url != address
    page.go_back()
    page.wait_for_function("document.querySelector('#filter-q').value === 'misreads'")
    assert page.url == address
    assert ids(page) == before


@pytest.mark.parametrize(
    ("typed", "button", "left"),
    [
        ("is:open open zebra", "Without the words “open”", None),
        ("is:completed completedx", "Without the words “completedx”", "is:completed"),
        ("owner:FS “owner”", "Without the words “owner”", "owner:FS"),
        ("colour owner:FS  our", "Without the words “our”", None),
        ("owner: HH is:open", "Without owner HH, Hannah Hall", "is:open"),
    ],
)
def test_the_way_out_takes_away_its_own_words(visit, record_home, typed, button, left):
    page = visit(record_home)
    page.get_by_label("Find actions with these words").fill(typed)
    assert ids(page) == []
    ways = page.get_by_role("button", name=button)
    assert ways.count() == (left is not None)
    if left:
        ways.click()
        assert page.input_value("#filter-q") == left


def test_two_filters_and_a_row_that_contradict_each_other(visit, record_home):
    page = visit(record_home, "?owner=CH&status=open&q=misreads#iag0721-13")
    assert ids(page) == ["IAG0721-13"]
    assert "Named in the address. The filters would leave it out." in page.inner_text("#iag0721-13")
    assert count(page) == "No action matches, and IAG0721-13, which the address names."
    page.get_by_role("button", name=re.compile("Without owner CH, Charlie Hall")).click()
    assert set(ids(page)) == {"IAG0721-05", "IAG0721-06", "IAG0322-02", "IAG0721-13"}


def test_nothing_found_says_what_to_loosen(visit, record_home, record_register):
    page = visit(record_home, "?owner=HH&status=open")
    closed = found(record_register, lambda a: a.owner and "HH" in a.owner.keys)
    assert ids(page) == []
    buttons = page.locator("#finder-trouble button").all_inner_texts()
    assert buttons == [
        f"Without owner HH, Hannah Hall ({len(record_register.open)} actions)",
        f"Without open ({len(closed)} actions)",
    ]


def test_a_named_row_is_marked_where_the_filter_shows_it(visit, record_home):
    page = visit(record_home, "?q=misreads#iag0721-06")
    assert len(ids(page)) == 4
    assert "Named in the address." in page.inner_text("#iag0721-06")
    assert page.inner_text("#iag0721-06 th a") == "IAG0721-06"


def in_view(page, anchor):
    script = """async (id) => {
      await new Promise(done => setTimeout(done, 300));
      const { top } = document.getElementById(id).getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    }"""
    return page.evaluate(script, anchor)


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("search", ["?status=open#iag0721-01", "#IAG0721-06", "?q=misreads#IAG0721-06"])
def test_the_row_that_the_address_names_is_in_view(visit, record_home, search, width):
    page = visit(record_home, search, width=width)
    ids(page)
    anchor = search.partition("#")[2].lower()
    assert in_view(page, anchor)
    assert "Named in the address." in page.inner_text(f"#{anchor}")
    page.evaluate("scrollTo(0, 0)")
    page.evaluate("location.hash = '#IAG0721-13'")
    page.wait_for_selector("#iag0721-13.named")
    ids(page)
    assert in_view(page, "iag0721-13")


# What can be taken away


def test_the_download_holds_exactly_the_rows_shown(visit, record_home, record_register):
    page = visit(record_home, "?q=misreads&sort=-id")
    shown = ids(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these 4 as CSV").click()
    assert download.value.suggested_filename == "anpr-iag-actions-2022-03-21.csv"
    text = download.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["ID"] for row in rows] == shown
    for row in rows:
        action = record_register.actions[row["ID"]]
        assert row["Action"] == action.wording
        assert row["Owner"] == action.owner.text
        assert row["Open or closed"] == ("open" if action.open else "closed")
        assert row["Latest update"] == (action.update.entry.update if action.update else "")
        assert row["Address"] == f"{record_home}{record_register.addresses[action.id]}"


# Beginnings of cells, in spreadsheets whose separator is a comma, a semicolon or a tab.
TEXTS = st.text(st.sampled_from("=+-@＝＋－＠'\"; \t\r\n,\u00a0\u200b\ufeffaé1"), max_size=12)
RUN = tuple("=+-@＝＋－＠")


def test_no_spreadsheet_runs_a_cell_of_the_download_and_a_program_gets_the_text_back(visit, record_home):
    page, texts = visit(record_home), []
    settings(max_examples=2000)(given(TEXTS)(lambda text: texts.append(text)))()
    texts += ["=1+1", "a;=1", "- one\n- two", "''", "'=", '";"=1', " =1", "＝1", "a\u00a0=1", "it's"]
    cells = page.evaluate(
        "async (texts) => texts.map((await import(new URL('../scripts/tracker/csv.js', location))).quoted)", texts
    )
    for text, written in zip(texts, cells, strict=True):
        line = f"IAG1,{written},open\r\n"
        [row] = csv.reader(io.StringIO(line, newline=""))
        assert re.sub(r"(^|[;\t\r\n])'", r"\1", row[1]) == text
        for separator in ",;\t":
            for row in csv.reader(io.StringIO(line, newline=""), delimiter=separator):
                for cell in row[1:] if row and row[0].startswith("IAG1") else row:
                    assert not cell.strip(' "\u00a0\u200b\ufeff').startswith(RUN), (text, separator, row)


def test_paper_says_the_filter_above_the_list(visit, record_home):
    page = visit(record_home, "?owner=KS&sort=id")
    assert len(ids(page)) == 3
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.inner_text("#finder-said") == "Filtered by: owner KS, Katie Scotton. Sorted by: ID."
    assert page.inner_text("#finder-count") == "3 of 16 actions."
    assert not page.locator("#filter-q, #finder-csv, #finder-clear").filter(visible=True).count()
    assert page.locator("#tracker tbody tr").filter(visible=True).count() == 3


# Every reader


def test_without_script_the_table_is_whole_and_no_control_is_dead(visit, record_home, record_register):
    page = visit(record_home, "?q=misreads", java_script_enabled=False)
    assert page.locator("#tracker tbody tr").count() == len(record_register.actions)
    assert page.locator("main").locator("form, input, select, button").filter(visible=True).count() == 0


SHIFTED = """() => new Promise((done) => {
  const told = ({ value, sources }) => [value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80))];
  const watch = new PerformanceObserver((list) => done(list.getEntries().map(told)));
  watch.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done([]), 300);
})"""


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_nothing_shifts_when_the_scripts_arrive(visit, record_home, width):
    page = visit(record_home, width=width)
    assert page.evaluate(SHIFTED) == []
    before = page.evaluate("document.querySelector('#tracker').getBoundingClientRect().top")
    page.locator("#filter-q").focus()
    page.wait_for_function("document.querySelector('#filter-meeting').length > 1")
    assert page.evaluate("document.querySelector('#tracker').getBoundingClientRect().top") == before
    assert page.evaluate(SHIFTED) == []


def test_what_is_typed_before_the_scripts_are_here_counts(browser, record_home):
    page = browser.new_page()
    held = []
    page.route("**/tracker/tracker.js", lambda route: held.append(route))
    page.goto(f"{record_home}actions/")
    with page.expect_request("**/tracker/tracker.js"):
        page.get_by_label("Find actions with these words").fill("misreads")
    page.get_by_label("Owner", exact=True).select_option("CH")
    [route] = held
    route.continue_()
    page.wait_for_url("**/actions/?q=misreads&owner=CH")
    assert ids(page) == ["IAG0721-04"]
    page.close()


def test_a_month_counts_once_it_is_wholly_typed(visit, record_home):
    page = visit(record_home)
    unfold(page)
    page.get_by_label("Raised to").press_sequentially("2021-07")
    page.wait_for_url("**/actions/?to=2021-07")
    page.wait_for_function("document.querySelector('#finder-count').textContent === '13 of 16 actions.'")


def test_an_organisation_that_owns_nothing_is_chosen_with_its_people(visit, record_home):
    page = visit(record_home)
    page.get_by_label("Owner", exact=True).select_option("HERTS")
    page.wait_for_url("**people=yes**")
    assert ids(page) == ["IAG0721-07", "IAG0721-04", "IAG0721-08"]


def test_a_button_pressed_before_the_scripts_are_here_is_pressed(browser, record_home):
    page = browser.new_page()
    page.goto(f"{record_home}actions/")
    page.get_by_role("columnheader", name="ID").get_by_role("button").click()
    page.wait_for_url("**/actions/?sort=id")
    assert ids(page)[:2] == ["IAG0322-01", "IAG0322-02"]
    page.close()


def test_all_modules_are_asked_for_in_one_go():
    folder = ROOT / "docs" / "scripts"
    text = (folder / "first-use.js").read_text("utf-8")
    shared = set(re.findall(r'"([a-z-/]+)"', re.search(r"SHARED = \[(.*?)\]", text, re.DOTALL)[1]))
    for main, listed in re.findall(r'"([a-z/]+\.js)": \[(.*?)\]', text, re.DOTALL):
        named, found, new = shared | set(re.findall(r'"([a-z-/]+)"', listed)), set(), {folder / main}
        while new:
            found |= new
            new = {
                (file.parent / path).resolve()
                for file in new for path in re.findall(r'from "([^"]+)"', file.read_text("utf-8"))
            } - found  # fmt: skip
        assert {file.relative_to(folder).with_suffix("").as_posix() for file in found} - {main[:-3]} == named


# The tabs


def in_tabs(page):
    script = "tabs => tabs.map(tab => [tab.textContent, tab.getAttribute('aria-current')])"
    return page.eval_on_selector_all("#tracker-tabs a", script)


FILTERS = ["", "q=reword", "owner=AB", "from=2030-02", "meeting=2030-03-14", "as-of=2030-03-14", "overdue=yes",
           "q=-is:open", "q=owner:CD+action", "as-of=2030-01-10&owner=AB"]  # fmt: skip


@pytest.mark.parametrize("asked", FILTERS)
def test_each_tab_says_how_many_actions_it_lists(visit, toy_home, asked):
    listed = {}
    for status in ("open", "closed", ""):
        page = visit(toy_home, "?" + "&".join(filter(None, [asked, f"status={status}" if status else ""])))
        listed[status] = len(ids(page))
        chosen = status.capitalize() or "All"
        assert [text.split(" ")[0] for text, current in in_tabs(page) if current] == [chosen]
        assert f"{chosen} ({listed[status]})" in [text for text, _current in in_tabs(page)]
    expected = [f"Open ({listed['open']})", f"Closed ({listed['closed']})", f"All ({listed['']})"]
    for status in ("open", "closed", ""):
        page = visit(toy_home, "?" + "&".join(filter(None, [asked, f"status={status}" if status else ""])))
        ids(page)
        assert [text for text, _current in in_tabs(page)] == expected
    assert listed["open"] + listed["closed"] == listed[""]


def test_a_tab_is_taken_without_leaving_the_page_and_is_a_link(visit, record_home):
    page = visit(record_home, "?q=misreads")
    assert in_tabs(page) == [["Open (3)", None], ["Closed (1)", None], ["All (4)", "page"]]
    page.get_by_role("link", name="Closed (1)").click()
    assert ids(page) == ["IAG0721-04"]
    assert page.url == f"{record_home}actions/?q=misreads&status=closed"
    page.goto(page.get_by_role("link", name="Open (3)").evaluate("link => link.href"))
    assert len(ids(page)) == 3
    page.go_back()
    assert ids(page) == ["IAG0721-04"]


def test_a_kind_of_status_is_none_of_the_tabs(visit, record_home):
    page = visit(record_home, "?status=completed")
    assert len(ids(page)) == 7
    assert in_tabs(page) == [["Open (9)", None], ["Closed (7)", None], ["All (16)", None]]
    assert page.locator("#finder-more").get_attribute("open") is not None


# When actions are due


@pytest.mark.parametrize("stem", ["2030-01-10", "2030-03-14", "2030-06-20"])
def test_overdue_is_what_the_record_gives_a_day_for_as_of_the_day(visit, toy_home, toy, stem):
    then = after(toy, stem)
    overdue = {action.id for action in then.actions.values() if action.overdue(then.as_of)}
    page = visit(toy_home, f"?overdue=yes&as-of={stem}")
    assert set(ids(page)) == overdue
    assert page.locator("#tracker .overdue").count() == len(overdue)
    page = visit(toy_home, f"?q=is:overdue+as-of:{stem}")
    assert set(ids(page)) == overdue


def test_the_latest_due_day_stands_first_or_last_and_none_always_last(visit, toy_home, toy_register):
    actions = toy_register.actions
    last = {key: action.last.due.last if action.last.due else None for key, action in actions.items()}
    known = sorted(filter(None, last.values()))
    for sort, expected in (("due", known), ("-due", known[::-1])):
        shown = [last[key] for key in ids(visit(toy_home, f"?sort={sort}"))]
        assert shown == [*expected, *[None] * (len(actions) - len(known))]


def test_a_record_without_days_offers_nothing_about_them(visit, record_home):
    page = visit(record_home, "?sort=id")
    assert page.locator("#filter-overdue").count() == 0
    assert "Due, the earliest first" not in page.text_content("#filter-sort")


# Long texts


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_a_long_text_is_folded_and_can_be_read_whole(visit, record_home, record_register, width):
    page = visit(record_home, width=width)
    row = page.locator("#iag0721-13")
    height = row.evaluate("row => row.querySelector('.brief').scrollHeight - row.querySelector('.brief').clientHeight")
    assert height > 0
    assert record_register.actions["IAG0721-13"].wording in row.text_content()
    row.get_by_role("button", name="More IAG0721-13").click()
    for brief in row.locator(".brief").all():
        assert brief.evaluate("one => one.scrollHeight - one.clientHeight") <= 0
    page.emulate_media(media="print")
    assert page.locator("button.whole").filter(visible=True).count() == 0


# The first view


@pytest.mark.parametrize("at", ["actions/", "search/"])
def test_the_first_view_is_small(browser, big_site, at):
    with served_as_gzip(big_site) as home:
        page = browser.new_context().new_page()
        network, sizes = page.context.new_cdp_session(page), []
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.goto(f"{home}{at}")
        page.wait_for_load_state("networkidle")
        assert len(sizes) <= 4
        assert sum(sizes) <= 20_000
        page.context.close()


@pytest.mark.parametrize(("size", "screens"), [((PHONE, 640), 2), ((DESK, 800), 1)])
def test_the_first_row_is_seen_at_once(visit, big, size, screens):
    page = visit(big[1], width=size[0])
    assert page.locator("#tracker tbody tr").first.bounding_box()["y"] < screens * size[1] - 100


@pytest.mark.parametrize(("width", "display"), [(PHONE, "flex"), (TABLET, "grid"), (DESK, "grid")])
def test_rows_are_cards_on_a_phone_only(visit, record_home, width, display):
    page = visit(record_home, width=width)
    assert page.locator("#iag0721-06").evaluate("row => getComputedStyle(row).display") == display
    assert page.locator("#tracker thead").bounding_box()["width"] > (0 if width == PHONE else 300)
    assert page.get_by_role("table").get_by_role("row").count() == 17


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_keyboard_alone_filters_sorts_and_clears(visit, record_home, width):
    page = visit(record_home, width=width)
    reach(page, "filter-q")
    page.keyboard.type("survey")
    assert set(ids(page)) == {"IAG0721-10", "IAG0721-11"}
    reach(page, "filter-owner")
    page.keyboard.type("HH:")
    assert set(ids(page)) == {"IAG0721-10", "IAG0721-11"}
    assert "owner=HH" in page.url
    if width == DESK:
        reach(page, in_head="ID")
        page.keyboard.press("Space")
        page.wait_for_url("**sort=id**")
        page.keyboard.press("Space")
        assert ids(page) == ["IAG0721-11", "IAG0721-10"]
    else:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        reach(page, "filter-sort")
        page.keyboard.press("End")
        assert "sort=-age" in page.url
    reach(page, "finder-clear", backwards=width == DESK)
    page.keyboard.press("Enter")
    assert len(ids(page)) == 16


def reach(page, identity="", in_head="", backwards=False):
    """Press the key for the next control until the one with an id, or the head of a column, is reached."""
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        script = """([id, head]) => {
          const e = document.activeElement;
          const seen = e.checkVisibility() && getComputedStyle(e).outlineStyle !== 'none';
          return seen && (head ? e.closest('th')?.textContent.includes(head) && e.localName === 'button' : e.id === id);
        }"""
        if page.evaluate(script, [identity, in_head]):
            return
    raise AssertionError(f"the keyboard does not reach {identity or in_head}")


@pytest.mark.parametrize("search", ["", "?q=misreads&owner=CH&status=open#iag0721-04", "?q=is:opne&sort=age"])
def test_nothing_scrolls_sideways_on_a_phone(visit, record_home, search):
    page = visit(record_home, search, width=PHONE)
    open_details(page)
    ids(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


HOSTILE = [
    "<img src=x onerror=window.hacked=1>",
    '"><script>window.hacked=1</script>',
    "x" * 10_000,
    '"""',
    'a"b"c"',
    "(.*)+[a-z]{1,}$^\\d|?",
    "owner:<b>x</b>",
    'is:"<img src=x onerror=window.hacked=1>"',
    "as-of:__proto__ owner:constructor is:toString",
    "%00%ff&#x3c;",
    "\u202eabc\u0000",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_only_text(visit, hostile_home, query):
    page = visit(hostile_home)
    trouble = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text))
    page.get_by_label("Find actions with these words").fill(query)
    ids(page)
    assert page.input_value("#filter-q") == query
    assert page.evaluate("window.hacked") is None
    assert page.locator("#finder img, #finder script, #finder b").count() == 0
    if len(query) < 1000:
        page.reload()
        ids(page)
        assert page.evaluate("window.hacked") is None
    assert trouble == []


def test_hostile_text_of_the_record_is_drawn_as_text(visit, hostile_home):
    page = visit(hostile_home, "?as-of=2035-01-10&q=ActionEntry.action")
    assert len(ids(page)) == 3
    assert page.evaluate("window.hacked") is None
    assert page.locator("#tracker tbody :is(img, script, svg, b, i)").count() == 0
    assert "<script>window.hacked=1</script>" in page.text_content("#tracker tbody tr:first-child")


# More actions than stand on one page


def test_a_big_tracker_draws_the_first_and_fetches_the_rest(visit, big):
    register, home = big
    page = visit(home)
    assert ids(page) == [action.id for action in register.listed[:FIRST]]
    page.get_by_role("button", name=f"Show the next {AT_A_TIME}").click()
    page.wait_for_function(f"document.querySelector('#tracker tbody').rows.length === {FIRST + AT_A_TIME}")
    assert ids(page) == [action.id for action in register.listed[: FIRST + AT_A_TIME]]
    assert page.evaluate("document.activeElement.textContent") == register.listed[FIRST].id


def test_a_big_tracker_finds_words_of_every_year(visit, big):
    register, home = big
    word = "thimble"
    expected = found(register, lambda action: word in words_in(register, action))
    page = visit(home, f"?q={word}")
    assert len(ids(page)) == min(AT_A_TIME, len(expected))
    assert count(page) == f"{len(expected)} of {len(register.actions)} actions."
    assert set(ids(page)) <= expected


def test_a_row_that_is_not_drawn_comes_forward_when_the_address_names_it(visit, big):
    register, home = big
    last = register.listed[-1].id
    page = visit(home, f"#{last.lower()}")
    shown = ids(page)
    assert shown[0] == last
    assert len(shown) == len(set(shown)) == FIRST
    assert "Named in the address." in page.inner_text(f"#{last.lower()}")


def test_without_script_every_action_is_within_two_links(browser, big):
    register, home = big
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}actions/")
    links = page.eval_on_selector_all("main a", "links => links.map(a => a.href)")
    reached = set()
    for year in register.years:
        address = f"{home}actions/{year}/"
        assert address in links
        page.goto(address)
        reached |= set(page.eval_on_selector_all("main a", "links => links.map(a => a.href)"))
    context.close()
    assert {f"{home}actions/{key.lower()}/" for key in register.actions} - reached == set()


def test_nothing_is_fetched_until_the_filters_are_used(browser, record_home):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(record_home)))
    page.goto(f"{record_home}actions/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith((".json", ".js"))] == ["scripts/first-use.js"]
    page.get_by_label("Owner").focus()
    page.wait_for_function("document.querySelector('#filter-meeting').length > 1")
    assert [url for url in asked if url.endswith(".json")] == ["actions/facts.json"]
    with page.expect_response("**/search/index/index.json"):
        page.get_by_label("Find actions with these words").focus()
    page.close()


def test_a_list_that_cannot_be_fetched_says_so(visit, record_home, browser):
    page = browser.new_page()
    page.route("**/facts.json", lambda route: route.abort())
    page.goto(f"{record_home}actions/?q=misreads")
    page.wait_for_function("document.querySelector('#finder-count').textContent.includes('could not be fetched')")
    assert page.locator("#tracker tbody tr").count() == 16
    assert page.locator("#finder-csv").is_disabled()
    assert page.get_by_role("button", name="Clear filters").is_enabled()
    page.close()


def test_a_download_that_cannot_be_fetched_says_so(visit, record_home, browser):
    page = browser.new_page()
    trouble = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.route("**/facts.json", lambda route: route.abort())
    page.goto(f"{record_home}actions/")
    unfold(page)
    page.get_by_role("button", name="as CSV").click()
    page.wait_for_function("document.querySelector('#finder-count').textContent.includes('could not be fetched')")
    assert page.get_by_role("button", name="as CSV").is_disabled()
    assert trouble == []
    page.close()
