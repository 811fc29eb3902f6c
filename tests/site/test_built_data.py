"""The open data of built sites: the examples of its page work, other programs read it, and nothing of it acts."""

import contextlib
import io
import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pandas
import pytest
from a_project import served, tree
from csvw import CSVW
from jsonschema import Draft202012Validator

from macros.pages.data.examples import UNKNOWN_SITE

NAMES = ("actions", "decisions", "meetings", "agenda-items", "attendance")


def example(site: Path, name: str, address: str) -> str:
    """The code of an example of the page, for a site that is served at an address."""
    page = tree(site / "data/index.html")
    [code] = page.xpath(f"//h3[@id='example-{name}']/following-sibling::pre[1]")
    return re.sub(r"https://(?:site|invented)\.example/(?:[\w-]+/)*(?=data/)", address, code.text_content())


def test_the_examples_of_the_page_work(record_site: Path, tmp_path: Path) -> None:
    with served(record_site) as address:
        curl = example(record_site, "curl", address)
        subprocess.run(["sh", "-e", "-c", curl], cwd=tmp_path, check=True, capture_output=True)
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(example(record_site, "python-pandas", address), {})
        r = example(record_site, "r", address)
        [table] = re.findall(r'"(http[^"]+)"', r)
        with urlopen(table) as found:
            columns = found.readline().decode().strip().split(",")
    for name in ("meetings.json", "record.zip"):
        assert (tmp_path / name).read_bytes() == (record_site / "data" / name).read_bytes()
    held = json.loads((record_site / "data/actions.json").read_text(encoding="utf-8"))["actions"]
    is_open = [one["id"] for one in held if one["open"]]
    assert is_open
    assert re.findall(r"^\d+ +(\S+)", printed.getvalue(), re.MULTILINE) == is_open
    assert {"open", *re.findall(r'"(\w+)"', r.partition("select")[2])} <= {*columns}
    if shutil.which("Rscript"):
        subprocess.run(["Rscript", "-e", r], check=True)


def test_the_example_of_a_spreadsheet_names_a_file_that_is_there(record_site: Path) -> None:
    text = tree(record_site / "data/index.html").text_content()
    [file] = re.findall(rf"Give the address {re.escape(UNKNOWN_SITE)}(\S+)\. ", text)
    assert (record_site / file).is_file()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("which", ["toy_site", "hostile_site"])
def test_another_program_reads_each_table_by_its_metadata(
    which: str, name: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(which) / "data"
    found = CSVW(str(folder / f"{name}.csv"), md_url=str(folder / f"{name}.csv-metadata.json"), validate=True)
    assert found.is_valid, [str(one) for one in found.warnings]
    [table] = found.tables
    columns = [column.name for column in table.tableSchema.columns]
    read = pandas.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
    assert [*read.columns] == columns
    if name in ("actions", "decisions", "meetings"):
        whole = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))[name]
        assert [*read["id"]] == [one["id"] for one in whole]
    for cell in read.to_numpy().ravel():
        assert not re.match('[\\s"‘’“”]*[=+\\-@＝＋－＠]|[\t\r]', cell), cell
    content = (folder / f"{name}.csv").read_bytes()
    assert content.endswith(b"\r\n")
    assert not content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("kind", ["meetings", "actions", "decisions", "people"])
def test_hostile_text_leaves_the_files_valid(hostile_site: Path, kind: str) -> None:
    text = (hostile_site / f"data/{kind}.json").read_text(encoding="utf-8")
    assert "<" not in text
    document = json.loads(text)
    schema = json.loads((hostile_site / "data" / document["schema"]).read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)
    assert document[kind]
    for one in document[kind]:
        page, _sign, anchor = one["page"].partition("#")
        [*found] = tree(hostile_site / page / "index.html").xpath("//*[@id=$anchor]", anchor=anchor)
        assert not anchor or len(found) == 1


def test_each_name_in_the_zip_stays_below_its_folder(hostile_site: Path, tmp_path: Path) -> None:
    with ZipFile(hostile_site / "data/record.zip") as found:
        for name in found.namelist():
            there = (tmp_path / name).resolve()
            assert there.is_relative_to(tmp_path)
            assert name == there.relative_to(tmp_path).as_posix()
