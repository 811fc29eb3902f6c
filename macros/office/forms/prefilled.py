"""What the form of a new meeting is prefilled with: the standing agenda and the open actions, as in `minutes new`."""

from macros.record.models import StandingItem
from macros.register import Action, Register

Entry = dict[str, str]


def prefilled_lists(register: Register) -> dict[str, list[Entry]]:
    """The entries of each list that is prefilled in the form of a new meeting, by the name of the list."""
    lists = {
        "agenda": [_item(item) for item in register.archive.group.standing_agenda],
        "actions": [_action(register, action) for action in register.open],
    }
    return {name: entries for name, entries in lists.items() if entries}


def wordings(register: Register) -> dict[str, str]:
    """The last wording of each open action by its id, for a meeting that only names it."""
    return {action.id: action.wording for action in register.open if action.wording}


def _item(item: StandingItem) -> Entry:
    values = {
        "number": item.number, "time": item.time and item.time.typed, "title": item.title,
        "lead": item.lead and item.lead.text,
    }  # fmt: skip
    return {name: value for name, value in values.items() if value}


def _action(register: Register, action: Action) -> Entry:
    owner = register.initials.printed_on(action.owner, register.present) if action.owner else None
    return {"id": action.id, **({"owner": owner.text} if owner else {})}
