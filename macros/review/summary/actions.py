"""What became of actions, in a few lines: first those that changed, then those of which nothing new is known."""

from collections.abc import Iterable, Iterator, Sequence

from macros.language import _, for_markdown, ngettext, wording
from macros.register import status_said
from macros.review.changes import ActionChange, MeetingChange, Turn

_LETTERS, _MOST = 60, 5  # of the first words of an action; of actions in sight
_BY_TURN = (Turn.CLOSED, Turn.REOPENED, Turn.UPDATED)


def by_meeting(
    actions: Iterable[ActionChange], meetings: Iterable[MeetingChange]
) -> tuple[dict[str, list[ActionChange]], list[ActionChange]]:
    """The actions by the stem of the last meeting in this proposal that changed them, and all others. Without what the
    changed values of a meeting show: that an action is new there, or that something else is said of it."""
    known = {change.stem: change for change in meetings if change.after is not None}
    found: dict[str, list[ActionChange]] = {}
    others = []
    for action in actions:
        of = [stem for stem in action.meetings if stem in known]
        if action.turn is Turn.GONE or not of:
            others.append(action)
        elif known[of[-1]].minutes_are_new or (_turns(action) and action.turn is not Turn.RAISED):
            found.setdefault(of[-1], []).append(action)
    return found, others


def _turns(action: ActionChange) -> bool:
    return action.turn is not Turn.UPDATED or action.before != action.after


def became(actions: Sequence[ActionChange]) -> Iterator[str]:
    """The new actions, then what became of earlier ones: each that changed, and in one line those that did not."""
    new = [one for one in actions if one.turn is Turn.RAISED]
    changed = [one for turn in _BY_TURN for one in actions if one.turn is turn and _turns(one)]
    same = [one for one in actions if one.turn is Turn.UPDATED and not _turns(one)]
    passed = [one for one in actions if one.turn is Turn.NOT_MENTIONED]
    if new:
        said = ngettext("{number} new action", "{number} new actions", len(new))
        yield f"- **{said.format(number=wording.number(len(new)))}**"
        yield from _some(new)
    if earlier := len(changed) + len(same) + len(passed):
        said = ngettext("{number} earlier action", "{number} earlier actions", earlier)
        yield f"- **{said.format(number=wording.number(earlier))}**"
        yield from _some(changed)
        for status in dict.fromkeys(status_said(one.after) for one in same):
            ids = _ids(one for one in same if status_said(one.after) == status)
            said = _("still {status}: {actions}").format(status=for_markdown(status), actions=ids)
            yield f"  - {said}"
        if passed:
            said = _("not mentioned: {actions}").format(actions=_ids(passed))
            yield f"  - {said}"


def _some(actions: Sequence[ActionChange]) -> Iterator[str]:
    yield from (f"  - {line(one)}" for one in actions[:_MOST])
    if more := actions[_MOST:]:
        said = _("and {actions}").format(actions=_ids(more))
        yield f"  - {said}"


def _ids(actions: Iterable[ActionChange]) -> str:
    return ", ".join(for_markdown(one.id) for one in actions)


def line(action: ActionChange) -> str:
    """What happened to an action, with its first words and its owner."""
    return f"{_happened(action)}: {_with_owner(action)}"


def _happened(action: ActionChange) -> str:
    match action.turn:
        case Turn.RAISED:
            said = _("{action} raised, {after}") if action.after else "{action}"
        case Turn.CLOSED:
            said = _("{action} closed, {after}")
        case Turn.NOT_MENTIONED:
            said = _("{action} not mentioned at the meeting of {days}")
        case Turn.GONE:
            said = _("{action} gone from the record")
        case Turn.REOPENED:
            said = _("{action} reopened, from {before} to {after}")
        case Turn.UPDATED if action.before == action.after:
            said = _("{action} updated, still {after}")
        case Turn.UPDATED:
            said = _("{action} updated, from {before} to {after}")
    return said.format(
        action=f"**{for_markdown(action.id)}**", before=for_markdown(status_said(action.before)),
        after=for_markdown(status_said(action.after)), days=wording.listed(map(for_markdown, action.named)),
    )  # fmt: skip


def _with_owner(action: ActionChange) -> str:
    said = _("{wording} (owner {owner})") if action.owner else _("{wording} (no owner recorded)")
    text = wording.first_words(action.wording, _LETTERS)
    return said.format(wording=for_markdown(text), owner=for_markdown(action.owner or ""))
