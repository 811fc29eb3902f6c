"""The file of the next meeting on the page that prepares it: what is on record beside the file and the links."""

from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from macros.office import meeting_file
from macros.office.next_file import PREPARING
from macros.pages import Page
from macros.register import Register, addresses, follow_before
from macros.rules.loading import load

GROUP = """\
name: Invented Pond Group
repository: https://github.com/invented-pond/minutes
action_id: "POND{month}{year}-{number}"
"""
LATEST = """\
date: 2030-03-14
status: published
agenda: [{number: 1, title: "Ponds & <b>ducks</b>: 5 + 5 %"}]
actions:
  - {id: POND0330-01, action: "Count the ducks #1 & say “how many”", owner: AB}
"""
LONG = f"  - {{id: POND0330-02, action: {'Count the ducks again. ' * 300}}}\n"
DAY = "next_meeting: 2030-05-09\n"
BRANCH = "forms: {host: github, branch: published}\n"
GITLAB = "forms: {host: gitlab}\n"


@pytest.fixture
def pond(tmp_path: Path):
    """Reads an invented group whose latest meeting is of 14 March 2030."""

    def read_it(more: str = "", group: str = "", planned: str = "") -> Register:
        files = {"group.yml": GROUP + group, "people.yml": "people: {AB: {name: Ann Bee}}\n"}
        files["meetings/2030-03-14.yml"] = LATEST + more
        files |= {f"meetings/{planned}.yml": f"date: {planned}\nstatus: scheduled\ntitle: Fête\n"} if planned else {}
        for name, text in files.items():
            (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "data" / name).write_text(text, encoding="utf-8")
        return load(tmp_path)

    return read_it


def shown(register: Register) -> tuple[str, str, str]:
    """The name and the text of the file on the page, and the link to the host."""
    part = html.fromstring(PREPARING(Page(register, addresses.PREPARING)))
    [name], [text] = (part.xpath(f".//*[@id='{anchor}']/text()") for anchor in ("next-file-name", "next-file"))
    return name, text, unescape(part.xpath("string(.//p/a/@href)"))


@pytest.mark.parametrize(
    ("more", "planned", "name"),
    [
        (DAY, "", "2030-05-09.yml"),
        ("next_meeting: {date: 2030-05-09}\n", "2030-06-20", "2030-06-20.yml"),
        ("", "2030-06", "2030-06.yml"),
    ],
)
def test_the_file_is_what_the_command_writes(pond, more: str, planned: str, name: str) -> None:
    register = pond(more, planned=planned)
    stem = name.removesuffix(".yml")
    day = register.archive.meetings[stem].date if planned else date.fromisoformat(stem)
    found, text, _link = shown(register)
    assert (found, text) == (name, meeting_file(follow_before(register.archive, stem), day))
    assert "POND0330-01" in text


@pytest.mark.parametrize("more", ["", "next_meeting: TBC\n", "next_meeting: 2030-05\n", "next_meeting: 2030-03-14\n"])
def test_without_a_day_on_record_its_place_is_marked(pond, more: str) -> None:
    name, text, link = shown(pond(more))
    assert name == "YYYY-MM-DD.yml" and "\ndate: YYYY-MM-DD\n" in text
    assert link.count("YYYY-MM-DD") == 2
    assert "POND0530-01" not in text  # no example of an id: its month is not known


@pytest.mark.parametrize(("forms", "branch"), [("", "main"), (BRANCH, "published")])
def test_the_link_opens_the_very_file(pond, forms: str, branch: str) -> None:
    name, text, link = shown(pond(DAY, forms))
    asked = urlsplit(link)
    assert f"{asked.netloc}{asked.path}" == f"github.com/invented-pond/minutes/new/{branch}/data/meetings"
    assert parse_qs(asked.query, strict_parsing=True) == {"filename": [name], "value": [text]}


@pytest.mark.parametrize(
    ("more", "group", "planned", "link"),
    [
        (LONG + DAY, "", "", "/new/main/data/meetings?filename=2030-05-09.yml"),
        (DAY, GITLAB, "", "/-/new/main/data/meetings?file_name=2030-05-09.yml"),
        ("", "", "2030-06-20", "/edit/main/data/meetings/2030-06-20.yml"),
        ("", GITLAB, "2030-06-20", "/-/edit/main/data/meetings/2030-06-20.yml"),
    ],
)
def test_where_no_link_can_fill_it_in_one_leads_to_the_place(
    pond, more: str, group: str, planned: str, link: str
) -> None:  # fmt: skip
    assert shown(pond(more, group, planned))[2] == f"https://github.com/invented-pond/minutes{link}"


def test_without_a_repository_there_is_no_place_for_it(real_register: Register) -> None:
    assert PREPARING(Page(real_register, addresses.PREPARING)) == ""
