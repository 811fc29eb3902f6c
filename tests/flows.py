"""The pages of the guide about what happens to a group, and an invented group to which it happens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from textwrap import dedent, indent

from example_pages import ROOT, as_text
from repository import git, minutes, write

from macros.pages import all_stubs
from macros.register import addresses
from macros.site import open_register
from macros.site.shortcodes import rendered

WHEN = ROOT / "docs/guide/when"
TODAY = "2022-11-01"
MARCH, JUNE, NOVEMBER = (f"data/meetings/{day}.yml" for day in ("2022-03-21", "2022-06-20", "2022-11-10"))
PEOPLE, GROUP, REDIRECTS = "data/people.yml", "data/group.yml", "data/redirects.yml"
# An approved record, a published one, and a meeting to come.
RECORD = {
    GROUP: "name: Invented Forum\nshort_name: IF\npublisher: IO\ncontact: forum@office.example\n",
    PEOPLE: """people:
  AB:
    name: Ann Bell
    roles:
      - title: Chair
        since: 2020-01-01
  CD:
    name: Carys Evans
    roles:
      - title: Harbour master
        organisation: HT
  EF:
    name: Evan Ford
    roles:
      - title: Policy officer
        organisation: IO
organisations:
  HT:
    name: Harbour Trust
  IO:
    name: Invented Office
  RC:
    name: River Council
""",
    MARCH: """date: 2022-03-21
status: approved
published: 2022-04-01
approved: 2022-06-20
chair: AB
attendees: [AB, CD, EF]
agenda:
  - number: 1
    title: Welcome
    minutes: The chair welcomed everybody.
  - number: 2
    title: Lamps
    minutes: Mr Hart asked for five new lamps.
actions:
  - id: IF0322-01
    action: Buy the lamps.
    owner: CD
    status: outstanding
""",
    JUNE: """date: 2022-06-20
status: published
published: 2022-07-01
chair: AB
attendees: [AB, CD, EF]
agenda:
  - number: 1
    title: Welcome
    minutes: The chair welcomed everybody.
actions:
  - id: IF0322-01
    update: They have been ordered.
  - id: IF0622-01
    action: Paint the pier.
    owner: HT
    status: outstanding
""",
    NOVEMBER: """date: 2022-11-10
status: scheduled
time: 14:00-16:00
agenda:
  - number: 1
    title: Welcome
""",
}


@dataclass(frozen=True)
class Flow:
    """A page of the guide: what it says to type into which file, what the check may say, and what pages then say."""

    typed: tuple[tuple[str, str], ...]
    messages: tuple[str, ...]
    said: tuple[str, ...]


def flow(name: str) -> Flow:
    """The page at `guide/when/<name>/`. Above each piece of a file stands the name of that file."""
    parts = dict(re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", (WHEN / name / "index.md").read_text("utf-8")))
    pieces = [*_pieces(parts["What to type"])]
    messages = re.findall(r"(?m)^- `([^`]+)`", parts["What the check may say"])
    said = re.findall(r"“(.+?)”", " ".join(parts["What the site will say"].split()))
    return Flow(tuple(pieces), tuple(messages), tuple(said))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Each piece of a file, with the file that is named last above it."""
    for found in re.finditer(r"(?<=:\n\n)(?: {4,}\S.*\n|\n(?= {4}))+", text):
        yield re.findall(r"`(data/[^`]+)`", text[: found.start()])[-1], dedent(found[0])


def put(text: str, typed: str) -> str:
    """A file in which a piece is typed: what it has under the same keys is replaced, and new keys are added."""
    found, new = dict(_blocks(text)), dict(_blocks(typed))
    for key, body in new.items():
        both = key in found and all(re.match(r"\s+[\w ]+:", one.partition("\n")[2]) for one in (found[key], body))
        if both:
            head, _, old = found[key].partition("\n")
            inner = put(dedent(old), dedent(body.partition("\n")[2]))
            body = f"{head}\n{indent(inner, '  ')}"
        found[key] = body
    return "".join(found.values())


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each key at the left with its lines."""
    for block in re.findall(r"(?m)^\S.*\n(?:[ \n].*\n?)*", text):
        yield block.partition(":")[0], block


def type_in(folder: Path, typed: tuple[tuple[str, str], ...]) -> None:
    """Type the pieces into their files, as the page says."""
    for file, text in typed:
        place = folder / file
        write(folder, {file: put(place.read_text("utf-8") if place.exists() else "", text)})


def answer(folder: Path, today: str = TODAY) -> tuple[bool, str]:
    """Whether a proposal may be merged, and all that the check and the gate say of it."""
    git(folder, "add", "--all", ".")
    done = [minutes(folder, "check", "--today", today)]
    if done[0].exit_code == 0:  # or else the gate says the same
        done.append(minutes(folder, "changes", "main", MINUTES_TODAY=today))
    return all(one.exit_code == 0 for one in done), unescape("\n".join(one.output for one in done))


def site(folder: Path, today: str = TODAY) -> str:
    """What the pages say, all in one text."""
    register = open_register(folder, date.fromisoformat(today))
    sources = {stub.address: stub.text for stub in all_stubs(register) if stub.address != addresses.EDIT}
    sources[addresses.ABOUT] = (ROOT / "docs/about/index.md").read_text(encoding="utf-8")
    pages = [as_text(rendered(register, address, source)) for address, source in sources.items()]
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(" ".join(pages).split()))
