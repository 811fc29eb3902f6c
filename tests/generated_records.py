"""Generated records: whole archives of an invented group, with parts, keys, files and folders missing at will."""

from typing import Any

from hypothesis import strategies as st

from macros.record.archive import Archive, Filed
from macros.record.entries import Mapping
from macros.record.models import (
    USUAL_WORDS,
    Accessibility,
    Glossary,
    Group,
    IssueKind,
    Meeting,
    MeetingStatus,
    People,
    Record,
    Redirects,
    Section,
    Terms,
    TrialKind,
)
from macros.record.problems import Place

# Each text is nearly unique, so that a value found on a page or in a summary is the one that was recorded.
SIGNS = st.sampled_from(["", "(2)", "a|b", "*one*", "<two>", "#3", "x_y", "élan", "1.2"])
TEXT = st.tuples(st.integers(0, 9999), SIGNS).map(lambda pair: f"word{pair[0]} {pair[1]}".strip())
DAY = st.sampled_from(["2023-03-06", "2023-06-05", "2023-09-04"])
INITIALS = st.sampled_from(["AB", "CD", "EF", "GH"])
IDS = st.sampled_from([f"HLF0{month}23-0{number}" for month in (3, 6) for number in (1, 2)])
NAMES = st.lists(INITIALS, min_size=1, max_size=3, unique=True)
TIMES = st.sampled_from(["10:00", "10:00-12:00", "14:00-15:30", "22:00-00:30", "20:00-24:00"])
ADDRESS = st.sampled_from(["https://a.example/", "https://b.example/one"])


