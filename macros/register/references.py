"""Which action an entry is about, and this site's references for actions without a printed id of their own."""

from collections import ChainMap

from macros.record.models import Meeting, When
from macros.register.addresses import unused


def references(stem: str, meeting: Meeting) -> tuple[str, ...]:
    """This site's reference for the action of each entry, like `2025-09-18/3`: the meeting, and the entry's `ref:` or
    else its place in the list, which is `3-2` if another entry has `ref: 3`."""
    written = {entry.ref for entry in meeting.actions if entry.ref}
    return tuple(
        f"{stem}/{entry.ref or unused(str(number), written)}" for number, entry in enumerate(meeting.actions, start=1)
    )


def actions_of(
    stem: str, meeting: Meeting, called: dict[str, str], restarting: bool
) -> tuple[tuple[str, ...], dict[str, str]]:
    """The id of the action of each entry of a meeting, and what its printed ids and references mean from then on.

    `called`: the action that each printed id and reference meant before. `restarting`: whether ids begin anew at each
    meeting. The id of an action is the one printed; or this site's reference where none is printed, where ids begin
    anew, and where it was the id of another action before (`raised: here`). The reference of an entry means its action
    in any case.
    """
    here: dict[str, str] = {}
    known, printed_here, out = ChainMap(here, called), set[str](), []
    for reference, entry in zip(references(stem, meeting), meeting.actions, strict=True):
        printed = entry.id
        is_raised_here = entry.raised is not None and entry.raised.when is When.HERE
        if entry.follows:
            action = known.get(entry.follows, entry.follows)
        elif printed is None or (restarting and printed not in printed_here) or (printed in known and is_raised_here):
            action = reference
        else:
            action = known.get(printed, printed)
        here |= {reference: action} | ({printed: action} if printed else {})
        known.setdefault(action, action)
        printed_here.add(printed or "")
        out.append(action)
    return tuple(out), here
