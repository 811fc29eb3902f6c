"""The search page as a reader uses it; what it finds is checked against the register."""

import re
import shutil

import pytest
from a_project import BELOW, ROOT, article, minutes, text

from macros.pages.handwritten import hand_written

PHONE, DESK = 320, 1280


@pytest.fixture
def visit(window):
    """Opens the search, or the page at another address, with a query in its address."""
    return lambda home, search="", width=DESK, at="search/", **options: window(f"{home}{at}{search}", width, **options)


def asked(page):
    """Wait until what is asked for is answered; returns what is announced."""
    page.wait_for_timeout(200)  # the pause after typing
    page.wait_for_function("!['', 'Looking …'].includes(document.querySelector('#search-count').textContent)")
    page.wait_for_load_state("networkidle")
    return page.inner_text("#search-count")


def titles(page):
    while page.locator("#search-results button").filter(visible=True).count():
        before = page.locator("#search-results li").count()
        page.locator("#search-results button").filter(visible=True).first.click()
        page.wait_for_function(f"document.querySelectorAll('#search-results li').length > {before}")
    return page.eval_on_selector_all("#search-results h3", "found => found.map(one => one.textContent)")


def unfold(page):
    """Open what is folded behind "More filters"."""
    page.locator(".finder-more > summary").click()


def links(page):
    titles(page)
    return page.eval_on_selector_all("#search-results h3 a", "found => found.map(a => a.href)")


def actions_with(register, *words):
    """The addresses of the actions whose wordings or updates hold all the words, whole or as beginnings."""
    out = set()
    for action in register.actions.values():
        said = " ".join(
            [text for m in action.mentions for text in (m.wording, m.entry.update or "", m.entry.note or "")]
        )
        if all(re.search(rf"\b{word}", said, re.IGNORECASE) for word in words):
            out.add(register.addresses[action.id])
    return out


def below(home, links, folder="actions/"):
    return {link.removeprefix(home) for link in links if link.removeprefix(home).startswith(folder)}


# What is found


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("words", [["misreads"], ["survey", "public"], ["retention"], ["Home", "Office"]])
def test_words_find_the_actions_that_hold_them(visit, record_home, record_register, words, width):
    page = visit(record_home, width=width)
    page.get_by_label("Words to find").press_sequentially(" ".join(words))
    assert f"for “{' '.join(words)}”" in asked(page)
    unfold(page)
    page.get_by_label("Kind").select_option("action") if width == DESK else None
    asked(page)
    expected = actions_with(record_register, *words)
    assert expected
    assert below(record_home, links(page)) == expected


def test_every_part_of_the_record_is_one_result(visit, record_home, record_register):
    archive = record_register.archive
    meeting = archive.meetings["2022-03-21"]
    page = visit(record_home)
    unfold(page)
    found = {}
    for kind in ("action", "agenda-item", "meeting", "terms", "people", "page"):
        page.get_by_label("Kind").select_option(kind)
        page.wait_for_function("kind => location.search.includes(`kind=${kind}`)", arg=kind)
        number = int(asked(page).split()[0])
        found[kind] = titles(page)
        assert number == len(found[kind])
    assert {title.partition(":")[0] for title in found["action"]} == set(record_register.actions)
    assert sorted(found["agenda-item"]) == sorted(item.title for item in meeting.agenda)
    assert found["meeting"] == ["Meeting of 21 March 2022"]
    assert sorted(found["terms"]) == ["What changed since", "What the group is"]
    assert {title.partition(":")[0] for title in found["people"]} == set(archive.people.initials)
    assert {"About this record", "ULEZ: Ultra Low Emission Zone"} <= set(found["page"])


def test_each_result_leads_to_its_own_place(visit, record_home):
    page = visit(record_home, "?kind=agenda-item")
    places = links(page)
    assert f"{record_home}meetings/2022-03-21/#agenda-5" in places
    page.goto(f"{record_home}search/?kind=terms")
    asked(page)
    for place in [*places, *links(page)]:
        page.goto(place)
        assert page.locator(":target").count() == 1, place


