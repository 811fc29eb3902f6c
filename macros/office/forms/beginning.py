"""With what the form of a new meeting begins: as `minutes new`, with the standing agenda and the open actions."""

from macros.record.models import StandingItem
from macros.register.history import Action
from macros.register.register import Register

Entry = dict[str, str]


def beginning(register: Register) -> dict[str, list[Entry]]:
    """The entries of each list of a new meeting's form that does not begin empty."""
    lists = {
        "agenda": [_item(item) for item in register.archive.group.standing_agenda],
        "actions": [_action(action) for action in register.open],
    }
    return {name: entries for name, entries in lists.items() if entries}


def _item(item: StandingItem) -> Entry:
    values = {
        "number": item.number, "time": item.time and item.time.typed, "title": item.title,
        "lead": item.lead and item.lead.text,
    }  # fmt: skip
    return {name: value for name, value in values.items() if value}


def _action(action: Action) -> Entry:
    return {"id": action.id, **({"owner": action.owner.text} if action.owner else {})}
