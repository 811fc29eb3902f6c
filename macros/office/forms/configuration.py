"""The configuration of the forms: where they save, which files they edit, and the fields."""

import json
from typing import Any

from macros.language import _, language_tag
from macros.office.forms.arranging import FormField
from macros.office.forms.fields import KEY, fields
from macros.office.forms.prefilled import prefilled_lists, wordings
from macros.pages import Page
from macros.record import MEETINGS, PEOPLE, TERMS
from macros.record.models import Meeting, People, Terms
from macros.register import Register, RepositoryHost, addresses


def configuration(page: Page, host: RepositoryHost) -> str:
    """The configuration as JSON: `cms` is what Sveltia CMS reads, `files` what our script needs to write each kind of
    file; and for the preview the `locale` of its days, `like`, the address of a page that has its styles, and
    `wordings`, what each open action is about."""
    register = page.register
    settings = {
        "cms": {
            "load_config_file": False,
            "backend": {**host.backend, "commit_messages": _COMMITS},
            # Every save goes to a branch of its own with a pull request; merging it is done on the
            # host, where the checks of the record stand beside it.
            "publish_mode": "editorial_workflow",
            "app_title": _("{group} minutes").format(group=register.archive.group.called_on(register.present)[1]),
            "media_folder": "docs/pictures",
            "media_libraries": {"stock_assets": {"providers": []}},
            "show_preview_links": False,
            "collections": [_meetings(register), _people(), _terms()],
        },
        "files": {
            "meeting": {"extension": "yml", "above": _ABOVE},
            "people": {"extension": "yml", "above": _ABOVE},
            "terms": {"extension": "md", "below": "text"},
        },
        "key": KEY,
        "locale": language_tag(),
        "like": page.link(_like(register)),
        "wordings": wordings(register),
    }
    return json.dumps(settings, ensure_ascii=False, indent=1) + "\n"


def _like(register: Register) -> str:
    meetings = [*register.archive.meetings]
    return addresses.meeting(meetings[-1]) if meetings else addresses.MEETINGS


def _meetings(register: Register) -> dict[str, Any]:
    head = _above("../../schema/meeting.schema.json")
    return {
        "name": "meeting", "label": _("Meetings"), "label_singular": _("Meeting"), "folder": MEETINGS,
        "description": _("One file for each meeting: what that meeting recorded."),
        "format": "meeting", "identifier_field": "date", "summary": "{{date}} · {{status}}",
        "slug": {
            "template": "{{date}}", "editable": ["create"],
            "pattern": [r"^\d{4}-\d{2}(-\d{2})?(-[b-z])?$", _("Write the date, like 2022-03-21")],
            "hint": _("The name of the file: the date, and -b behind it for a second meeting on that day."),
        },
        "sortable_fields": {"fields": ["date"], "default": {"field": "date", "direction": "descending"}},
        **_NEVER_LOST, "fields": [head, *_prefilled(fields(Meeting), prefilled_lists(register))],
    }  # fmt: skip


def _prefilled(form: list[FormField], lists: dict[str, list[dict[str, str]]]) -> list[FormField]:
    return [field | {"default": lists[field["name"]]} if field["name"] in lists else field for field in form]


def _people() -> dict[str, Any]:
    file = {
        "name": "people", "label": _("People and organisations"), "file": PEOPLE, "format": "people",
        "fields": [_above("../schema/people.schema.json"), *fields(People)],
    }  # fmt: skip
    return {"name": "people", "label": _("People"), "publish": False, "editor": {"preview": False}, "files": [file]}


def _terms() -> dict[str, Any]:
    return {
        "name": "terms", "label": _("Terms of reference"), "label_singular": _("Version"), "folder": TERMS,
        "description": _("One file for each version, named after the day of its adoption."),
        "format": "terms", "identifier_field": "adopted", "summary": "{{adopted}}",
        "slug": {"template": "{{adopted}}", "editable": ["create"]}, **_NEVER_LOST, "fields": fields(Terms),
    }  # fmt: skip


# A hidden field keeps the comments at the top of a file. All other comments are lost on saving.
_ABOVE = "comments_above"


def _above(schema: str) -> FormField:
    return {"name": _ABOVE, "widget": "hidden", "default": f"# yaml-language-server: $schema={schema}\n"}


_COMMITS = {"create": "Data: Begin {{path}}", "update": "Data: Change {{path}}", "delete": "Data: Remove {{path}}"}

# The forms create and change files. They never merge or delete.
_NEVER_LOST = {"create": True, "delete": False, "duplicate": False, "publish": False}
