"""Every path and anchor of the site. They are promises: never renumbered, never reused.

An address is written from the site's root without a leading slash, like
`actions/2021/#abc0721-06`; the home page is the empty text. No other module builds paths.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, count
from urllib.parse import quote, unquote

from macros.record.models import ActionStatus, StandingItem, is_full_name

HOME = ""
MEETINGS = "meetings/"
ACTIONS = "actions/"
PREPARING = "actions/next-meeting/"
TRACKER_FACTS = "actions/facts.json"
LIFE = "actions/life/"
DECISIONS = "decisions/"
TERMS = "terms-of-reference/"
PEOPLE = "people/"
ATTENDANCE = "people/attendance/"
GLOSSARY = "glossary/"
CORRECTIONS = "corrections/"
ABOUT = "about/"
ACCESSIBILITY = "accessibility/"
SEARCH = "search/"
SEARCH_INDEX = "search/index/"
SCHEMAS = "schema/"
SCRIPT_WORDS = "scripts/words.json"
SITE_MAP = "site-map/"
PROVENANCE = "data/provenance.json"
EDIT = "edit/"
GUIDE = "guide/"
PROTECT = "guide/protect/"
PAPERS = "papers/"
WITHHELD = "withheld/"
REUSE = "reuse/"
FEEDS = "feeds/"
MINUTES_FEED, UPDATES_FEED = "feeds/minutes.xml", "feeds/actions.xml"
DECISIONS_FEED, CORRECTIONS_FEED = "feeds/decisions.xml", "feeds/corrections.xml"
MEETINGS_CALENDAR = "calendar/meetings.ics"
CITE = "cite/"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
CARD = "card.png"
DATA = "data/"
RECORD_ZIP = "data/record.zip"

# The years, the other pages below actions/, what already begins so, hidden files, and the names of files.
_NOT_OF_AN_ACTION = re.compile(r"\d{4}|next-meeting|life|action-.*|\..*|.*\.(?:json|html?|xml|csv|ics|txt|md|js|css)")


def slug(text: str) -> str:
    """Text for use in an address: lower case, words joined by hyphens."""
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")


def status(value: ActionStatus | None) -> str:
    """An action's status for addresses, classes and icons, the same in every language: `in-progress`."""
    return slug(value.value) if value else "no-status-recorded"


def meeting(stem: str) -> str:
    """The page of the meeting in the file `stem`.yml."""
    return f"{MEETINGS}{stem}/"


def meeting_data(stem: str) -> str:
    """The record of a meeting as JSON, beside its page."""
    return f"{meeting(stem)}meeting.json"


def item_names(items: Iterable[StandingItem]) -> tuple[str, ...]:
    """The name of each agenda item in addresses: its printed number, else its title, else `item`.

    The second item of a name is `break-2`. An item added below does not change the names of those above it.
    """
    names: dict[str, None] = {}
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for item in items:
        name = slug(item.number or item.title_words or "item")
        repeated = (f"{name}-{number}" for number in numbers[name])
        names[name if name not in names else next(other for other in repeated if other not in names)] = None
    return tuple(names)


def unused(name: str, taken: Container[str]) -> str:
    """The name, or if it is taken, the first of `name-2`, `name-3` and so on that is not."""
    return next(one for one in chain([name], (f"{name}-{number}" for number in count(2))) if one not in taken)


def item_at(items: Sequence[StandingItem], words: str) -> str | None:
    """The name in addresses of the agenda item that has these words as its number or else as its title, or None."""
    for field in ("number", "title_words", "title"):
        for item, found in zip(items, item_names(items), strict=True):
            if (getattr(item, field) or "").casefold().rstrip(".") == words.casefold().rstrip("."):
                return found
    return None


def agenda_anchor(item: str) -> str:
    """The anchor of an agenda row, by the name of its item."""
    return f"agenda-{item}"


def minutes_anchor(item: str) -> str:
    """The anchor of an agenda item's minutes, by the name of the item."""
    return f"minutes-{item}"


def paragraph_anchor(around: str, number: str) -> str:
    """The anchor of a numbered paragraph, by the anchor of the minutes or the name of the terms that hold it and by its
    printed number: that of 3.2 is `minutes-3.3.2`, and that of (a) within 2 is `minutes-3.2-a`. The name of an item has
    no dot, so no other item has the same."""
    parts = (re.sub(r"[^\w.]+", "", part).strip(".").lower() for part in number.split())
    return f"{around}.{'-'.join(parts)}"


