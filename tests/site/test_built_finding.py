"""Finding, in the tracker and in the search: the same words find the same actions, and what is on record is found."""

import json
import os
import re
import shutil
from urllib.parse import urlencode

import pytest
from a_project import built, copy_project, served
from folders import DATA
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.language import tokens
from macros.record.models import leaves
from macros.register import addresses, decisions_of, placed_items

EXAMPLES = int(os.environ.get("FINDING_EXAMPLES", "500"))
AT_ONCE = 25  # queries for one example of Hypothesis, since each of these asks the browser once
PROPERTY = settings(
    max_examples=EXAMPLES // AT_ONCE, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip

# What both pages answer to some queries: addresses, and the words of which they say that nothing holds them.
ASK = """async ([home, queries]) => {
  const at = (path) => import(home + 'scripts/' + path);
  const { Index } = await at('finding/index.js'), { found } = await at('search/found.js');
  const { loadFacts } = await at('tracker/facts.js'), { listed } = await at('tracker/list.js');
  const index = (window.index ??= new Index(home + 'search/index/'));
  const facts = await (window.facts ??= loadFacts(home + 'actions/facts.json'));
  const none = { owner: '', people: '', status: '', from: '', to: '', meeting: '', 'as-of': '', sort: '' };
  return Promise.all(queries.map(async (q) => {
    const inSearch = await found(index, () => facts, { q, kind: '', status: '', owner: '', year: '' });
    const inTracker = await listed(facts, index, { ...none, q });
    const records = await Promise.all(inSearch.results.map(({ number }) => index.record(number)));
    const addressOf = (href) => new URL(href, home + 'search/').href.slice(home.length);
    return {
      records: records.map(({ href, kind }) => [kind, addressOf(href)]),
      understood: inSearch.conditions.length, missing: inSearch.missing.map(({ text }) => text),
      tracker: inTracker.found.map(({ action }) => action.id),
    };
  }));
}"""


@pytest.fixture(scope="session")
def harbour_home(shared):
    def make(folder):
        shutil.copytree(DATA / "harbour" / "data", copy_project(folder, record=None) / "data")
        built(folder)

    with served(shared("harbour", make) / "site") as address:
        yield address


@pytest.fixture
def harbour(window, harbour_home):
    """The search of an invented record, open in a browser."""
    return window(f"{harbour_home}search/")


def answers(page, home, queries):
    return page.evaluate(ASK, [home, list(queries)])


def found_at(answer):
    return {address for _kind, address in answer["records"]}


ACTION, LATER_ACTION, THIRD_ACTION = (f"actions/hlf0323-0{number}/" for number in (1, 2, 3))
MEETING, SURVEY = "meetings/2023-03-06/", "meetings/2023-03-06/#minutes-2"
JOINED, APART, LANGUAGES = (f"meetings/2023-03-06/#minutes-{number}" for number in (3, 4, 5))


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("east mole", ACTION),
        ("Act", SURVEY),
        ("the Act", SURVEY),
        ("AB12CDE", SURVEY),
        ("AB12 CDE", SURVEY),
        ("ab12cde", SURVEY),
        ("HLF0323-01", ACTION),
        ("HLF 0323-01", ACTION),
        ("0323-01", ACTION),
        ("HLF0323–01", ACTION),
        ("2023-03-06", MEETING),
        ("06/03/2023", MEETING),
        ("6 March 2023", MEETING),
        ("06 March 2023", MEETING),
        ('"6 March 2023"', MEETING),
        ("6th March 2023", MEETING),
        ("6th of March 2023", MEETING),
        ("March 6, 2023", MEETING),
        ("06/03/23", MEETING),
        ("06-03-2023", MEETING),
        ("2023/03/06", MEETING),
        ("20 April 2023", SURVEY),
        ("21 April 2023", SURVEY),
        ("14/02/2023", SURVEY),
        ("2 March 2023", LATER_ACTION),
        ("4 mar 2023", LATER_ACTION),
        ("Carys Dŵr-Llŷn", ACTION),
        ("carys dwr-llyn", ACTION),
        ("CD", ACTION),
        ("CD", SURVEY),
        ("Einar Fjaereskar", LATER_ACTION),
        ("Sean O Suilleabhain", MEETING),
        ("forum’s", SURVEY),
        ("forum's view", SURVEY),
        ("“forum's view”", SURVEY),
        ("owner:Fjaereskar", LATER_ACTION),
        ("meeting:06/03/2023", ACTION),
        ("owner:Dwr-Llyn", ACTION),
        ("owner:DwrLlyn", ACTION),
        ("owner:OSuilleabhain", THIRD_ACTION),
        ("owner:O'Súilleabháin", THIRD_ACTION),
        ('meeting:"6th March 2023"', ACTION),
        ("outstanding", ACTION),
        ("HLF", "about/"),
        ("Harbour Lighting Forum", "about/"),
        ("office@hlf.example", "about/"),
        ("replacing", ACTION),
        *[(query, at) for query in ("ONeill", "O'Neill", "O’Neill", '"O’Neill asked"') for at in (JOINED, APART)],
        *[(query, at) for query in ("co-operation", "cooperation", "co‑operating", "coop") for at in (JOINED, APART)],
        *[(query, JOINED) for query in ("SmithONeill", "Smith-ONeill", '"smith oneill"', "NHS", "N.H.S.", "nhs board")],
        *[
            (query, JOINED)
            for query in ("1200.50", "1200", "£1,200.50", "1,200", '"1200"', '"1200.50"', '"£1200.50 for"')
        ],
        *[(query, APART) for query in ("3,500", "£3,500", "HLF0423-02", "HLF 0423-02", "HLF 042302")],
        *[(query, at) for query in ("HLF032301", "HLF 032301", "hlf0323–01", "032301") for at in (ACTION, JOINED)],
        *[(query, JOINED) for query in ("HLFLT234", "HLF-LT-23-4", "HLFLT23/4", "HLFLT 234", "LT234")],
        *[(query, JOINED) for query in ("repair", "breakwater", "break\u200bwater", "seawall", "re\u00adpair")],
        *[
            (query, LANGUAGES)
            for query in ("照明", "協会は灯台", "灯台の修理", "조명", "협회는 등대", "등대를", "ประชุม")
        ],
        *[(query, LANGUAGES) for query in ("مريم", "مَرْيَمُ", "شكرا", "שלום", "שָׁלוֹם", '"אמרה שלום"')],
    ],
)
def test_what_people_type_finds_the_thing(harbour, harbour_home, query, address):
    [answer] = answers(harbour, harbour_home, [query])
    assert address in found_at(answer)
    assert answer["missing"] == []


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("ONeill", ["ONeill", "O’Neill", "O'Neill"]),
        ("SmithONeill", ["Smith-O'Neill"]),
        ('"1200.50"', ["1,200.50"]),
        ("seawall", ["sea\u2060wall"]),
        ("HLFLT234", ["HLF/LT/23/4"]),
        ('"20 April 2023"', []),
        ("14/02/2023", ["14 February 2023"]),
        ("照明 مريم", ["照明", "مَرْيَمُ"]),
    ],
)
def test_what_was_found_is_marked_as_it_is_written(window, harbour_home, query, marked):
    page = window(f"{harbour_home}search/?{urlencode({'q': query, 'kind': 'agenda-item'})}")
    assert page.eval_on_selector_all("#search-results mark", "all => all.map(one => one.textContent)") == marked


