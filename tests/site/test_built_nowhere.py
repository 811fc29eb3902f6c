"""What was taken out of the record is in no file of the site, in none of its formats, whatever holds it."""

import gzip
import html
import io
import json
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from a_project import MINUTES, copy_project, run
from repository import change, git, write

GROUP = """name: Invented Group
contact: office@parish.example
licence: {name: Invented Licence, url: 'https://licence.example/'}
allow:
  - {text: office@parish.example, reason: It is the office's.}
"""
PEOPLE = """people:
  S1:
    # Quenbor Tarrol, as she was before
    name: Quenbor Tarrol
    roles:
      - {title: Diver, organisation: INV}
organisations:
  INV: {name: Invented Works}
"""
MET = "data/meetings/2030-01-10.yml"
MEETING = """date: 2030-01-10
status: approved
published: 2030-01-20
approved: 2030-02-01
attendees: S1
agenda:
  - number: 1
    title: Gates of Vellumrow
    lead: S1
    minutes: |
      A neighbour of Vellumrow complained.

      Another called 01632 963852.
decisions:
  - decision: To close Vellumrow.
actions:
  - {id: INV0130-01, action: Mend the gate of Vellumrow, owner: S1, due: 2030-03-01}
"""
NEXT = """date: 2030-04-01
status: scheduled
agenda:
  - {number: 1, title: Matters arising at Vellumrow}
"""
SECRETS = ("quenbor", "tarrol", "vellumrow", "963852", "963 852")
# Where readers of each kind of file would have met them. The card is a picture; robots.txt only has addresses.
TOLD_IN = {".html", ".json", ".csv", ".zip", ".xml", ".ics", ".bib", ".ris", ".odt", ".pdf"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("nowhere") / "project", record=None)
    git(folder, "init", "--quiet", "--initial-branch=main")
    people = PEOPLE.replace("    # Quenbor Tarrol, as she was before\n", "")
    files = {MET: MEETING.replace("01632 963852", "[withheld: personal data]"), "data/people.yml": people}
    write(folder, {"data/group.yml": GROUP, "data/meetings/2030-04-01.yml": NEXT, **files})
    return folder


@pytest.fixture(scope="module")
def before(project: Path) -> Path:
    """The site while everything was public, but for what the check would have stopped."""
    published(project)
    return Path(shutil.move(built_with_documents(project), project.parent / "before"))


@pytest.fixture(scope="module")
def after(project: Path, before: Path) -> Path:
    """The site of the project after the same has been withheld, and one line was public for a while by mistake."""
    change(project, MET, ("[withheld: personal data]", "01632 963852"))
    published(project)
    change(project, MET, ("01632 963852", "[withheld: personal data]"), ("To close Vellumrow", "To close two gates"),
           ("Gates of Vellumrow", '"Gates of [withheld: personal data]"'), ("gate of Vellumrow", "gate"),
           ("neighbour of Vellumrow", "neighbour"))  # fmt: skip
    entry = "changes:\n  - {date: 2030-05-01, note: A private address was removed., removed: true}\n"
    write(project, {MET: (project / MET).read_text() + entry})
    change(project, "data/meetings/2030-04-01.yml", (" at Vellumrow", ""))
    write(project, {"data/meetings/2030-04-01.yml": (project / "data/meetings/2030-04-01.yml").read_text() + entry})
    withheld = PEOPLE.replace("name: Quenbor Tarrol", "withheld: role only\n    not_printed: true")
    write(project, {"data/people.yml": withheld})
    published(project)
    return built_with_documents(project)


def published(folder: Path) -> None:
    git(folder, "add", "--all", "data")
    day = "2030-05-01T12:00:00Z"
    git(folder, "commit", "--quiet", "--message=Invented", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)


def built_with_documents(project: Path) -> Path:
    done = run(project, *MINUTES, "build", SITE_URL="https://invented.example/minutes/", PYTHONPATH="")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def told(site: Path) -> dict[str, set[str]]:
    """The secrets that each file of a site holds."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    found = {name: {one for text in texts(name, file.read_bytes()) for one in SECRETS if one in text.casefold()}
             for name, file in files.items()}  # fmt: skip
    return {name: secrets for name, secrets in found.items() if secrets}


def texts(name: str, content: bytes) -> Iterator[str]:
    """What a reader, or a program that reads this format, finds in a file."""
    yield name
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as files:
            for one in files.namelist():
                yield from texts(one, files.read(one))
    elif content.startswith(b"\x1f\x8b"):
        yield from texts(name.removesuffix(".gz"), gzip.decompress(content))
    elif content.startswith(b"%PDF"):
        yield from pages_of(content)
    else:
        yield from readings(name, content.decode("utf-8", "replace"))


def readings(name: str, text: str) -> Iterator[str]:
    plain = re.sub("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]", "", text)
    yield plain
    yield html.unescape(re.sub(r"<[^<>]*>", "", plain))
    yield re.sub("\r\n[ \t]", "", text)  # folded lines, RFC 5545, 3.1
    if name.endswith(".json"):
        yield json.dumps(json.loads(text), ensure_ascii=False)


def pages_of(content: bytes) -> Iterator[str]:
    """The text of a PDF, its title and marks, and whatever else is packed in it."""
    document = pypdfium2.PdfDocument(content)
    yield " ".join(page.get_textpage().get_text_bounded() for page in document)
    yield " ".join(document.get_metadata_dict().values())
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            yield zlib.decompress(packed).decode("latin-1")
        except zlib.error:
            yield packed.decode("latin-1")


def test_the_files_that_held_it_are_of_every_format(before: Path) -> None:
    formats = {Path(name).suffix for name in told(before)}
    assert formats >= TOLD_IN - ({".pdf"} if not any(before.rglob("*.pdf")) else set())


def test_what_is_withheld_or_removed_is_in_no_file(before: Path, after: Path) -> None:
    assert told(after) == {}
    assert {file.name for file in before.rglob("*.pdf")} == {file.name for file in after.rglob("*.pdf")}
