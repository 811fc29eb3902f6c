"""`minutes paper`: the Word document says what the record says, is accessible, and is the same each time."""

import io
import re
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from docx.document import Document
from docx.oxml.ns import qn
from folders import ANPR_IAG, DATA

from macros.cli import main
from macros.office.paper.content import paper_of
from macros.office.paper.word import word_document
from macros.register.register import Register
from macros.rules.loading import load

PRINTED = (DATA.parent / "site/record/anpr-iag-2022-03-21.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def anpr() -> Register:
    return load(ANPR_IAG)


def opened(register: Register, stem: str) -> Document:
    return docx.Document(io.BytesIO(word_document(paper_of(register, stem))))


def rows(document: Document, table: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


def minutes(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_paper_of_a_meeting_to_come_lists_the_open_actions_with_the_latest_on_each(toy_register: Register) -> None:
    document = opened(toy_register, "2030-09-19")
    assert [(p.style and p.style.name, p.text) for p in document.paragraphs if p.text] == [
        ("Title", "Meeting Paper – Invented Toy Group"),
        ("Normal", "Date: 19 September 2030"),
        ("Normal", "Time: 10:00 to 12:00"),
        ("Normal", "Location: Invented Hall"),
        ("Normal", "Chair: Not recorded yet"),
        ("Normal", "Record: Planned for this day."),
        ("Heading 1", "Agenda"),
        ("Caption", "Table 1: Agenda"),
        ("Heading 1", "Actions"),
        ("Caption", "Table 2: Actions open after the meeting of 20 June 2030, with the latest on each"),
        ("Heading 1", "Initials"),
        ("List Bullet", "AB: Invented Person A, Chair, Invented Office"),
        ("List Bullet", "CD: Invented Person C, Other Invented Body"),
        ("List Bullet", "INO: Invented Office"),
    ]
    assert rows(document, 0) == [["No.", "Time", "Agenda title", "Lead"], ["", "", "Actions from previous meeting", ""]]
    assert rows(document, 1) == [
        ["ID", "Action", "Owner", "Update"],
        ["TOY0130-02", "Complete this and open it again.", "CD", "In progress\nIt was not done after all."],
        ["TOY0130-03", "Do not mention this.", "AB/CD", "No status recorded\nMentioned again, without a status."],
        [
            "TOY0330-01",
            "Take the place of the other.",
            "INO",
            "Outstanding\nTwo things, see the invented letter:\none of them\nanother",
        ],
        ["TOY0330-02", "Raised at the second meeting of the day.", "CD", "No status recorded"],
    ]


def test_what_the_papers_of_a_meeting_to_come_say_stands_before_what_was_recorded(tmp_path: Path) -> None:
    shutil.copytree(DATA / "toy" / "data", tmp_path / "data")
    with open(tmp_path / "data/meetings/2030-09-19.yml", "a", encoding="utf-8") as file:
        file.write("    status: completed\n  - id: TOY0330-01\n    update: Will be told at the meeting.\n")
    found = rows(opened(load(tmp_path), "2030-09-19"), 1)
    assert found[1][3] == "Completed\nIt was not done after all."
    assert found[3][3] == "Outstanding\nWill be told at the meeting."


def test_the_due_date_and_the_heading_are_on_the_paper_of_a_meeting_to_come(tmp_path: Path) -> None:
    shutil.copytree(DATA / "toy" / "data", tmp_path / "data")
    file = tmp_path / "data/meetings/2030-03-14-b.yml"
    text = file.read_text(encoding="utf-8").replace(
        "  - id: TOY0330-02\n", "  - id: TOY0330-02\n    due: 2030-12-01\n    heading: Benches\n"
    )
    file.write_text(text, encoding="utf-8")
    found = {row[0]: row[1] for row in rows(opened(load(tmp_path), "2030-09-19"), 1)}
    assert found["TOY0330-02"] == "Benches: Raised at the second meeting of the day.\nDue: 1 December 2030"
    assert found["TOY0130-03"] == "Do not mention this."


def test_an_update_older_than_the_meeting_before_is_dated(tmp_path: Path) -> None:
    shutil.copytree(DATA / "toy" / "data", tmp_path / "data")
    file = tmp_path / "data/meetings/2030-06-20.yml"
    text = file.read_text(encoding="utf-8").replace("    status: withdrawn\n", "")
    file.write_text(text, encoding="utf-8")
    march = tmp_path / "data/meetings/2030-03-14.yml"
    text = march.read_text(encoding="utf-8").replace("owner: CD\n", "owner: CD\n    update: Slow.\n")
    march.write_text(text, encoding="utf-8")
    found = {row[0]: row[3] for row in rows(opened(load(tmp_path), "2030-09-19"), 1)}
    assert found["TOY0130-05"] == "Outstanding\nSlow. (14 March 2030)"


def test_the_paper_of_a_meeting_that_was_held_says_what_it_recorded_then(toy_register: Register) -> None:
    document = opened(toy_register, "2030-03-14")
    assert rows(document, 0) == [
        ["ID", "Action", "Owner", "Update"],
        ["TOY0130-01", "Carry this over and complete it.", "AB", "In progress\nHalf done."],
        ["TOY0130-02", "Complete this and open it again.", "CD", "Completed\nDone."],
        ["TOY0130-04", "Supersede this.", "INO", "Superseded by TOY0330-01"],
        ["TOY0130-05", "Reworded, and given to somebody else.", "CD", "Outstanding"],
        ["TOY0330-01", "Take the place of the other.", "INO", "No status recorded"],
    ]
    assert "Table 1: Actions, as this meeting recorded them" in [p.text for p in document.paragraphs]


def test_the_paper_says_what_the_printed_one_of_21_march_2022_says(anpr: Register) -> None:
    document = opened(anpr, "2022-03-21")
    assert document.paragraphs[0].text in PRINTED
    agenda, actions = rows(document, 0), rows(document, 1)
    assert ["\t".join([row[0], row[1].replace(" to ", "-"), *row[2:]]) for row in agenda[1:]] == [
        line for line in PRINTED.splitlines() if re.match(r"\d?\t\d\d:\d\d-", line)
    ]
    for key, wording, owner, update in actions[1:14]:
        printed = f"{key}\t{wording}\t{owner}\t" + update.replace("No status recorded\n", "").replace("\n", " ")
        assert printed in PRINTED.splitlines()


def test_word_finds_what_makes_the_document_accessible(anpr: Register) -> None:
    document = opened(anpr, "2022-03-21")
    for table in document.tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None for row in others)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in (first, *others))
        order = [child.tag for child in table._tbl.tblPr]
        assert order[-3:] == [qn("w:tblLook"), qn("w:tblCaption"), qn("w:tblDescription")]
        assert all(table._tbl.tblPr.find(tag).get(qn("w:val")) for tag in order[-2:])
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    settings = {s.get(qn("w:name")): s.get(qn("w:val")) for s in document.settings.element.iter(qn("w:compatSetting"))}
    assert settings["compatibilityMode"] == "15"
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Meeting Minutes – Automatic Number Plate Recognition Independent Advisory Group",
        "Office of the Biometrics and Surveillance Camera Commissioner",
        "en-GB",
    )