def test_a_click_on_a_result_leads_to_the_actions_history(visit, record_home):
    page = visit(record_home, "?q=IAG0721-06")
    asked(page)
    page.get_by_role("link", name=re.compile("^IAG0721-06")).click()
    assert page.url == f"{record_home}actions/iag0721-06/"
    assert page.locator(".action-head strong").inner_text() == "IAG0721-06"


def test_a_phrase_stands_together(visit, record_home):
    page = visit(record_home, "?q=%22home%20office%22&kind=action")
    asked(page)
    assert {title.partition(":")[0] for title in titles(page)} == {"IAG0721-06"}
    page.get_by_label("Words to find").fill('office "internal observations"')
    asked(page)
    assert [title.partition(":")[0] for title in titles(page)] == ["IAG0721-06"]


def test_the_match_is_marked_and_nothing_else(visit, record_home):
    page = visit(record_home, "?q=misreads&kind=action")
    asked(page)
    marks = page.eval_on_selector_all("#search-results mark", "found => found.map(one => one.textContent)")
    assert marks
    assert {mark.strip(".") for mark in marks} == {"misreads"}


@pytest.mark.parametrize("word", ["qqxyz", "IAG0721-99", "cameraxyz", "aaaa"])
def test_a_word_that_nothing_holds_finds_nothing_and_is_said(visit, record_home, word):
    page = visit(record_home, f"?q=misreads+{word}")
    assert asked(page) == f"No results for “misreads {word}”."
    assert page.inner_text("#search-trouble p") == f"Nothing on record holds “{word}”."
    page.get_by_role("button", name=f"Without the words “{word}” (4 results)").click()
    assert asked(page) == "4 results for “misreads”."


@pytest.mark.parametrize(
    ("word", "action"), [("misread", "IAG0721-04"), ("survey", "IAG0721-10"), ("liaised", "IAG0721-06")]
)
def test_other_forms_of_a_word_are_found(visit, record_home, word, action):
    page = visit(record_home, f"?q={word}&kind=action")
    asked(page)
    assert action in {title.partition(":")[0] for title in titles(page)}


def test_nothing_found_offers_the_same_with_one_part_less(visit, record_home):
    page = visit(record_home, "?q=misreads&kind=agenda-item")
    assert asked(page) == "No results for “misreads”. Filtered by: Kind: Agenda items."
    page.get_by_role("button", name="Without Kind: Agenda items (4 results)").click()
    assert asked(page) == "4 results for “misreads”."
    assert page.evaluate("document.activeElement.id") == "search-q"
    assert page.url == f"{record_home}search/?q=misreads"


def test_a_choice_that_there_is_not_is_said(visit, record_home):
    page = visit(record_home, "?q=misreads&kind=foo")
    assert asked(page) == "4 results for “misreads”."
    assert page.inner_text("#search-trouble") == "Kind: “foo” is not one of the choices. It was left out."
    assert page.input_value("#search-kind") == ""


def test_the_state_after_a_meeting_is_asked_of_the_tracker(visit, record_home):
    page = visit(record_home, "?q=as-of:2022-03-21+misreads")
    asked(page)
    page.get_by_role("link", name="Look for this in the action tracker").click()
    assert page.url == f"{record_home}actions/?q=as-of%3A2022-03-21+misreads"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("is:open misreads", {"IAG0322-02", "IAG0721-05", "IAG0721-06"}),
        ("misreads -is:open", {"IAG0721-04"}),
        ("owner:CH misreads", {"IAG0721-04"}),
        ("raised:2022 -misreads", {"IAG0322-01", "IAG0322-03"}),
        ("status:foo misreads", {"IAG0322-02", "IAG0721-04", "IAG0721-05", "IAG0721-06"}),
    ],
)
def test_the_filters_of_the_tracker_are_understood(visit, record_home, query, expected):
    page = visit(record_home, f"?kind=action&q={query.replace(' ', '+')}")
    asked(page)
    assert {title.partition(":")[0] for title in titles(page)} == expected
    assert page.locator("#search-trouble").is_visible() == ("foo" in query)


