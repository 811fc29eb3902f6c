"""The forms ask exactly what the models hold, and a group that does not want them has nothing of them."""

import json
import shutil
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
from folders import ANPR_IAG
from pydantic import BaseModel, Field

from macros.office.forms.configuration import configuration
from macros.office.forms.fields import KEY, fields
from macros.office.forms.page import edit_files
from macros.office.forms.scripts import scripts
from macros.record.models import Forms, Meeting, People, Record, Terms
from macros.record.problems import Severity, Unpublishable
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


def differences(
    model: type[BaseModel], form: list[dict[str, Any]], path: str, around: tuple[type, ...] = ()
) -> list[str]:  # fmt: skip
    """Where a form says something else than the model, whose fields are read here without its JSON Schema.
    `around`: the models that it is within; one within itself is shown three deep."""
    shown = {field["name"]: field for field in form}
    around = (*around, model)
    deepest = around.count(model) == 3
    expected_here = {
        name: field for name, field in model.model_fields.items()
        if not (deepest and of_kind(field.annotation, BaseModel) is model)
    }  # fmt: skip
    wrong = [f"{path}.{name}: only in one" for name in set(expected_here) ^ set(shown)]
    for name, field in expected_here.items():
        said = shown.get(name, {})
        expected = (field.title, field.description, field.is_required())
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


def test_a_new_field_of_a_model_shows_up_in_the_form_by_itself() -> None:
    class Observed(Meeting):
        observers: str | None = Field(None, title="Observers", description="Initials of who looked on.")

    assert "observers" in [field["name"] for field in fields(Observed)]
    assert differences(Observed, fields(Meeting), "meeting") != []


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
        found = next(field for field in found["fields"] if field["name"] == step)
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
    found: dict[str, Any] = json.loads(configuration(register, host_of(register)))["cms"]
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
    version = files["sveltia-cms.VERSION.txt"].split()[1]
    assert b"`" + version + b"`" in files["sveltia-cms.js"]
