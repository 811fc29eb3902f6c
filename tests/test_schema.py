"""The JSON Schemas are generated from the models, committed, and agree with the data files."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.record.models import schema_files


def plain_yaml(file: Path) -> object:
    """The file as an editor's YAML 1.2 reader sees it, near enough: dates stay text."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, regex) for tag, regex in resolvers if not tag.endswith((":timestamp", ":int"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:int", __import__("re").compile(r"^[0-9]+$"), list("0123456789"))
    return yaml.load(file.read_text(encoding="utf-8"), Loader=Loader)


def test_the_committed_schemas_are_current(project: Path) -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in (project / "schema").iterdir()}
    assert committed == schema_files(), "run `make schema`"


def data_files(project: Path) -> list[Path]:
    found = [*(project / "data").glob("*.yml"), *(project / "data/meetings").glob("*.yml")]
    assert len(found) > 2
    return found


@pytest.mark.parametrize("record", [".", "tests/data/anpr-iag", "tests/data/toy"])
def test_the_data_files_agree_with_their_schemas(project: Path, record: str) -> None:
    for file in data_files(project / record):
        kind = "meeting" if file.parent.name == "meetings" else file.stem
        validator = Draft202012Validator(json.loads((project / f"schema/{kind}.schema.json").read_text()))
        assert [f"{file}: {error.message}" for error in validator.iter_errors(plain_yaml(file))] == []


def test_the_schema_refuses_what_the_models_refuse(project: Path) -> None:
    validator = Draft202012Validator(json.loads((project / "schema/meeting.schema.json").read_text()))
    wrong = {"date": "2022-3-21", "status": "drafted", "tilte": "x", "agenda": [{"titel": "x"}]}
    assert len(list(validator.iter_errors(wrong))) == 4


def test_an_editor_finds_the_schema_of_each_file_from_its_first_line(project: Path) -> None:
    for file in data_files(project):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        sign, _, address = first.partition("$schema=")
        assert sign == "# yaml-language-server: "
        assert (file.parent / address).resolve().is_file()


def test_every_field_has_a_title_and_a_description(project: Path) -> None:
    for name, text in schema_files().items():
        schema = json.loads(text)
        for model in [schema, *schema.get("$defs", {}).values()]:
            for key, field in model.get("properties", {}).items():
                assert field.get("title") or "$ref" in field, f"{name}: {key}"
                assert field.get("description"), f"{name}: {key}"