QUERIES_OF_NOTHING = {
    "!!!": "“!!!” has no letter or digit to look for. It was left out of the filter.",
    "owner:": "“owner:” has nothing after it. It was left out of the filter.",
    "-is: ,": "“,” is not a status.",
}


@pytest.mark.parametrize("query", QUERIES_OF_NOTHING)
def test_what_is_not_understood_is_left_out_and_said(window, harbour_home, query):
    search = window(f"{harbour_home}search/?{urlencode({'q': query})}")
    assert search.inner_text("#search-trouble").startswith(QUERIES_OF_NOTHING[query])
    assert re.fullmatch(r"\d+ results\.", search.inner_text("#search-count"))
    tracker = window(f"{harbour_home}actions/?{urlencode({'q': query})}")
    assert tracker.inner_text("#finder-trouble").startswith(QUERIES_OF_NOTHING[query])
    assert tracker.inner_text("#finder-count") == "All 3 actions. Part of the filter was not understood."


@pytest.mark.parametrize("query", ["the Act", "action", "meeting", "6 March 2023", "search"])
def test_the_record_comes_before_the_pages_about_it(harbour, harbour_home, query):
    [answer] = answers(harbour, harbour_home, [query])
    written = [kind == "page" for kind, _address in answer["records"]]
    assert written == sorted(written)


@pytest.mark.parametrize("query", ["lead", "owner", "raised", "mentioned", "agenda item"])
def test_words_of_labels_are_not_words_of_the_record(harbour, harbour_home, query):
    [answer] = answers(harbour, harbour_home, [query])
    assert {kind for kind, _address in answer["records"]} <= {"page"}


def test_the_words_east_mole_welcome_are_not_denied(window, harbour_home):
    page = window(f"{harbour_home}search/?q=east+mole+welcome")
    page.wait_for_function("document.querySelector('#search-count').textContent.includes('No results')")
    assert "Nothing on record holds" not in page.inner_text("#search-trouble")
    assert page.get_by_role("button", name="Without the words “welcome” (1 result)").is_visible()


# Words of the record