def test_the_same_record_gives_the_same_bytes_whatever_the_clock_says(
    anpr: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = word_document(paper_of(anpr, "2022-03-21"))
    monkeypatch.setattr("time.time", lambda: 4e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2096, 10, 2, 7, 6, 40, 1, 276, 0))
    assert word_document(paper_of(anpr, "2022-03-21")) == once
    with zipfile.ZipFile(io.BytesIO(once)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name]
    properties = docx.Document(io.BytesIO(once)).core_properties
    assert {properties.created, properties.modified} == {datetime(2022, 3, 21, tzinfo=UTC)}


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    shutil.copytree(DATA / "toy" / "data", tmp_path / "data")
    file = tmp_path / "data/meetings/2030-06-20.yml"
    text = file.read_text(encoding="utf-8").replace("It was not done after all.", r'"<w:p>&amp;\nNext — é"')
    file.write_text(text, encoding="utf-8")
    document = opened(load(tmp_path), "2030-09-19")
    assert rows(document, 1)[1][3] == "In progress\n<w:p>&amp;\nNext — é"


def test_the_command_writes_beside_the_reader_and_never_over_a_file(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = ("--project", DATA / "toy", "paper", "2030-09-19")
    done = minutes(*arguments)
    assert (done.exit_code, done.stdout) == (
        0,
        "2030-09-19-paper.docx is written. It opens in Word; what you change there stays there, and is not in the "
        "record.\n",
    )
    (tmp_path / "2030-09-19-paper.docx").write_bytes(b"Edited.")
    again = minutes(*arguments)
    assert (again.exit_code, again.stderr) == (
        1,
        "2030-09-19-paper.docx exists already, and somebody may have edited it; move it away, or name another with "
        "--out\n",
    )
    assert (tmp_path / "2030-09-19-paper.docx").read_bytes() == b"Edited."
    assert minutes(*arguments, "--out", "other.docx").exit_code == 0
    assert docx.Document(str(tmp_path / "other.docx")).tables
    assert minutes(*arguments, "--out", "no/such/folder.docx").stderr == (
        "no/such/folder.docx cannot be written: No such file or directory\n"
    )


@pytest.mark.parametrize(
    ("meeting", "sentence"),
    [
        ("2030-09-18", "there is no data/meetings/2030-09-18.yml; did you mean '2030-09-19'?\n"),
        ("march", "there is no data/meetings/march.yml; create it with 'minutes new'\n"),
    ],
)
def test_a_meeting_that_is_not_on_record_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meeting: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = minutes("--project", DATA / "toy", "paper", meeting)
    assert (done.exit_code, done.stderr) == (1, sentence)
    assert list(tmp_path.iterdir()) == []