def document(stem: str, suffix: str) -> str:
    """The minutes of a meeting as a document of a type, such as `pdf`, beside its page."""
    return f"{meeting(stem)}minutes.{suffix}"


def agenda(stem: str, item: str) -> str:
    """A row of a meeting's agenda, by the name of its item."""
    return f"{meeting(stem)}#{agenda_anchor(item)}"


def minutes(stem: str, item: str) -> str:
    """The minutes of an agenda item, by its name."""
    return f"{meeting(stem)}#{minutes_anchor(item)}"


def decisions_of(year: int) -> str:
    """The page of the decisions of a year."""
    return f"{DECISIONS}{year}/"


def decision(reference: str) -> str:
    """The permanent address of a decision, on the page of the year of its meeting."""
    return f"{decisions_of(int(reference[:4]))}#{action_anchor(reference)}"


def decision_anchor(name: str) -> str:
    """The anchor of a decision on the page of its meeting, by the last part of its reference."""
    return f"decision-{slug(name)}"


def decision_at(stem: str, name: str) -> str:
    """Where a meeting's page shows a decision."""
    return f"{meeting(stem)}#{decision_anchor(name)}"


def action_anchor(action: str) -> str:
    """The anchor of an action, on its year's page and on each meeting's page: its id in lower case, with a hyphen in
    place of anything but letters, digits, dots and underscores. The tracker's script makes the same."""
    return re.sub(r"[^\w.]+", "-", action.lower()).strip("-")


def action(action_id: str) -> str:
    """The page of an action, which is its permanent address: its anchor is the name of the folder.

    A name that another page, a file or a server may have begins with `action-`. The tracker's script makes the same.
    """
    name = action_anchor(action_id)
    return f"{ACTIONS}{f'action-{name}' if _NOT_OF_AN_ACTION.fullmatch(name) else name}/"


def action_data(action_id: str) -> str:
    """An action with its history as JSON, beside its page."""
    return f"{action(action_id)}action.json"


def mention(action_id: str, stem: str, nth: int = 1) -> str:
    """The place on an action's page of what one meeting recorded; `nth`: which of its entries there, from 1."""
    return f"{action(action_id)}#{mention_anchor(stem, nth)}"


def mention_anchor(stem: str, nth: int = 1) -> str:
    """The anchor of what one meeting recorded, on an action's page."""
    return f"{stem}{_again(nth)}"


def action_in_year(action_id: str, year: int) -> str:
    """The place of an action on the page of a year; its history stood there before it had a page of its own."""
    return f"{actions_of(year)}#{action_anchor(action_id)}"


def mention_in_year(action_id: str, year: int, stem: str, nth: int = 1) -> str:
    """The place on the page of a year that leads to what one meeting recorded about an action."""
    return f"{actions_of(year)}#{mention_in_year_anchor(action_id, stem, nth)}"


def mention_in_year_anchor(action_id: str, stem: str, nth: int = 1) -> str:
    """The anchor of that place."""
    return f"{action_anchor(action_id)}-{stem}{_again(nth)}"


def _again(nth: int) -> str:
    return f"-{nth}" if nth > 1 else ""


def actions_of(year: int) -> str:
    """The page that lists the actions raised in a year."""
    return f"{ACTIONS}{year}/"


def texts_of(year: int) -> str:
    """The file of the wordings and updates of the actions raised in a year, for the tracker's script."""
    return f"{actions_of(year)}texts.json"


def life_of(year: int) -> str:
    """The page with the picture of the actions raised in a year."""
    return f"{LIFE}{year}/"


def citing(year: int) -> str:
    """The page that says how to cite the meetings of a year, and what they recorded."""
    return f"{CITE}{year}/"


def citing_anchor(cited: str) -> str:
    """The anchor on that page of what stands at an address: `cite-meetings-2022-03-21-agenda-3`. No two addresses have
    the same."""
    return f"cite-{cited.replace('/#', '-').replace('/', '-').rstrip('-')}"


def reference_file(page: str, ending: str) -> str:
    """The file of references for a page, beside it: `meetings/2022-03-21/cite.bib`."""
    return f"{page}cite.{ending}"


def approval_anchor(nth: int) -> str:
    """The anchor of an entry about the minutes that a meeting approved, from 1, on the meeting's page."""
    return f"approves-{nth}"


def approval(stem: str, nth: int) -> str:
    """Where the page of a meeting says which minutes it approved, entry by entry from 1."""
    return f"{meeting(stem)}#{approval_anchor(nth)}"


def source_anchor(index: int) -> str:
    """The anchor of a meeting's source document, by its place in the file, counted from 0."""
    return f"source-{index + 1}"