def keys(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    """The values of a record: each required key, and any of the others."""
    return st.fixed_dictionaries(required, optional=optional)


def several(entries: Any, **more: Any) -> st.SearchStrategy[list[Any]]:
    return st.lists(entries, max_size=3, **more)


ITEM = keys({"title": TEXT}, number=st.sampled_from(["1", "2", "1 (2)"]), time=TIMES, lead=NAMES)
PAPERS = several(keys({"title": TEXT}, number=TEXT, url=ADDRESS, not_published=st.just("true"), reason=TEXT) | TEXT)
DECISION = TEXT | keys(
    {}, id=IDS, ref=st.sampled_from(["d1", "d7"]), decision=TEXT, note=TEXT,
    result=st.sampled_from(["agreed", "Carried", "unheard of"]),
    proposer=INITIALS, seconder=TEXT, supersedes=several(IDS),
    votes=TEXT | keys({}, how=TEXT, in_favour=st.sampled_from(["5", "AB, CD"]), against=TEXT, abstained=NAMES),
)  # fmt: skip
MARKS: dict[str, Any] = {
    "minutes": TEXT, "decisions": several(DECISION), "on_agenda": st.sampled_from(["true", "false"]), "continues": TEXT,
    "private": st.sampled_from(["true", "false"]), "reason": TEXT, "papers": PAPERS,
}  # fmt: skip
INNER = keys({}, title=TEXT, number=st.sampled_from(["a", "b", "1.1"]), lead=NAMES, **MARKS)
MINUTED = keys(
    {"title": TEXT}, number=st.sampled_from(["1", "2", "1 (2)"]), time=TIMES, lead=NAMES, items=several(INNER), **MARKS,
)  # fmt: skip
YES = st.sampled_from(["true", "false"])
WHEN = st.sampled_from(["2023-03-06", "2023-06"])
ACTION = TEXT | keys(
    {}, id=IDS, ref=st.sampled_from(["1", "7", "a-2"]), follows=IDS | st.just("2023-03-06/1"), due=WHEN | TEXT,
    raised=WHEN | st.sampled_from(["here", "not known", "before 2023-06-05"]), item=st.sampled_from(["1", "9"]),
    action=TEXT, owner=NAMES, status=st.sampled_from([*USUAL_WORDS]), update=TEXT, reopened=YES, no_longer_listed=YES,
    struck_through=YES, moved_to=TEXT, superseded_by=several(IDS), note=TEXT,
)  # fmt: skip
ATTENDEE = TEXT | keys(
    {"name": NAMES | TEXT}, role=TEXT, organisation=INITIALS, deputy_for=INITIALS | TEXT, part=TEXT, how=TEXT,
    remark=TEXT,
)  # fmt: skip
ATTENDANCE = several(
    keys({}, group=TEXT, present=several(ATTENDEE), apologies=several(ATTENDEE) | TEXT, absent=several(ATTENDEE))
)
ACKNOWLEDGED = several(keys({"warning": TEXT, "reason": TEXT}))
CHANGES = several(keys({"date": DAY, "note": TEXT}))
SOURCE = keys({"title": TEXT}, url=ADDRESS, published=DAY, supplies=several(st.sampled_from(Section)))
MEETING = keys(
    {"date": DAY, "status": st.sampled_from(MeetingStatus)}, end_date=DAY, acknowledged=ACKNOWLEDGED, title=TEXT,
    time=TIMES, location=TEXT, published=DAY, also_on=several(DAY, unique=True), time_zone=TEXT, time_elsewhere=TEXT,
    links=several(keys({"url": ADDRESS}, title=TEXT) | ADDRESS), papers=PAPERS, source=st.just("this site"),
    next_meeting=keys({}, date=DAY | TEXT | st.just("2023-06"), time=TIMES, location=TEXT) | TEXT,
    postponed_to=DAY | TEXT,
    approved=DAY, chair=INITIALS, attendees=NAMES, apologies=st.one_of(NAMES, st.just("none")), agenda=several(MINUTED),
    actions=several(ACTION), decisions=several(DECISION), not_mentioned=several(IDS),
    sources=several(SOURCE), notes=several(TEXT),
    changes=CHANGES, attendance=ATTENDANCE, vice_chair=INITIALS | TEXT, secretary=TEXT, quorum=TEXT,
)  # fmt: skip
NAMED: dict[str, Any] = {
    "names": several(keys({"name": TEXT}, since=DAY, until=DAY)),
    "printed_as": several(keys({"printed": INITIALS}, since=DAY, until=DAY) | INITIALS) | INITIALS,
    "note": TEXT, "source": TEXT,
}  # fmt: skip
GROUP = keys(
    {"name": TEXT}, short_name=TEXT, publisher=INITIALS | TEXT, licence=keys({"name": TEXT}, url=ADDRESS), about=TEXT,
    organisation=TEXT, website=ADDRESS, time_zone=TEXT, source=st.just("this site"),
    acknowledged=ACKNOWLEDGED, changes=CHANGES, names=several(keys({"name": TEXT}, short_name=TEXT, since=DAY)),
    statuses=st.dictionaries(TEXT, st.sampled_from(["open", "done", "closed"])),
    action_id=st.sampled_from(["HLF{month}{year}-{number}", ["HLF-{number}", "P-{number}"]]),
    locale=st.just("en_GB"), contact=TEXT,
    repository=st.just("https://host.example/owner/name"), standing_agenda=several(ITEM),
    forms=keys(
        {"host": st.sampled_from(["github", "gitlab"])}, branch=st.just("live"), sign_in=ADDRESS,
        approval_required=st.booleans(),
    ),
)  # fmt: skip
PEOPLE = keys(
    {}, acknowledged=ACKNOWLEDGED, changes=CHANGES,
    people=st.dictionaries(INITIALS, keys(
        {}, name=TEXT, **NAMED,
        roles=several(keys({}, title=TEXT, organisation=INITIALS, since=DAY, until=DAY)),
    )),
    posts=st.dictionaries(INITIALS, keys({"name": TEXT}, organisation=INITIALS, not_printed=YES, **NAMED)),
    organisations=st.dictionaries(INITIALS, keys({"name": TEXT}, not_printed=YES, **NAMED)),
)  # fmt: skip
GLOSSARY = keys(
    {"words": st.dictionaries(
        st.sampled_from(["LGA", "CC Hall"]), keys({"means": TEXT}, note=TEXT, source=TEXT),
    )},
    acknowledged=ACKNOWLEDGED, changes=CHANGES,
)  # fmt: skip
ACCESSIBILITY = keys(
    {"prepared": DAY}, prepared_by=TEXT, adopted=DAY, reviewed=DAY, applies_to=TEXT, status=st.just("not compliant"),
    issues=several(keys(
        {"what": TEXT, "kind": st.sampled_from(IssueKind), "since": DAY}, where=TEXT, criterion=st.just("1.4.3"),
        mended_by=DAY, reason=TEXT,
    )),
    trials=several(keys({"kind": st.sampled_from(TrialKind), "by": TEXT, "date": DAY, "result": TEXT}, tool=TEXT)),
    contact=TEXT, reply=TEXT, enforcement=TEXT, note=TEXT,
)  # fmt: skip
TERMS = keys(
    {"adopted": DAY, "text": TEXT}, note=TEXT, title=TEXT, url=ADDRESS, meeting=DAY, item=TEXT,
    acknowledged=ACKNOWLEDGED, changes=CHANGES,
)  # fmt: skip
SITE_ADDRESS = st.sampled_from(["/old/", "/meetings/2023-03-06/", "/people/"])
REDIRECTS = keys({"redirects": st.dictionaries(SITE_ADDRESS, SITE_ADDRESS)})


def filed(kind: type[Record], stem: str, values: dict[str, Any]) -> Filed[Any]:
    file = f"data/{stem}.yml"
    return Filed(stem, file, kind.model_validate(values), Mapping(Place(file)))


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """An archive of an invented group, as it may be read from files of which any but the group's is missing."""
    meetings = draw(st.lists(MEETING, max_size=2, unique_by=lambda meeting: meeting["date"]))
    terms = draw(st.lists(TERMS, max_size=2, unique_by=lambda version: version["adopted"]))
    people, glossary, redirects, accessibility = (
        draw(st.none() | strategy) for strategy in (PEOPLE, GLOSSARY, REDIRECTS, ACCESSIBILITY)
    )
    by_day = sorted(meetings, key=lambda meeting: str(meeting["date"]))
    return Archive(
        filed(Group, "group", draw(GROUP)),
        filed(People, "people", people or {}),
        {meeting["date"]: filed(Meeting, meeting["date"], meeting) for meeting in by_day},
        {version["adopted"]: filed(Terms, version["adopted"], version) for version in terms},
        frozenset(meeting["date"] for meeting in by_day),
        filed(Glossary, "glossary", glossary) if glossary is not None else None,
        filed(Redirects, "redirects", redirects) if redirects is not None else None,
        filed(Accessibility, "accessibility", accessibility) if accessibility is not None else None,
    )
