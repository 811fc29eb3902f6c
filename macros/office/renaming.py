"""Gives a meeting with a wrong date its right name: its file, what refers to it, and the redirects of its addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.language import _, wording
from macros.office.editing import with_change, with_redirects
from macros.record import MEETINGS, REDIRECTS, read_what_is_left
from macros.register import Register, addresses, existing_addresses, follow, promised_addresses

# The keys whose values are meetings by the names of their files.
_REFERRING = "approves|postponed_to|meeting"


@dataclass(frozen=True)
class Renaming:
    """What renaming a meeting writes.

    `texts`: each file that changes, by its new name; `referring`: the others of these that name the meeting;
    `redirects`: old addresses with the new ones; `note`: the entry for its readers.
    """

    texts: dict[str, str]
    referring: tuple[str, ...] = ()
    redirects: dict[str, str] = field(default_factory=dict)
    note: str = ""


def renaming(folder: Path, old: str, new: str, day: date, today: date) -> Renaming:
    """What has to be written so that a meeting is called `new`, which is on `day`. Nothing is written here.

    Its date changes if the file has that of its name; titles and texts stay as printed. A record that was public gets
    an entry under `changes:`, dated `today`, and every address that would be lost a redirect.
    """
    before = follow(read_what_is_left(folder))
    texts = dict(_referring(folder, old, new))
    others = tuple(texts)
    name, was = f"{MEETINGS}/{new}.yml", f"{MEETINGS}/{old}.yml"
    text = texts.pop(was, _text(folder / was))
    text = re.sub(rf"(?m)^(date:[ \t]*)(['\"]?){_day_of(old)}\2(?=\s|$)", rf"\g<1>\g<2>{day}\g<2>", text)
    meeting = before.archive.meetings.get(old)
    note = _note(old, day, meeting.date) if meeting and meeting.status.public else ""
    texts[name] = with_change(text, today, note) if note else text
    after = _register_with(folder, was, texts)
    redirects = dict(_redirects(before, after, old, new))
    taken = [f"/{address}" for address in after.archive.redirects if address in existing_addresses(after)]
    if redirects or taken:
        texts[REDIRECTS] = with_redirects(texts.get(REDIRECTS, _text(folder / REDIRECTS)), redirects, taken)
    return Renaming(texts, tuple(file for file in others if file not in (was, REDIRECTS)), redirects, note)


def _note(old: str, day: date, was: date) -> str:
    if str(was) == str(day):
        return _("The address of this page was /{address}.").format(address=addresses.meeting(old))
    said = _("The date was given as {was}. It is {day}.")
    return said.format(was=wording.day(was), day=wording.day(day))


def _day_of(stem: str) -> str:
    letter = wording.letter_of(stem)
    return stem.removesuffix(f"-{letter}") if letter else stem


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8") if file.is_file() else ""


def _referring(folder: Path, old: str, new: str) -> Iterator[tuple[str, str]]:
    """Each file of the record, and each page written by hand but those of the guide, that refers to the meeting, with
    its text as it has to be."""
    data = [path for kind in ("*.yml", "*.md") for path in (folder / "data").rglob(kind)]
    pages = [path for path in (folder / "docs").rglob("*.md") if "guide" not in path.relative_to(folder).parts]
    for path in sorted((*data, *pages)):
        if not path.is_file():
            continue
        file = path.relative_to(folder).as_posix()
        text = _text(path)
        is_page = path in pages
        right = _with_links(text, old, new) if is_page else _with_references(text, old, new, file == REDIRECTS)
        if right != text:
            yield file, right


def _with_links(text: str, old: str, new: str) -> str:
    link = rf"(?<![^\s(\"'\[])((?:\.\./)*/?meetings/){re.escape(old)}(?=[/#)\s\"'.,]|$)"
    return re.sub(link, rf"\g<1>{new}", text)


def _with_references(text: str, old: str, new: str, is_redirects: bool = False) -> str:
    """A text of YAML with the name of the meeting in links, in references like 2022-03-21/3, and behind keys for it. Of
    redirects, the old address stays."""
    name = re.escape(old)
    if is_redirects:
        return re.sub(rf"(?m)(:[ \t]+['\"]?/meetings/){name}(?=/)", rf"\g<1>{new}", text)
    text = re.sub(rf"(?<![\w/-]){name}(?=/d?[A-Za-z0-9])", new, _with_links(text, old, new))
    return re.sub(rf"(?m)^([ \t]*(?:- )?(?:{_REFERRING}):[ \t]*['\"]?){name}(?=['\"]?[ \t]*$)", rf"\g<1>{new}", text)


def _register_with(folder: Path, gone: str, texts: dict[str, str]) -> Register:
    """The register of the record as it will be."""
    with TemporaryDirectory(prefix="minutes-") as place:
        for path in (folder / "data").rglob("*"):
            file = path.relative_to(folder).as_posix()
            if path.is_file() and file != gone:
                there = Path(place) / file
                there.parent.mkdir(parents=True, exist_ok=True)
                there.write_bytes(path.read_bytes())
        for file, text in texts.items():
            if file.startswith("data/"):
                (Path(place) / file).write_bytes(text.encode("utf-8"))
        return follow(read_what_is_left(Path(place)))


def _redirects(before: Register, after: Register, old: str, new: str) -> Iterator[tuple[str, str]]:
    """Each address that would be lost, with the one that takes its place. That of a page covers all places on it."""
    there = existing_addresses(after)
    gone = promised_addresses(before) - there - set(after.archive.redirects)
    for address in sorted(gone):
        page, anchor, _rest = address.partition("#")
        if anchor and page in gone:
            continue
        to = _in_place_of(address, old, new, there)
        if to:
            yield f"/{address}", f"/{to}"


def _in_place_of(address: str, old: str, new: str, there: frozenset[str]) -> str:
    """The address that takes the place of one: with the new name; else in another year; else the list of meetings."""
    right = address.replace(old, new)
    if right in there:
        return right
    anchor = right.partition("#")[2]
    elsewhere = sorted(one for one in there if anchor and one.startswith("actions/") and one.endswith(f"#{anchor}"))
    return elsewhere[0] if elsewhere else addresses.ACTIONS if address.startswith("actions/") else addresses.MEETINGS