def entry(stem: str, action_id: str, nth: int = 1) -> str:
    """Where a meeting's page shows what it recorded about an action; `nth`: in which of its entries, from 1."""
    return f"{meeting(stem)}#{entry_anchor(action_id, nth)}"


def entry_anchor(action_id: str, nth: int) -> str:
    """The anchor of an entry about an action on a meeting's page."""
    return f"{action_anchor(action_id)}{_again(nth)}"


def not_mentioned(stem: str) -> str:
    """Where a meeting's page lists the open actions that it did not mention."""
    return f"{meeting(stem)}#not-mentioned"


def data_file(name: str) -> str:
    """A file of the open data, such as `actions.csv`."""
    return f"{DATA}{name}"


def data_schema(name: str) -> str:
    """The JSON Schema of a file of the open data, such as `actions`."""
    return f"{DATA}schema/{name}.schema.json"


def paper(file: str) -> str:
    """The file of a paper, by its path below docs/papers."""
    return f"{PAPERS}{quote(file)}"


def terms(stem: str) -> str:
    """The page of one version of the terms of reference."""
    return f"{TERMS}{stem}/"


def terms_compared(older: str, newer: str) -> str:
    """The page that compares two versions of the terms of reference, by the stems of their files."""
    return f"{TERMS}compare/{older}..{newer}/"


def section(page: str, anchor: str) -> str:
    """A section of a page of terms, or the page itself if the anchor is empty."""
    return f"{page}#{anchor}" if anchor else page


def section_anchor(name: str, title: str) -> str:
    """The anchor of a section of the terms of reference, by the file's stem and the section's title."""
    return f"{name}-{slug(title)}"


def person(initials: str) -> str:
    """The place of a set of initials on the people page."""
    return f"{PEOPLE}#{person_anchor(initials)}"


def person_anchor(initials: str) -> str:
    """The anchor of a person or organisation on the people page, by their initials or their name."""
    return slug(initials) if is_full_name(initials) else initials.lower()


def word(words: str) -> str:
    """The place of a word on the page of the glossary."""
    return f"{GLOSSARY}#{word_anchor(words)}"


def word_anchor(words: str) -> str:
    """The anchor of a word on the page of the glossary."""
    return slug(words)


def owner(initials: str) -> str:
    """The page of the actions of a person, post or organisation."""
    return f"{PEOPLE}{person_anchor(initials)}/"


def owner_feed(initials: str) -> str:
    """The feed of what meetings record of the actions of a person, post or organisation."""
    return f"{owner(initials)}feed.xml"


def owner_calendar(initials: str) -> str:
    """The calendar of the due actions of a person, post or organisation."""
    return f"{owner(initials)}actions.ics"


def meeting_calendar(stem: str) -> str:
    """The calendar of one meeting."""
    return f"{meeting(stem)}meeting.ics"


def names_anchor(part: str) -> str:
    """The anchor of the list of names and abbreviations on a page, or on a part of a page written by hand."""
    return f"initials-{part}" if part else "initials"


def correction(repository: str) -> str:
    """The form for reporting a mistake; the encoded address of the page is appended to it.

    The form is .github/ISSUE_TEMPLATE/correct-the-record.yml, with the field `page` for that address.
    """
    return f"{repository}/issues/new?template=correct-the-record.yml&page="


def link(here: str, there: str) -> str:
    """A relative link from one address to another, so that the site works below any path."""
    path, sign, anchor = there.partition("#")
    if sign and path == here:
        return f"#{anchor}"
    up, down = here.split("/")[:-1], path.split("/")
    while up and len(down) > 1 and up[0] == down[0]:
        del up[0], down[0]
    return ("../" * len(up) + "/".join(down) or "./") + sign + anchor


def on_the_web(site: str, address: str) -> str:
    """The whole address, as a URI (RFC 3986), of what is at an address; `site`: the address of the site."""
    return site + quote(address, "/#%!$&'()*+,;=:@~")


def page_at(url: str) -> str:
    """The address of the page that a generator calls `/about/`, `about/index.html`, `about/` or `./`."""
    return unquote(url).removeprefix("./").removeprefix("/").removesuffix("index.html")


def page_file(address: str) -> str:
    """The Markdown file that becomes the page at an address.

    Always an index.md in a folder of its own, so that a relative link is the same in the source and in the built page:
    some generators rewrite links relative to the source file.
    """
    return f"{address}index.md"


def built_file(address: str) -> str:
    """The HTML file of the page at an address, below the folder of the built site."""
    return f"{address.partition('#')[0]}index.html"
