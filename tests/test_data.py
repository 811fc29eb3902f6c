"""The open data: nothing is lost, nothing acts, and nothing comes out that is kept back."""

import csv
import io
import json
import re
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
import yaml
from folders import DATA
from generated_records import MEETING, archives
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html

from macros.pages import Page, as_html
from macros.pages.data import FILES, MACROS
from macros.pages.data.documents import line
from macros.pages.data.plain import plain
from macros.pages.data.schemas import words_of
from macros.pages.data.tables import TABLES, csv_text, safe
from macros.record import Archive, read_yaml
from macros.record.models import ActionStatus, Attendees, DecisionResult, Meeting, MeetingStatus, People
from macros.register import Register, addresses, follow
from macros.rules import load

KINDS = ("meetings", "actions", "decisions", "people")
EXAMPLES = Path(__file__).parent.parent / "examples"
RECORDS = (EXAMPLES / "full", EXAMPLES / "minimal", DATA / "toy", DATA / "anpr-iag")


# Signs with a meaning in some spreadsheet, JSON reader or script, and others.
TEXT = st.text(st.sampled_from("=+-@＝＋\t\r\n\"' ;,|<>/&\\\u2028\u2029\u200b\ufeff\x7f\0aé1"), min_size=1, max_size=12)


def files_of(register: Register) -> dict[str, Any]:
    """Every file of the open data."""
    return {name: made() if callable(made) else made for name, made in FILES(register).items()}


def read(files: dict[str, str | bytes], name: str) -> dict:
    return json.loads(files[f"data/{name}.json"])


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def table(files: dict[str, str | bytes], name: str) -> list[dict[str, str]]:
    """Each row of a table, by the names of its columns."""
    head, *others = rows(files[f"data/{name}.csv"])
    return [dict(zip(head, row, strict=True)) for row in others]


def record_in(folder: Path, people: str, **meetings: str) -> Register:
    """An invented record with a file of people, and one file for each meeting `on_2035_01_10`."""
    (folder / "data/meetings").mkdir(parents=True)
    (folder / "data/terms-of-reference").mkdir()
    (folder / "data/group.yml").write_text("name: Invented Group\n", encoding="utf-8")
    (folder / "data/people.yml").write_text(people, encoding="utf-8")
    for name, text in meetings.items():
        stem = name.removeprefix("on_").replace("_", "-")
        (folder / f"data/meetings/{stem}.yml").write_text(f"date: {stem}\n{text}", encoding="utf-8")
    return load(folder)


@given(MEETING)
def test_a_meeting_read_from_json_equals_the_one_read_from_yaml(values: dict) -> None:
    before = Meeting.model_validate(values)
    after = Meeting.model_validate(json.loads(line(plain(before))))
    assert after == before
    for field in ("attendees", "apologies"):
        one, other = getattr(before, field), getattr(after, field)
        assert (one and one.each) == (other and other.each)


@pytest.mark.parametrize("printed", ["AB, CD", "AB; CD (with EF, GH)", ["Smith, Jane", "AB"], ["none"], "none", "-"])
def test_who_came_is_read_back_one_by_one(printed: str | list[str]) -> None:
    values = {"date": "2035-01-10", "status": "draft", "attendees": printed, "apologies": printed}
    before = Meeting.model_validate(values)
    after = Meeting.model_validate(plain(before))
    for field in ("attendees", "apologies"):
        one, other = getattr(before, field), getattr(after, field)
        assert isinstance(one, Attendees)
        assert (one, one.each) == (other, other.each)


@pytest.mark.parametrize("folder", RECORDS, ids=lambda folder: folder.name)
def test_the_records_of_meetings_are_all_there(folder: Path) -> None:
    register = load(folder)
    found = read(files_of(register), "meetings")["meetings"]
    assert [one["id"] for one in found] == [*register.archive.meetings]
    for one, meeting in zip(found, register.archive.meetings.values(), strict=True):
        assert Meeting.model_validate(one["record"]) == meeting.model_copy(update={"acknowledged": ()})
        assert one["publisher_notes"] == [*dict.fromkeys(known.reason for known in meeting.acknowledged)]


