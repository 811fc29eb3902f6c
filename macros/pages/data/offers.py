"""Which page links to which file of the open data."""

from collections.abc import Iterator

from macros.language import _
from macros.pages.alternatives import Alternative, Use
from macros.register import Register, addresses

JSON, CSV, ZIP = "application/json", "text/csv", "application/zip"


def alternatives(register: Register, address: str) -> Iterator[Alternative]:
    """The files of a page: those of a meeting, of an action, of a list of them, and of the whole record."""
    if address == addresses.HOME:
        about = _("The meetings, actions, decisions and people as files for programs and spreadsheets.")
        yield Alternative(Use.DOWNLOAD, _("Data (JSON, CSV)"), addresses.DATA, about=about)
        about = _("All of that data, and the files of the folder data/, in which the record is written.")
        yield Alternative(Use.DOWNLOAD, _("Everything (ZIP)"), addresses.RECORD_ZIP, ZIP, about)
    elif address == addresses.ACTIONS:
        yield from _both("actions")
    elif address == addresses.DECISIONS:
        yield from _both("decisions")
    elif address == addresses.PEOPLE:
        yield _json(addresses.data_file("people.json"))
    elif address in register.actions_at:
        yield _json(addresses.action_data(register.actions_at[address].id))
    elif stem := register.meetings_at.get(address):
        yield _json(addresses.meeting_data(stem))


def _both(name: str) -> Iterator[Alternative]:
    yield Alternative(Use.DOWNLOAD, "CSV", addresses.data_file(f"{name}.csv"), CSV)
    yield _json(addresses.data_file(f"{name}.json"))


def _json(address: str) -> Alternative:
    return Alternative(Use.DOWNLOAD, "JSON", address, JSON)
