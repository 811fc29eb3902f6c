"""What the published data of a group says, as far as the site of many groups shows it.

The format is that of /data/meetings.json and /data/actions.json, which `macros.pages.data` writes. A later version of
the data may have more fields, which are passed over. What a page can do without may be missing or odd, and is then not
shown.
"""

from typing import Annotated, Any, TypeVar
from urllib.parse import urljoin

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, WrapValidator
from pydantic import ValidatorFunctionWrapHandler as Validator

from macros.language import _
from macros.record import Stop
from macros.record.models import quoted

VERSION = "1"  # what stands before the full stop of a version that this program reads
MEETINGS, ACTIONS = "data/meetings.json", "data/actions.json"
_Text = Annotated[str, StringConstraints(strip_whitespace=True)]
_Named = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _if_known(value: Any, validate: Validator) -> Any:
    """The value, or None if it is of another type than expected."""
    try:
        return validate(value)
    except ValidationError:
        return None


_TextIfKnown = Annotated[_Text | None, WrapValidator(_if_known)]

# A tag of BCP 47, by its form.
_Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{0,35}$")]


class _Published(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Name(_Published):
    """The name of a group."""

    name: _Named


class Recorded(_Published):
    """What is shown of the record of a meeting: the other days of one that met on several."""

    also_on: Annotated[tuple[_TextIfKnown, ...] | None, WrapValidator(_if_known)] = None


class Meeting(_Published):
    """A meeting: its id, its day (or month) as YYYY-MM-DD (or YYYY-MM), the last of several days, its status, and its
    page below the site's address."""

    id: _TextIfKnown = None
    date: _Named
    end_date: _TextIfKnown = None
    status: _TextIfKnown = None
    record: Annotated[Recorded | None, WrapValidator(_if_known)] = None
    page: str


class Action(_Published):
    """An action; its owners, its status and when it is due, each as printed; and its page below the site's address."""

    id: _Text
    wording: _TextIfKnown = None
    owner: _TextIfKnown = None
    status: _TextIfKnown = None
    due: _TextIfKnown = None
    open: bool
    page: str


class _File(_Published):
    version: str
    language: _Language = ""
    group: Name


class _Meetings(_File):
    meetings: tuple[Meeting, ...]


class _Actions(_File):
    actions: tuple[Action, ...]


class Group(_Published):
    """A group: the address of its site, the language of its record (empty if not known), its meetings, and its open
    actions, in the order of its own data."""

    address: str
    name: str
    language: str
    meetings: tuple[Meeting, ...]
    open_actions: tuple[Action, ...]

    def link(self, page: str) -> str:
        """The address of a page of this group; that of its home page if the page would be outside of its site."""
        try:
            there = urljoin(self.address, page)
        except ValueError:
            return self.address
        return there if there.startswith(self.address) else self.address


_Known = TypeVar("_Known", _Meetings, _Actions)


def group_of(address: str, meetings: bytes, actions: bytes) -> Group:
    """The group whose site is at `address`, from the two files of its data. Raises Stop if one is not such a file."""
    held, listed = _read(_Meetings, meetings, MEETINGS), _read(_Actions, actions, ACTIONS)
    opened = tuple(action for action in listed.actions if action.open)
    return Group(
        address=address, name=held.group.name, language=held.language, meetings=held.meetings, open_actions=opened
    )


def _read(model: type[_Known], content: bytes, file: str) -> _Known:
    try:
        _require_version(_File.model_validate_json(content).version, file)
        return model.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        said = _("{file} is not the data of published minutes ({why})")
        raise Stop(said.format(file=file, why=f"{where}: {first['msg']}" if where else first["msg"])) from None


def _require_version(version: str, file: str) -> None:
    if version.partition(".")[0] != VERSION:
        said = _("{file} has version {version}; this program reads version {known}")
        raise Stop(said.format(file=file, version=quoted(version), known=VERSION))