def texts(register):
    """Every text of the record with the address where the search should find it."""
    archive = register.archive
    for action in register.actions.values():
        for mention in action.mentions:
            for path, value, prose in leaves(mention.entry):
                if isinstance(value, str) and path[-1] in ("id", "action", "update", "note"):
                    yield value, prose, register.addresses[action.id]
    for stem, meeting in archive.meetings.items():
        for path, value, prose in leaves(meeting):
            if path[0] not in ("agenda", "actions", "decisions") and type(value) is str:
                yield value, prose, addresses.meeting(stem)
        for placed in placed_items(meeting.agenda):
            place = addresses.minutes if is_minuted(placed.item) else addresses.agenda
            for text, prose in ((placed.item.title, False), (placed.item.minutes, True)):
                if text:
                    yield text, prose, place(stem, placed.name)
        for one in decisions_of(stem, meeting):
            for value in filter(None, (one.entry.decision, one.entry.note)):
                yield value, True, addresses.decision(one.reference)


def is_minuted(item):
    return item.minutes or item.decisions or any(map(is_minuted, item.items))


def words_in(text, prose):
    """The words of a text as a reader would copy them, without the marks of Markdown and of the query's grammar."""
    plain = re.sub(r"\]\([^)]*\)|\]\{[^}]*\}|<[^>]*>", " ", text) if prose else text
    pieces = [re.sub(r"^[^\w]+|[^\w]+$", "", piece) for piece in plain.split()]
    return [piece for piece in pieces if re.fullmatch(r"[\w.’'/–-]+", piece)]


@pytest.fixture(scope="module", params=["toy", "record"])
def archive(request):
    register = request.getfixturevalue(f"{request.param}_register")
    known = [(words, address) for text, prose, address in texts(register) if (words := words_in(text, prose))]
    return request.getfixturevalue(f"{request.param}_home"), register, known


@pytest.fixture
def page(window, archive):
    return window(f"{archive[0]}search/")


@PROPERTY
@given(data=st.data())
def test_words_of_the_record_are_found_and_never_denied(page, archive, data):
    home, _register, known = archive
    asked = []
    for _number in range(AT_ONCE):
        words, address = data.draw(st.sampled_from(known))
        some = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=4, unique=True))
        asked.append((" ".join(some), address))
    for (query, address), answer in zip(asked, answers(page, home, [query for query, _ in asked]), strict=True):
        assert answer["missing"] == [], query
        assert address in found_at(answer), query


@PROPERTY
@given(data=st.data())
def test_the_same_query_gives_the_same_actions_in_the_tracker_and_in_the_search(page, archive, data):
    home, register, known = archive
    word = st.sampled_from(known).flatmap(lambda one: st.sampled_from(one[0]))
    pair = st.sampled_from(known).map(lambda one: f'"{" ".join(one[0][:2])}"')
    names = [*register.owners, "constructor", "a"]
    years = [str(year) for year in register.years]
    filters = st.one_of(
        st.sampled_from(names).map("owner:{}".format),
        st.sampled_from(["open", "closed", "completed", "outstanding", "foo"]).flatmap(
            lambda status: st.sampled_from([f"is:{status}", f"status:{status}"])
        ),
        st.sampled_from(register.held).map("meeting:{}".format),
        st.sampled_from(years).map("raised:{}".format),
    )
    signs = st.sampled_from(["!", "&", "–", '""', "-", "...", "owner:", "is:", "raised:x", "-meeting:", "meeting: ,"])
    plain = st.sampled_from(known).flatmap(lambda one: st.sampled_from(one[0])).map(lambda one: re.sub(r"\W", "", one))
    piece = st.one_of(word, plain, word.map(lambda one: one[:3]), pair, filters, signs)
    query = st.lists(piece | piece.map("-{}".format), min_size=1, max_size=4) | st.lists(signs, min_size=1, max_size=3)
    query = query.map(" ".join)
    queries = data.draw(st.lists(query, min_size=AT_ONCE, max_size=AT_ONCE))
    for asked, answer in zip(queries, answers(page, home, queries), strict=True):
        in_search = {address for kind, address in answer["records"] if kind == "action"}
        assert in_search == {register.addresses[action] for action in answer["tracker"]}, asked


# The same words in Python and in the browser

SIGNS = st.one_of(
    st.sampled_from("abcABC 0129-–/.,’'´ʼ_\n\u00ad\u200béåæøßñİŁ港のก한مَ־״"),
    st.characters(exclude_categories=["Cs", "Cn", "Co"]),
)
DAYS = st.sampled_from(["2023-03-06", "6 March 2023", "06/03/2023", "6th Mar. 2023", "31.12.1999", "6 Foo 2023"])


@PROPERTY
@given(st.lists(st.lists(SIGNS | DAYS, max_size=30).map("".join), min_size=AT_ONCE, max_size=AT_ONCE))
def test_the_browser_and_the_index_cut_text_alike(harbour, harbour_home, written):
    all_cut = harbour.evaluate(
        """async ([home, texts]) => {
          const { tokens } = await import(home + 'scripts/finding/tokens.js');
          return texts.map((text) => tokens(text));
        }""",
        [harbour_home, written],
    )
    for text, cut in zip(written, all_cut, strict=True):
        ours = [(one["word"], one["place"]) for one in [*cut["words"], *cut["days"]]]
        ours += sorted((f"{one['word']}+{one['parts']}", one["place"]) for one in cut["joined"])
        assert ours == tokens(text), json.dumps(text)