@given(archives())
@settings(max_examples=30)
def test_each_file_is_as_its_schema_says_and_every_mention_is_there(archive: Archive) -> None:
    register = follow(archive)
    files = files_of(register)
    for kind in KINDS:
        schema, document = json.loads(files[f"data/schema/{kind}.schema.json"]), read(files, kind)
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(document)
        for one in document[kind]:
            assert one.keys() == kind_of(schema, kind).keys()
        assert "None" not in json.dumps(document)
    held = [meeting for meeting in archive.meetings.values() if meeting.status.held]
    mentions = sum(len(one["history"]) for one in read(files, "actions")["actions"])
    assert mentions == sum(len(meeting.actions) for meeting in held)


def kind_of(schema: dict, kind: str) -> dict:
    """The fields that a schema names for the entries of its list."""
    name = schema["properties"][kind]["items"]["$ref"].rpartition("/")[2]
    return schema["$defs"][name]["properties"]


@pytest.mark.parametrize("folder", RECORDS, ids=lambda folder: folder.name)
def test_a_single_file_has_the_same_record_as_the_list(folder: Path) -> None:
    files = files_of(load(folder))
    for kind, name in (("meetings", "meeting.json"), ("actions", "action.json")):
        document = read(files, kind)
        for one in document[kind]:
            single = json.loads(files[f"{one['page']}{name}"])
            assert single[kind] == [one]
            assert f"{one['page']}{single['schema']}".count("../") == one["page"].count("/")
            assert {**single, kind: 0, "schema": 0} == {**document, kind: 0, "schema": 0}


FOLLOWED = """\
status: published
also_on: [2035-01-12, 2035-01-15]
published: 2035-02-01
approved: 2035-02-20
actions:
  - {id: A1, action: Buy a bell., owner: AB, update: "=Ordered, *not* paid."}
  - {id: A2, action: Mend the ladder., owner: AB}
decisions:
  - {decision: Buy a bell., votes: {how: on a show of hands, in_favour: 3, against: "AB, CD", abstained: "-"}}
  - {decision: Mend the ladder., votes: unanimously}
  - {decision: Paint it.}
"""
LATER = """\
status: draft
approves: 2035-01-10
actions:
  - {id: A1, status: in progress}
  - {id: A2, status: completed, update: Mended.}
"""
VOTES = ("how", "in_favour", "against", "abstained")


def test_a_row_has_the_latest_update_and_the_meeting_that_recorded_it(tmp_path: Path) -> None:
    files = files_of(
        record_in(tmp_path, "people: {AB: {name: Invented Person}}\n", on_2035_01_10=FOLLOWED, on_2035_03_10=LATER)
    )
    found = {one["id"]: (one["latest_update"], one["latest_update_at"]) for one in table(files, "actions")}
    assert found == {"A1": ("'=Ordered, *not* paid.", "2035-01-10"), "A2": ("Mended.", "2035-03-10")}


def test_a_row_has_the_votes_on_a_decision(tmp_path: Path) -> None:
    files = files_of(record_in(tmp_path, "people: {AB: {}, CD: {}}\n", on_2035_01_10=FOLLOWED, on_2035_03_10=LATER))
    assert [[one[f"votes_{how}"] for how in VOTES] for one in table(files, "decisions")] == [
        ["on a show of hands", "3", "AB, CD", "'-"], ["unanimously", "", "", ""], ["", "", "", ""],
    ]  # fmt: skip


def test_a_row_has_the_other_days_of_a_meeting_and_those_of_its_record(tmp_path: Path) -> None:
    files = files_of(record_in(tmp_path, "people: {AB: {}, CD: {}}\n", on_2035_01_10=FOLLOWED, on_2035_03_10=LATER))
    columns = ("also_on", "published", "approved", "approved_by")
    assert [[one[name] for name in columns] for one in table(files, "meetings")] == [
        ["2035-01-12;2035-01-15", "2035-02-01", "2035-02-20", "2035-03-10"], ["", "", "", ""],
    ]  # fmt: skip


