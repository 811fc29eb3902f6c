"""The JSON files: what stands at the top of each, and one record on each line below."""

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import Field
from typing_extensions import TypedDict

from macros.language import language_tag
from macros.pages.data.actions import ActionData
from macros.pages.data.decisions import DecisionData
from macros.pages.data.groups import GroupData, group_on
from macros.pages.data.meetings import MeetingData
from macros.pages.data.people import PersonData
from macros.pages.page import Page
from macros.register import Register, addresses

VERSION = "1.0"
# What could end a script in which somebody puts the text (HTML, 4.12.1.3), or a line of JavaScript.
_ESCAPED = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class LicenceData(TypedDict):
    """The licence of the record."""

    name: Annotated[str, Field(description="What it is called.")]
    url: Annotated[str | None, Field(description="Where its text is.")]


class Head(TypedDict):
    """What stands at the top of each file."""

    version: Annotated[str, Field(description="The version of this format.")]
    schema: Annotated[str, Field(description="The address of the JSON Schema of the file, relative to the file.")]
    site: Annotated[str | None, Field(
        description="The web address of the site, which each page below is relative to; null if it is not known.",
    )]  # fmt: skip
    language: Annotated[str, Field(description="The language of the record, like en-GB (BCP 47).")]
    group: Annotated[GroupData, Field(description="The group.")]
    publisher: Annotated[str | None, Field(description="Who publishes the record, if that is stated.")]
    licence: Annotated[LicenceData | None, Field(description="The licence, if one is stated.")]
    revision: Annotated[str | None, Field(
        description="The commit of the files that this was made from; null if it is not known.",
    )]  # fmt: skip
    as_of: Annotated[str | None, Field(
        description="The day or the month of the latest meeting, or the day to which the site counts; null if no "
        "meeting was held.",
    )]  # fmt: skip


class MeetingsFile(Head):
    """Meetings, each with its whole record."""

    meetings: Annotated[list[MeetingData], Field(description="The meetings, the earliest first.")]


class ActionsFile(Head):
    """Actions, each with its whole history."""

    actions: Annotated[list[ActionData], Field(description="The actions, in the order of their ids.")]


class DecisionsFile(Head):
    """Decisions of meetings."""

    decisions: Annotated[list[DecisionData], Field(description="The decisions, the earliest first.")]


class PeopleFile(Head):
    """People, posts and organisations."""

    people: Annotated[list[PersonData], Field(description="First the people, then the posts and the organisations.")]


KINDS: dict[str, type[Head]] = {
    "meetings": MeetingsFile, "actions": ActionsFile, "decisions": DecisionsFile, "people": PeopleFile,
}  # fmt: skip
"""Each list of records by its name, with the model of its file."""


def head(register: Register) -> Head:
    """The top of a file, but for the address of its schema, which depends on where the file is."""
    group = register.archive.group
    return {
        "version": VERSION, "schema": "", "site": register.site_address or None,
        "language": language_tag(),
        "group": group_on(register, register.present),
        "publisher": Page(register, addresses.DATA).publisher,
        "licence": {"name": group.licence.name, "url": group.licence.url} if group.licence else None,
        "revision": (register.edition.commit or None) if not register.edition.changed else None,
        "as_of": register.as_of.isoformat() if register.steps else None,
    }  # fmt: skip


def opening(top: Head, here: str, kind: str) -> str:
    """What the file at an address begins with: the top, and the name of its list."""
    above: dict[str, Any] = {**top, "schema": addresses.link(here, addresses.data_schema(kind))}
    fields = (f"{json.dumps(key)}: {line(value)},\n" for key, value in above.items())
    return "{\n" + "".join(fields) + f'"{kind}": [\n'


def document(begins: str, lines: Iterable[str]) -> str:
    """The JSON text (RFC 8259) of a file, with its records as lines of JSON."""
    return begins + ",\n".join(lines) + "\n]}\n"


def line(value: Mapping[str, Any] | str | None) -> str:
    """A value as JSON on one line, which is safe within a script of a page."""
    text = _ENCODER.encode(value)
    for sign, escaped in _ESCAPED.items():
        text = text.replace(sign, escaped)
    return text
