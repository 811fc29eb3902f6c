"""What a proposal does to a meeting, for readers: what it decided and asked for, or which words of it change."""

from collections.abc import Iterator, Sequence

from macros.language import _, for_markdown, marked, ngettext, wording
from macros.pages import text_of_short_prose
from macros.record import phrases
from macros.record.models import Change, MeetingStatus
from macros.register import Difference
from macros.review.changes import ActionChange, MeetingChange
from macros.review.summary.actions import became
from macros.review.summary.internal import public
from macros.review.summary.values import every_value, folded, in_sight, lines, words

_LETTERS, _MOST = 60, 5  # of the first words of a decision; of decisions in sight


def is_news(change: MeetingChange) -> bool:
    """Whether there is something for readers that was not published before."""
    published = bool(change.after and change.after.public)
    return change.minutes_are_new or (published and not (change.before and change.before.public))


def meeting(change: MeetingChange, actions: Sequence[ActionChange]) -> Iterator[str]:
    """The lines about a meeting; none if readers notice nothing. `actions`: those that it changed."""
    said = [*_reports(change), *became(actions)]
    if change.minutes_are_new:
        said = [*_decisions(change.decisions), *said]
    values = [] if change.minutes_are_new else lines(public(change.differences))
    head = "; ".join(_head(change))
    if not (head or said or values):
        return
    approval = f" {for_markdown(change.approval)}." if change.after is not change.before and change.approval else ""
    yield f"**{for_markdown(change.name)}**{f': {head}.' if head else ''}{approval}"
    yield ""
    yield from said
    yield from in_sight(values)
    whole = every_value(change.whole) if change.whole else lines(change.differences) if change.minutes_are_new else []
    title = ngettext("All of it: {number} value", "All of it: {number} values", len(whole))
    yield from folded(title.format(number=wording.number(len(whole))), whole)
    yield ""


def noted(entry: Change) -> str:
    """What a page will say of a change to its record."""
    said = _("Its page will say: {day}: {note}")
    return f"- {said.format(day=wording.day(entry.date), note=for_markdown(entry.note))}"


def unsaid(entry: Change) -> str:
    """What a page will say no longer of a change to its record."""
    said = _("Its page will no longer say: {day}: {note}")
    return f"- {said.format(day=wording.day(entry.date), note=for_markdown(entry.note))}"


def _head(change: MeetingChange) -> Iterator[str]:
    if change.after is None:
        yield _("its record is taken away")
    elif change.before is None:
        yield _(_NEW[change.after])
    elif change.before is not change.after:
        before, after = phrases.meeting_is(change.before), phrases.meeting_is(change.after)
        yield _("from {before} to {after}").format(before=before, after=after)
    elif change.corrects and change.before in _CHANGED:
        yield _(_CHANGED[change.before])
    if change.renamed_from:
        yield _("its file was {name}").format(name=for_markdown(f"{change.renamed_from}.yml"))
    yield from map(_day, change.days)


def _day(found: Difference) -> str:
    return f"{for_markdown(found.where)}: {words(found.before, found.after)}"


def _reports(change: MeetingChange) -> Iterator[str]:
    if not change.whole:
        yield from map(noted, change.noted)
        yield from map(unsaid, change.unsaid)


def _decisions(decided: Sequence[str]) -> Iterator[str]:
    if not decided:
        return
    first = [wording.first_words(text_of_short_prose(one), _LETTERS) for one in decided[:_MOST]]
    if more := len(decided) - len(first):
        first.append(ngettext("{number} more", "{number} more", more).format(number=wording.number(more)))
    yield f"- **{wording.decisions(len(decided))}**"
    yield from (f"  - {for_markdown(one)}" for one in first)


_NEW = {
    MeetingStatus.SCHEDULED: marked("new, scheduled"),
    MeetingStatus.WITHOUT_MINUTES: marked("new, held, without minutes"),
    MeetingStatus.DRAFT: marked("new, a draft"),
    MeetingStatus.PUBLISHED: marked("new, published"),
    MeetingStatus.APPROVED: marked("new, approved"),
    MeetingStatus.CANCELLED: marked("new, cancelled"),
    MeetingStatus.POSTPONED: marked("new, postponed"),
}
_CHANGED = {
    MeetingStatus.DRAFT: marked("its draft is changed"),
    MeetingStatus.PUBLISHED: marked("its published record is changed"),
    MeetingStatus.APPROVED: marked("its approved record is changed"),
}