def test_back_returns_to_the_words_before_a_space_was_typed(visit, record_home):
    page = visit(record_home, "?q=misreads")
    asked(page)
    page.get_by_label("Words to find").press("End")
    page.keyboard.type(" home", delay=250)
    assert asked(page).startswith("1 result ")
    assert page.title().startswith("misreads home – Search")
    page.go_back()
    assert asked(page) == "4 results for “misreads”."


def test_words_of_an_earlier_meeting_are_found(visit, toy_home, toy_register):
    changed = next(a for a in toy_register.actions.values() if any(m.reworded for m in a.mentions))
    before = next(m.previous.wording for m in changed.mentions if m.reworded)
    page = visit(toy_home, f"?q=%22{before.rstrip('.')}%22")
    asked(page)
    assert f"{toy_home}{toy_register.addresses[changed.id]}" in links(page)


# Filters, with counts


@pytest.mark.parametrize("owner", ["KS", "FS", "OBSCC"])
def test_the_filters_are_counted(visit, record_home, record_register, owner):
    page = visit(record_home, f"?owner={owner}&kind=action")
    asked(page)
    owned = {action.id for action in record_register.owned[owner]}
    assert {title.partition(":")[0] for title in titles(page)} == owned
    still_open = [action for action in record_register.owned[owner] if action.open]
    page.wait_for_function(f"document.querySelector('#search-status').textContent.includes('Open ({len(still_open)})')")
    assert f"Closed ({len(owned) - len(still_open)})" in page.text_content("#search-status")
    other = page.text_content(f"#search-owner option[value={owner}]")
    assert other.endswith(f"({len(owned)})")


def test_the_counts_of_a_chosen_filter_are_those_without_it(visit, record_home, record_register):
    page = visit(record_home, "?kind=action&year=2022")
    asked(page)
    years = {year: len(actions) for year, actions in record_register.years.items()}
    page.wait_for_function("document.querySelector('#search-year').textContent.includes('(')")
    assert page.text_content("#search-year option[value='2021']") == f"2021 ({years[2021]})"
    assert page.text_content("#search-year option[value='2022']") == f"2022 ({years[2022]})"


# The state in the address


def test_back_forward_and_reload_give_the_same_results(visit, record_home):
    page = visit(record_home)
    page.get_by_label("Words to find").fill("misreads")
    asked(page)
    unfold(page)
    page.get_by_label("Kind").select_option("action")
    asked(page)
    page.get_by_label("Status of an action").select_option("completed")
    asked(page)
    assert page.url.endswith("?q=misreads&kind=action&status=completed")
    last = titles(page)
    page.go_back()
    asked(page)
    assert page.input_value("#search-status") == ""
    assert len(titles(page)) == 4
    page.go_forward()
    asked(page)
    assert titles(page) == last
    page.reload()
    asked(page)
    assert titles(page) == last


def test_clear_is_one_step(visit, record_home):
    page = visit(record_home, "?q=misreads&kind=action")
    asked(page)
    unfold(page)
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function("document.querySelectorAll('#search-results li').length === 0")
    assert page.url == f"{record_home}search/"
    assert page.input_value("#search-q") == ""


