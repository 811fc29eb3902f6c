"""The forms ask exactly what the models hold, and a group that does not want them has nothing of them."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
from folders import ANPR_IAG
from pydantic import BaseModel, ConfigDict, Field

from macros.office.forms.arranging import IN_FILE, ORDER, Group
from macros.office.forms.configuration import configuration
from macros.office.forms.fields import KEY, fields
from macros.office.forms.page import IMMUTABLE, edit_files
from macros.office.forms.scripts import scripts
from macros.pages import Page
from macros.record import models
from macros.record.models import ActionEntry, Forms, Meeting, People, Record, Terms
from macros.record.problems import Severity, Unpublishable
from macros.register import addresses
from macros.register.following import follow
from macros.register.register import Register
from macros.register.repository import RepositoryHost, repository_host
from macros.rules.loading import load
from macros.site.files import generated


def parts(annotation: Any) -> list[type]:
    """Every class that a field's annotation names."""
    inner = [part for argument in get_args(annotation) for part in parts(argument)]
    return [annotation, *inner] if isinstance(annotation, type) else inner


def of_kind(annotation: Any, kind: type) -> Any:
    return next((part for part in parts(annotation) if issubclass(part, kind)), None)


def ungrouped(form: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The fields of a form without the groups in which it folds them, in the order of the file."""
    found = [one for field in form for one in (ungrouped(field["fields"]) if is_group(field) else [field])]
    return sorted(found, key=lambda field: field.get(IN_FILE, {}).get("place", -1))


def is_group(field: dict[str, Any]) -> bool:
    return bool(field.get(IN_FILE, {}).get("is_group"))


def differences(
    model: type[BaseModel], form: list[dict[str, Any]], path: str, around: tuple[type, ...] = ()
) -> list[str]:  # fmt: skip
    """Where a form says something else than the model, whose fields are read here without its JSON Schema.
    `around`: the models that it is within; one within itself is shown three deep."""
    shown = {field["name"]: field for field in ungrouped(form)}
    around = (*around, model)
    deepest = around.count(model) == 3
    expected_here = {
        name: field for name, field in model.model_fields.items()
        if not (deepest and of_kind(field.annotation, BaseModel) is model)
    }  # fmt: skip
    wrong = [f"{path}.{name}: only in one" for name in set(expected_here) ^ set(shown)]
    for name, field in expected_here.items():
        said = shown.get(name, {})
        expected = (field.title, (field.description or "").partition("\n")[0], field.is_required())
        if (said.get("label"), said.get("hint"), said.get("required")) != expected:
            wrong.append(f"{path}.{name}: {said} is not {expected}")
        if choices := of_kind(field.annotation, StrEnum):
            wrong += [] if said.get("options") == [str(one) for one in choices] else [f"{path}.{name}: other choices"]
        if inner := of_kind(field.annotation, BaseModel):
            below = [one for one in said.get("fields", []) if one["name"] != KEY]
            wrong += differences(inner, below, f"{path}.{name}", around)
    return wrong


@pytest.mark.parametrize("kind", [Meeting, People, Terms])
def test_the_form_has_every_field_with_the_model_s_title_hint_and_choices(kind: type[Record]) -> None:
    assert differences(kind, fields(kind), kind.__name__) == []


def test_a_new_field_of_a_model_shows_up_in_the_form_by_itself_in_the_group_of_rare_ones() -> None:
    class Observed(Meeting):
        model_config = ConfigDict(title="Meeting")
        observers: str | None = Field(None, title="Observers", description="Initials of who looked on.")

    *_, more = fields(Observed)
    assert (more["name"], more["fields"][-1]["name"]) == ("more", "observers")
    assert differences(Observed, fields(Meeting), "meeting") != []


def test_the_form_has_the_order_of_the_page_and_the_file_that_of_the_model() -> None:
    form = fields(Meeting)
    assert [field["name"] for field in form] == [
        "date", "title", "time", "location", "status", "postponed_to", "published", "approved", "agenda", "approves",
        "decisions", "actions", "who_was_there", "papers", "next_meeting", "sources", "notes", "changes", "more",
    ]  # fmt: skip
    assert [field["name"] for field in ungrouped(form)] == list(Meeting.model_fields)
    assert [field["name"] for field in form if is_group(field) and field["collapsed"]] == ["who_was_there", "more"]


@pytest.mark.parametrize("record", ORDER)
def test_a_form_names_only_fields_that_the_record_has_and_no_group_has_the_name_of_one(record: str) -> None:
    known = set(getattr(models, record, ActionEntry).model_fields)
    groups = [one for one in ORDER[record] if isinstance(one, Group)]
    named = {name for one in ORDER[record] for name in (one.fields if isinstance(one, Group) else [one])}
    assert named <= known
    assert not {"more", *(group.name for group in groups)} & known


JARGON = re.compile(r"\b(keys?|list of ids|object|mapping|Markdown|HTML|YAML|true|false|data/)\b")


@pytest.mark.parametrize("kind", [Meeting, People, Terms])
def test_a_hint_says_what_to_type_without_a_word_about_files(kind: type[Record]) -> None:
    def hints(form: list[dict[str, Any]]) -> Iterator[str]:
        for field in form:
            yield field["hint"]
            yield from hints(field.get("fields", []))

    assert [hint for hint in hints(fields(kind)) if JARGON.search(hint) or len(hint) > 175] == []


def test_what_stands_of_a_folded_entry() -> None:
    summaries = {field["name"]: field["summary"] for field in fields(Meeting) if "summary" in field}
    assert summaries["agenda"] == "{{number}}{{number | ternary('. ', '')}}{{title}}"
    assert summaries["actions"] == "{{id}} {{action}} {{owner}} {{status}}"


def test_a_field_of_a_shape_that_has_no_form_is_refused_rather_than_left_out() -> None:
    class Counted(Record):
        seats: int = Field(title="Seats", description="How many.")

    with pytest.raises(NotImplementedError, match="no form is known"):
        fields(Counted)


WIDGETS = {
    "date": "datetime", "time": "string", "status": "select", "attendees": "string", "agenda.minutes": "text",
    "actions.reopened": "boolean", "actions.update": "text", "sources.supplies": "select", "notes": "list",
}  # fmt: skip


@pytest.mark.parametrize(("path", "widget"), WIDGETS.items())
def test_a_field_has_the_widget_that_suits_it(path: str, widget: str) -> None:
    found: dict[str, Any] = {"fields": fields(Meeting)}
    for step in path.split("."):
        found = next(field for field in ungrouped(found["fields"]) if field["name"] == step)
    assert found["widget"] == widget


def test_the_register_of_people_is_a_list_whose_entries_begin_with_their_initials() -> None:
    *mappings, acknowledged, changes = fields(People)
    assert (acknowledged["name"], changes["name"]) == ("acknowledged", "changes")
    for mapping in mappings:
        assert (mapping["widget"], mapping["fields"][0]["name"]) == ("list", KEY)


def with_forms(register: Register, repository: str = "https://github.com/office/minutes", **said: str) -> Register:
    forms = Forms.model_validate({"host": "github", **said})
    group = register.archive.group_file
    record = group.record.model_copy(update={"forms": forms, "repository": repository})
    return follow(replace(register.archive, group_file=replace(group, record=record)))


@pytest.mark.parametrize(("said", "warns"), [({}, True), ({"approval_required": "true"}, False)])
def test_the_page_warns_until_the_office_says_that_another_person_has_to_approve(
    real_register: Register, said: dict[str, str], warns: bool
) -> None:
    page = str(edit_files(with_forms(real_register, **said))["edit/index.html"])
    assert ("This site knows of no rule that asks for another person’s approval." in page) is warns
    assert ('<a href="../guide/protect/">' in page) is warns


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("contact: http://example.org/us",
         "'http://example.org/us' can be read and changed by anybody on the way; write an address with https://, an "
         "email address or a telephone number"),
        ("repository: http://github.com/owner/name",
         "'http://github.com/owner/name' is not the address of a repository; expected one like "
         "https://github.com/owner/name, from https:// to its name"),
        ("forms: {host: github, sign_in: 'http://in.example.org'}",
         "'http://in.example.org' is not a web address that nobody on the way can read or change; it has to begin with "
         "https://"),
    ],
)  # fmt: skip
def test_an_address_that_anybody_on_the_way_can_change_is_refused(tmp_path: Path, line: str, message: str) -> None:
    shutil.copytree(ANPR_IAG / "data", tmp_path / "data")
    group = tmp_path / "data/group.yml"
    key = line.partition(":")[0]
    kept = "".join(f"{row}\n" for row in group.read_text("utf-8").splitlines() if not row.startswith(f"{key}:"))
    group.write_text(f"{kept}{line}\n", encoding="utf-8")
    with pytest.raises(Unpublishable) as refused:
        load(tmp_path)
    assert message in [problem.message for problem in refused.value.problems]


def host_of(register: Register) -> RepositoryHost:
    host = repository_host(register.archive.group)
    assert host is not None
    return host


def configured(register: Register) -> dict[str, Any]:
    """The configuration of Sveltia CMS."""
    found: dict[str, Any] = json.loads(configuration(Page(register, addresses.EDIT), host_of(register)))["cms"]
    return found


def test_without_the_key_no_file_of_the_forms_is_made(real_register: Register) -> None:
    assert real_register.archive.group.forms is None
    assert [path for path in generated(real_register) if path.startswith("edit/")] == []


def test_with_the_key_the_page_and_all_that_it_loads_are_made(real_register: Register) -> None:
    made = generated(with_forms(real_register))
    assert {"edit/index.html", "edit/config.json", "edit/start.js", "edit/sveltia-cms.js"} <= set(made)
    assert {made[path].made_from for path in made if path.startswith("edit/")} == {"data/group.yml"}


GITHUB, GITLAB, OWN = "https://github.com/office/minutes", "https://gitlab.com/a/b/c", "https://git.example.org/o/m"
HOSTS: list[tuple[dict[str, str], dict[str, Any], str, str]] = [
    ({"repository": GITHUB}, {"name": "github", "repo": "office/minutes", "branch": "main", "auth_methods": ["token"]},
     "https://api.github.com", "https://github.com/office/minutes/tree/main/data"),
    ({"repository": GITLAB, "host": "gitlab", "branch": "live"}, {"name": "gitlab", "repo": "a/b/c", "branch": "live"},
     "https://gitlab.com", "https://gitlab.com/a/b/c/-/tree/live/data"),
    ({"repository": OWN}, {"api_root": "https://git.example.org/api/v3", "repo": "o/m"},
     "https://git.example.org", "https://git.example.org/o/m/tree/main/data"),
    ({"repository": OWN, "host": "gitlab"}, {"api_root": "https://git.example.org/api/v4"},
     "https://git.example.org", "https://git.example.org/o/m/-/tree/main/data"),
    ({"sign_in": "https://in.example.org"}, {"base_url": "https://in.example.org", "auth_methods": ["oauth", "token"]},
     "https://api.github.com", "https://github.com/office/minutes/tree/main/data"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "backend", "asked", "editor"), HOSTS)
def test_where_the_forms_save(
    real_register: Register, said: dict[str, str], backend: dict[str, Any], asked: str, editor: str
) -> None:
    register = with_forms(real_register, **said)
    assert configured(register)["backend"].items() >= backend.items()
    assert ("api_root" in configured(register)["backend"]) is ("api_root" in backend)
    assert configured(register)["publish_mode"] == "editorial_workflow"
    assert (host_of(register).api_address, host_of(register).web_editor) == (asked, editor)


def test_the_forms_begin_and_change_files_but_merge_and_remove_none(real_register: Register) -> None:
    for collection in configured(with_forms(real_register))["collections"]:
        assert collection["publish"] is False
        assert "files" in collection or collection["delete"] is False


def test_the_form_of_a_new_meeting_begins_with_the_standing_agenda_and_the_open_actions(toy_register: Register) -> None:
    register = with_forms(toy_register)
    meeting = configured(register)["collections"][0]["fields"]
    begun = {field["name"]: field["default"] for field in meeting if field["widget"] == "list" and "default" in field}
    assert [item["title"] for item in begun["agenda"]] == [i.title for i in register.archive.group.standing_agenda]
    assert [entry["id"] for entry in begun["actions"]] == [action.id for action in register.open]


REFUSED = [
    ("forms:\n  host: gitbub\n", "{}:2:9: host 'gitbub' is not known; did you mean 'github'?"),
    ("repository: https://github.com/o/m\nforms:\n  host: github\n  branch: my work\n",
     "{}:4:11: 'my work' is not the name of a branch; write it like main"),
    ("forms:\n  branch: main\n", "{}:2:3: the key 'host' is missing"),
    ("forms:\n  host: github\n",
     "{}:2:3: the forms have nowhere to save; 'repository' has to hold the address of the repository, like "
     "https://github.com/owner/name"),
    ("repository: https://github.com/minutes\nforms:\n  host: github\n",
     "{}:3:3: the forms have nowhere to save; 'repository' has to hold the address of the repository, like "
     "https://github.com/owner/name"),
    ("repository: https://github.com/owner/name/tree/main\n",
     "{}:1:13: 'https://github.com/owner/name/tree/main' is not the address of a repository; expected one like "
     "https://github.com/owner/name, from https:// to its name"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "sentence"), REFUSED)
def test_forms_that_could_not_save_are_refused_with_the_mend(lines: str, sentence: str, tmp_path: Path) -> None:
    shutil.copytree(ANPR_IAG / "data", tmp_path / "data")
    group = tmp_path / "data/group.yml"
    group.write_text(lines + group.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(Unpublishable) as found:
        load(tmp_path)
    errors = [str(problem) for problem in found.value.problems if problem.severity is Severity.ERROR]
    assert errors == [sentence.format("data/group.yml")]


def test_every_vendored_file_has_its_licence_and_its_version_beside_it() -> None:
    files = scripts()
    for name in ("sveltia-cms", "js-yaml", "fonts"):
        assert f"{name}.VERSION.txt" in files
    assert {name for name in files if name.endswith("LICENSE.txt")} == {
        "sveltia-cms.LICENSE.txt", "js-yaml.LICENSE.txt", "source-sans-3.LICENSE.txt",
        "material-symbols-outlined.LICENSE.txt",
    }  # fmt: skip
    # Sveltia CMS loads two more scripts for the preview: one of its own, and a library in whose place ours stands.
    assert "chunks/react-dom.js" in files
    name, version = IMMUTABLE.removeprefix("https://unpkg.com/").split("/")[0].split("@")
    assert re.search(rf"\b{name}:`\^{re.escape(version)}`".encode(), files["sveltia-cms.js"])
    version = files["sveltia-cms.VERSION.txt"].split()[1]
    assert b"`" + version + b"`" in files["sveltia-cms.js"]