@given(archives())
@settings(max_examples=30)
def test_the_tables_say_what_the_tracker_and_the_json_files_say(archive: Archive) -> None:
    register = follow(archive)
    files = files_of(register)
    for one in table(files, "actions"):
        update = register.actions[one["id"]].update  # which the tracker shows
        expected = (update.entry.update, update.meeting) if update else ("", "")
        assert (one["latest_update"], one["latest_update_at"]) == tuple(map(safe, expected))
    for row, one in zip(table(files, "decisions"), read(files, "decisions")["decisions"], strict=True):
        votes = one["votes"] or dict.fromkeys(VOTES)
        assert {how: row[f"votes_{how}"] for how in VOTES} == {how: safe(said or "") for how, said in votes.items()}


def words(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(one.value for one in kind)


FIXED = {
    ("actions", "status_kind"): words(ActionStatus), ("decisions", "result_kind"): words(DecisionResult),
    ("meetings", "status"): words(MeetingStatus), ("people", "kind"): ("person", "post", "organisation"),
}  # fmt: skip
IN_TABLES = {
    ("actions", "status_kind"): words(ActionStatus), ("decisions", "result_kind"): words(DecisionResult),
    ("meetings", "status"): words(MeetingStatus), ("attendance", "presence"): ("present", "apologies", "absent"),
}  # fmt: skip


def test_the_schemas_and_the_metadata_list_every_fixed_word(toy_register: Register) -> None:
    files = files_of(toy_register)
    schemas = {kind: json.loads(files[f"data/schema/{kind}.schema.json"]) for kind in KINDS}
    fixed = {(kind, name): words_of(part) for kind in KINDS for name, part in kind_of(schemas[kind], kind).items()}
    assert {place: said for place, said in fixed.items() if said} == FIXED
    assert words_of(schemas["actions"]["$defs"]["HistoryEntry"]["properties"]["status_kind"]) == words(ActionStatus)
    assert words_of(schemas["meetings"]["$defs"]["Meeting"]["properties"]["status"]) == words(MeetingStatus)
    columns = {
        (one.name, column["name"]): column["datatype"]["format"]
        for one in TABLES for column in json.loads(files[f"data/{one.file}-metadata.json"])["tableSchema"]["columns"]
        if isinstance(column["datatype"], dict)
    }  # fmt: skip
    assert columns == {place: f"^({'|'.join(said)})$" for place, said in IN_TABLES.items()}
    assert all(re.fullmatch("[a-z ]+", word) for said in IN_TABLES.values() for word in said)  # so no sign acts


RECORD_OF = {"meetings": "meetingdata", "actions": "actiondata", "decisions": "decisiondata", "people": "persondata"}


def page_of(register: Register) -> html.HtmlElement:
    return html.fragment_fromstring(as_html(MACROS["open_data"](Page(register, addresses.DATA))), create_parent="div")


def test_the_page_lists_every_fixed_word(toy_register: Register) -> None:
    page = page_of(toy_register)
    for of, expected in (("columns-{}", IN_TABLES), ("{}", FIXED)):
        for (name, field), known in expected.items():
            anchor = of.format(name if of != "{}" else RECORD_OF[name])
            [said] = page.xpath(f"//h3[@id='{anchor}']/following-sibling::dl[1]/div[dt/code='{field}']/dd/span")
            assert said.text.startswith(f"(one of {', '.join(known)}")


def test_the_page_begins_with_a_list_of_its_parts(toy_register: Register) -> None:
    page = page_of(toy_register)
    [contents] = page.xpath("./nav[@class='on-this-page'][@aria-label='On this page']")
    parts = [(one.get("href")[1:], one.text) for one in contents.xpath("./div/ul/li/a")]
    assert parts == [(one.get("id"), one.text) for one in page.xpath(".//h2")]
    assert not contents.xpath("preceding::h2")
    ids = page.xpath("//h3/@id")
    assert {link[1:] for link in contents.xpath("./div/ul/li/ul/li/a/@href")} < {*ids}


def test_each_file_leads_to_its_part_of_the_page_and_then_to_what_describes_it(toy_register: Register) -> None:
    page = page_of(toy_register)
    found = {row.findtext("th/a/code"): row.xpath("td[last()]/a/@href") for row in page.xpath("//table/tbody/tr")}
    assert found == {
        "meetings.json": ["#meetingsfile", "schema/meetings.schema.json"],
        "actions.json": ["#actionsfile", "schema/actions.schema.json"],
        "decisions.json": ["#decisionsfile", "schema/decisions.schema.json"],
        "people.json": ["#peoplefile", "schema/people.schema.json"],
        **{f"{one.name}.csv": [f"#columns-{one.name}", f"{one.name}.csv-metadata.json"] for one in TABLES},
        "record.zip": [],
    }
    assert {links[0][1:] for links in found.values() if links} <= {*page.xpath("//h3/@id")}


def test_the_page_says_what_is_easily_mistaken(toy_register: Register) -> None:
    said = " ".join(page_of(toy_register).text_content().split())
    assert "If you open the file by a double click instead, Excel can show wrong letters." in said
    assert "The button “Download these as CSV” of the action tracker gives another table than actions.csv: " in said
    assert "All of these files, and the files of the folder data/, in which the record is written." in said


@pytest.mark.parametrize("folder", RECORDS, ids=lambda folder: folder.name)
def test_a_row_has_the_whole_address_of_its_page_where_that_of_the_site_is_known(folder: Path) -> None:
    register = load(folder)
    unknown, known = files_of(register), files_of(replace(register, site_address="https://invented.example/minutes/"))
    paged = [one for one in TABLES if "page" in one.columns]
    assert [one.name for one in paged] == ["actions", "decisions", "meetings", "agenda-items"]
    for one in paged:
        assert {row["url"] for row in table(unknown, one.name)} <= {""}
        for row in table(known, one.name):
            assert unquote(row["url"]) == f"https://invented.example/minutes/{row['page']}"


@given(TEXT)
def test_a_cell_is_no_formula_and_its_text_can_be_had_back(text: str) -> None:
    found = safe(text)
    seen = re.sub("^[\\s\"'`“”‘’\u200b\ufeff]+", "", text)  # by another pattern: what stands behind quotes and spaces
    if seen[:1] and seen[0] in "=+-@＝＋－＠":
        assert found[0] == "'"
    assert not re.search("; ?[=+@＝＋]", found)
    if text[0] in "\t\r":
        assert found[0] == "'"
    assert found[0] not in "=+-@\t\r＝＋"
    assert text == typed_before(found)


UNSEEN = "\"'`“”‘’\u00ad\u200b-\u200f\u2060\ufeff"


def typed_before(cell: str) -> str:
    """The text of a cell, as the description of the tables says."""
    first = re.sub(f"\\A'(?=[\\s{UNSEEN}]*[=+\\-@＝＋－＠]|[ \"'“”‘’]*[\t\r\n])", "", cell)
    return re.sub(f";'(?=[ \t{UNSEEN}]*[=+\\-@＝＋－＠])", ";", first)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\ta", "\ra", " =1", '"=1', "'=1", '" =1', "＝1", "\ufeff=1"])
def test_what_acts_in_a_spreadsheet_begins_with_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


def test_what_may_become_a_cell_of_its_own_is_no_formula_either() -> None:
    assert safe("Said;=1+1; and -2;-3;\n- 4") == "Said;'=1+1; and -2;'-3;\n- 4"


@pytest.mark.parametrize("text", ["AB", "2022-03-21", "'quoted'", "a=1", "", "1 - 2", "(a)"])
def test_other_text_is_as_it_is(text: str) -> None:
    assert safe(text) == text


@given(st.lists(st.fixed_dictionaries({name: TEXT | st.none() for name in TABLES[2].columns}), max_size=4))
def test_a_table_is_read_back_cell_by_cell(given_rows: list[dict]) -> None:
    text = csv_text(TABLES[2], given_rows)
    expected = [[*TABLES[2].columns], *([safe(row[name] or "") for name in TABLES[2].columns] for row in given_rows)]
    assert rows(text) == expected
    assert text.endswith("\r\n")


@given(TEXT)
def test_json_ends_no_script_and_is_read_back(text: str) -> None:
    found = line({"text": text})
    assert json.loads(found) == {"text": text}
    assert not re.search("[<\u2028\u2029\0\n\r]", found)


def meant_by(content: bytes) -> object:
    """What a data file says: the values of its YAML, and the text that may stand below them."""
    top, _line, text = content.decode().removeprefix("---\n").partition("\n---\n")
    return yaml.load(top, yaml.BaseLoader), text


@pytest.mark.parametrize("folder", RECORDS, ids=lambda folder: folder.name)
def test_the_zip_holds_the_source_files_and_the_open_data_and_is_the_same_each_time(folder: Path) -> None:
    files = files_of(load(folder))
    assert files == files_of(load(folder))
    with ZipFile(io.BytesIO(files["data/record.zip"])) as found:
        assert found.testzip() is None
        names = found.namelist()
        held = {name: found.read(name) for name in names}
    assert names == sorted(set(names))
    assert all(re.fullmatch(r"(?:data|open-data)/[\w./-]+", name) and ".." not in name for name in names)
    source = {name: content for name, content in held.items() if name.startswith("data/")}
    paths = [path for path in (folder / "data").rglob("*") if path.suffix in (".yml", ".md")]
    typed = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    assert source.keys() == typed.keys()
    means = {name: (meant_by(source[name]), meant_by(typed[name])) for name in source}
    # Somebody's name is withheld in the full example.
    assert {name for name, (in_zip, here) in means.items() if in_zip != here} <= {"data/people.yml"}
    assert not [name for name in source if name.endswith(".yml") and re.search(rb"^ *#", source[name], re.MULTILINE)]
    data = {name: content for name, content in files.items() if name.startswith("data/") and name[-4:] != ".zip"}
    assert {f"open-{name}": text.encode() for name, text in data.items()} == {
        name: content for name, content in held.items() if name.startswith("open-data/")
    }  # fmt: skip


WITHHELD = """\
people:
  # S1 is Invented Nobody
  S1:
    withheld: junior staff
    not_printed: true
    printed_as: [IN]
    roles:
      - title: Committee secretary
  AB: {name: Invented Person}
acknowledged:
  - warning: no role Invented Nobody
    reason: Invented reason.
"""


def with_withheld(folder: Path) -> Register:
    """An invented record of which the file of people names somebody whose name is withheld."""
    meeting = (
        "status: published\nattendees: S1, AB\nactions:\n  - {action: Do it, owner: S1}\n"
        "decisions:\n  - {decision: Do it., votes: {in_favour: AB, against: S1, abstained: IN}}\n"
    )
    return record_in(folder, WITHHELD, on_2035_01_10=meeting)


def test_a_withheld_name_is_in_no_file(tmp_path: Path) -> None:
    files = files_of(with_withheld(tmp_path))
    with ZipFile(io.BytesIO(files["data/record.zip"])) as found:
        texts = {**files, **{name: found.read(name) for name in found.namelist()}}
    for name, content in texts.items():
        assert b"Invented Nobody" not in (content if isinstance(content, bytes) else content.encode()), name
    [secretary] = [one for one in read(files, "people")["people"] if one["id"] == "S1"]
    assert (secretary["name"], secretary["withheld"]) == (None, "junior staff")
    assert secretary["memberships"][0]["role"] == "Committee secretary"
    assert [one["name"] for one in secretary["printed_as"]] == ["IN"]
    [action] = read(files, "actions")["actions"]
    assert (action["owner"], action["owner_ids"]) == ("Committee secretary", ["S1"])
    [decision] = table(files, "decisions")
    assert [decision[f"votes_{how}"] for how in VOTES[1:]] == ["AB", "Committee secretary", "IN"]
    entry, problems = read_yaml(texts["data/people.yml"].decode(), "data/people.yml")
    assert not problems
    assert [*People.model_validate(entry.plain).entries] == ["S1", "AB"]