# Keyboard, header, no script


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_header_of_each_page_leads_here_by_keyboard(visit, record_home, width):
    page = visit(record_home, width=width, at="actions/2021/")
    page.get_by_label("Search the whole record").focus()
    page.keyboard.type("misreads")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=misreads")
    assert asked(page) == "4 results for “misreads”."
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent"))
        if seen[-1].startswith("IAG0"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/actions/**")


def focused(page):
    return page.evaluate("[document.activeElement.localName, document.activeElement.textContent]")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_tab_reaches_the_first_result_in_three_stops(visit, record_home, width):
    page = visit(record_home, "?q=misreads", width=width)
    asked(page)
    page.locator("#search-q").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    assert focused(page)[1].startswith("IAG0322-02")


def test_the_arrows_lead_through_the_results_of_all_groups_and_back(visit, record_home):
    page = visit(record_home, "?q=anpr")
    asked(page)
    page.locator("#search-q").focus()
    all_titles = page.eval_on_selector_all("#search-results h3", "found => found.map(one => one.textContent)")
    assert page.locator("#search-results section").count() > 3
    for title in all_titles:
        page.keyboard.press("ArrowDown")
        assert focused(page) == ["a", title]
    page.keyboard.press("ArrowDown")
    assert focused(page) == ["a", all_titles[-1]]
    page.keyboard.press("ArrowUp")
    assert focused(page) == ["a", all_titles[-2]]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search-q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actions/**")


def test_results_stand_in_groups_with_their_numbers_and_our_pages_last(visit, record_home):
    page = visit(record_home, "?q=anpr")
    number = int(asked(page).split()[0])
    heads = page.eval_on_selector_all("#search-results h2", "found => found.map(one => one.textContent)")
    assert heads[0] == "Actions (9)"
    assert heads[-1].startswith("Other pages (")
    assert sum(int(head.rsplit("(")[1].rstrip(")")) for head in heads) == number
    assert len(titles(page)) == number


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_shifts_until_something_is_asked(visit, record_home, width):
    page = visit(record_home, width=width)
    shifted = """() => new Promise((done) => {
      const watch = new PerformanceObserver((list) => done(list.getEntries().length));
      watch.observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(0), 300);
    })"""
    assert page.evaluate(shifted) == 0
    before = page.locator("#search-results").bounding_box()
    with page.expect_response("**/search/index/index.json"):
        page.locator("#search-q").focus()
    assert page.locator("#search-results").bounding_box() == before


def test_the_first_result_is_seen_within_two_screens_of_a_phone(visit, record_home):
    page = visit(record_home, "?q=anpr", width=PHONE)
    asked(page)
    assert page.locator("#search-results h3").first.bounding_box()["y"] < 640


def test_more_results_follow_by_keyboard(visit, record_home):
    page = visit(record_home, "?kind=people")
    asked(page)
    assert page.locator("#search-results li").count() == 10
    page.get_by_role("button", name="Show the next 10").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('#search-results li').length > 10")
    focused = page.evaluate("[...document.querySelectorAll('#search-results h3 a')].indexOf(document.activeElement)")
    assert focused == 10


def test_the_number_of_results_is_announced(visit, record_home):
    page = visit(record_home)
    assert page.get_attribute("#search-count", "role") == "status"
    page.get_by_label("Words to find").fill("misreads")
    assert asked(page) == "4 results for “misreads”."


def test_without_script_it_leads_to_the_tracker_and_the_index(visit, record_home):
    page = visit(record_home, "?q=misreads", java_script_enabled=False)
    assert page.locator("form#search-form").is_hidden()
    for name in ("action tracker", "list of meetings", "terms of reference", "people and organisations"):
        assert page.locator("article").get_by_role("link", name=name).is_visible()
    page.locator("article").get_by_role("link", name="action tracker").click()
    assert page.url == f"{record_home}actions/"


def test_a_search_that_cannot_be_loaded_says_so(visit, record_home, browser):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/index/**", lambda route: route.abort())
    page.goto(f"{record_home}search/?q=misreads")
    page.wait_for_function("document.querySelector('#search-count').textContent.includes('could not be loaded')")
    context.close()


@pytest.mark.parametrize("search", ["", "?q=misreads", "?q=qqxyz", "?kind=action&owner=FS"])
def test_nothing_scrolls_sideways_on_a_phone(visit, record_home, search):
    page = visit(record_home, search, width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


HOSTILE = [
    "<img src=x onerror=window.hacked=1>",
    '"><script>window.hacked=1</script>',
    "x" * 10_000,
    '"""',
    'a"b"c"',
    "(.*)+[a-z]{1,}$^\\d|?",
    "owner:constructor __proto__",
    "%00%ff&#x3c;",
    "\u202eabc\u0000",
    "<>",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_only_text(visit, hostile_home, query):
    page = visit(hostile_home)
    page.get_by_label("Words to find").fill(query)
    asked(page)
    assert page.input_value("#search-q") == query
    assert page.evaluate("window.hacked") is None
    assert page.locator("#search-form img, #search-form script, #search-form b").count() == 0
    assert page.trouble == []


def test_hostile_text_of_the_record_is_shown_as_text(visit, hostile_home):
    page = visit(hostile_home, "?q=hacked&kind=action")
    asked(page)
    assert page.locator("#search-results li").count()
    assert page.evaluate("window.hacked") is None
    assert page.locator("#search-results :is(img, script, svg, b, i)").count() == 0
    assert "<script>window.hacked=1</script>" in page.text_content("#search-results li")
    assert page.trouble == []


# The index by itself


def test_the_index_is_among_the_pages_for_any_generator(record_project, record_site, tmp_path):
    done = minutes(record_project, "pages", "--out", str(tmp_path / "pages"))
    assert done.returncode == 0, done.stderr
    for file in ("index.json", "columns.json", "words/0.json", "texts/0.json"):
        made = (tmp_path / "pages" / "search" / "index" / file).read_bytes()
        assert made == (record_site / "search" / "index" / file).read_bytes()


def test_a_site_without_its_index_is_not_whole(record_project, record_site, tmp_path):
    site = shutil.copytree(record_site, tmp_path / "site")
    for file in sorted((site / "search" / "index").glob("*.json")):
        file.unlink()
    done = minutes(record_project, "audit", str(site))
    assert done.returncode == 1
    assert "/search/: the search index /search/index/ was not built" in done.stdout


def test_the_search_page_asks_for_no_address_outside_its_sub_path(visit, record_home):
    page = visit(record_home)
    asked_for = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.get_by_label("Words to find").fill("misreads")
    asked(page)
    assert asked_for
    assert all(BELOW in url and url.startswith(record_home) for url in asked_for)


@pytest.mark.parametrize(
    ("source", "title", "description", "words"),
    [
        ("---\ntitle: A page\ndescription: What.\n---\n\n# X\n\nA {{ x() }} word.\n", "A page", "What.", "A  word."),
        ("# Heading {#anchor}\n\nSee [the list](../actions/) now.\n", "Heading", "", "See the list now."),
        ("Just words.\n", "", "", "Just words."),
    ],
)  # fmt: skip
def test_a_page_written_by_hand_is_read(source, title, description, words):
    written = hand_written(source)
    assert (written.title, written.description, written.text) == (title, description, words)


def test_the_pages_written_by_hand_have_titles():
    for file in (ROOT / "docs").rglob("*.md"):
        assert hand_written(file.read_text(encoding="utf-8")).title, file


def test_each_section_of_the_terms_has_an_address(record_site):
    page = article(record_site, "terms-of-reference")
    heads = page.xpath("//*[starts-with(@id, 'public-record-')]")
    assert [(head.get("id"), text(head)) for head in heads] == [
        ("public-record-what-the-group-is", "What the group is"),
        ("public-record-what-changed-since", "What changed since"),
    ]


# The home page


def test_the_home_page_shows_results_below_its_field_without_leaving(window, record_home):
    page = window(record_home, 320)
    assert page.evaluate("performance.getEntriesByType('resource').filter(e => /\\.js$/.test(e.name)).length") == 1
    page.get_by_label("Search the whole record").fill("misreads")
    page.locator(".results h3").first.wait_for()
    assert page.get_by_role("status").inner_text().endswith("for “misreads”.")
    assert page.locator(".results h3 a", has_text="IAG0721-04").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != record_home)
    assert "misreads" in page.locator("article").inner_text()


def test_the_form_of_the_home_page_leads_to_the_search_page(browser, record_home):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(record_home)
    page.get_by_label("Search the whole record").fill("misreads")
    page.get_by_role("button", name="Search").click()
    assert page.url == f"{record_home}search/?q=misreads"
    context.close()
