"""Scaffolds the data files of a new group."""

from dataclasses import dataclass

from macros.language import _
from macros.record import GROUP, MEETINGS, PEOPLE, TERMS, comment, yaml_text
from macros.record.models import Group, People, StandingItem, descriptions

_SCHEMA = "# yaml-language-server: $schema=../schema/{}.schema.json"


@dataclass(frozen=True)
class NewGroup:
    """The answers for a new group. All but the name may be empty."""

    name: str
    short_name: str
    publisher: str
    publisher_name: str
    action_id: str
    licence: str
    licence_url: str
    contact: str
    locale: str


def data_files(group: NewGroup) -> dict[str, str]:
    """Path to text of every file of a record without meetings; the empty files keep their folders in git."""
    return {
        GROUP: _group_file(group), PEOPLE: _people_file(group), f"{MEETINGS}/.gitkeep": "", f"{TERMS}/.gitkeep": "",
    }  # fmt: skip


def _group_file(group: NewGroup) -> str:
    said = descriptions(Group)
    licence = ["licence:"]
    if group.licence:
        licence += [f"  name: {yaml_text(group.licence)}", f"  {_unless_empty('url', group.licence_url)}"]
    may_have = _("Each item begins with a dash, like '- title:', and may have:")
    lines = [
        _SCHEMA.format("group"), "", *comment(said["name"]), f"name: {yaml_text(group.name)}",
        "", *comment(said["short_name"]), _unless_empty("short_name", group.short_name),
        "", *comment(" ".join((said["publisher"], _("data/people.yml names it.")))),
        _unless_empty("publisher", group.publisher),
        "", *comment(said["action_id"]), _unless_empty("action_id", group.action_id),
        "", *comment(said["licence"]), *licence,
        "", *comment(said["locale"]), _unless_empty("locale", group.locale),
        "", *comment(said["contact"]), _unless_empty("contact", group.contact),
        "", *comment(f"{said['standing_agenda']} {may_have}"),
        *(f"#   {key}: {description}" for key, description in descriptions(StandingItem).items()), "standing_agenda:",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _people_file(group: NewGroup) -> str:
    said = descriptions(People)
    lines = [
        _SCHEMA.format("people"), "#",
        *comment(_("Who each set of initials in the record is. Only what the record says: where it gives no name, "
                   "leave the name out and say in a note what is uncertain.")),
        "", *comment(" ".join((said["people"], _("For example:")))),
        "#   AB:", "#     name: ...", "#     roles:", "#       - title: ...", "#         organisation: ...", "people:",
        "", *comment(said["posts"]), "posts:",
        "", *comment(said["organisations"]), "organisations:",
    ]  # fmt: skip
    if group.publisher and group.publisher_name:
        lines += [f"  {yaml_text(group.publisher)}:", f"    name: {yaml_text(group.publisher_name)}"]
    return "\n".join(lines) + "\n"


def _unless_empty(key: str, value: str) -> str:
    return f"{key}: {yaml_text(value)}" if value else f"{key}:"
