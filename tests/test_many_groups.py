"""`minutes index`: one site of the meetings and open actions of many groups, each read from its own site."""

import gzip
import json
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from example_pages import ROOT, as_text

from macros.cli import main
from macros.office.many_groups import fetching
from macros.record import Stop
from macros.site import ICON, place_for
from macros.site import icon as icon_of

HARBOUR = {
    "data/meetings.json": {
        "version": "1.0", "language": "cy",
        "group": {"name": "Invented Harbour Panel"},
        "meetings": [
            {"id": "2030-01-10", "date": "2030-01-10", "status": "approved", "page": "meetings/2030-01-10/"},
            {"id": "2031-06", "date": "2031-06", "status": "draft", "page": "meetings/2031-06/"},
        ],
    },
    "data/actions.json": {
        "version": "1.3",
        "group": {"name": "Invented Harbour Panel"},
        "actions": [
            {"id": "H-01", "wording": "Mend the lamp.", "owner": "AB and the clerk", "open": True,
             "page": "actions/h-01/", "a field of a later version": [1]},
            {"id": "H-02", "wording": "Paint the pier.", "owner": None, "open": False, "page": "actions/h-02/"},
            {"id": "H-03", "wording": None, "open": True, "page": "actions/h-03/"},
        ],
    },
}  # fmt: skip
HARBOUR_SAID = "Invented Harbour Panel 2 meetings, 2 open actions Latest meeting on record: June 2031"


def renamed(name: str, **more: Any) -> dict[str, Any]:
    """The data of the harbour panel under another name, with other values at the top of its files."""
    return {file: {**content, "group": {"name": name}, **more} for file, content in HARBOUR.items()}


@contextmanager
def serving(sites: dict[str, Any]) -> Iterator[str]:
    """A local server with the data of each site below its name. A text is sent as it is, a number is the status of an
    answer, and a function is given the connection."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site, _slash, file = self.path.removeprefix("/").partition("/")
            content = sites.get(site, 404)
            content = content.get(file, 404) if isinstance(content, dict) else content
            if callable(content):
                content(self)
                return
            self.send_response(content if isinstance(content, int) else 200)
            self.end_headers()
            if not isinstance(content, int):
                self.wfile.write((content if isinstance(content, str) else json.dumps(content)).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def index(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["--project", str(ROOT), "index", *map(str, arguments)])


def said(site: Path, file: str = "index.html") -> str:
    """What a reader reads on a page, without the addresses of links."""
    [article] = re.findall(r"<article.*?</article>", (site / file).read_text(encoding="utf-8"), re.DOTALL)
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", as_text(article))


def lines_of(text: str) -> list[str]:
    """The lines of a text, without the signs of lists."""
    return [line.strip().removeprefix("- ") for line in text.splitlines() if line.strip()]


def links(site: Path, file: str = "index.html") -> list[str]:
    [article] = re.findall(r"<article.*?</article>", (site / file).read_text(encoding="utf-8"), re.DOTALL)
    return re.findall(r'href="([^"]*)"', article)


def test_the_meetings_and_open_actions_of_each_group_lead_to_its_own_site(tmp_path: Path) -> None:
    site = tmp_path / "all"
    with serving({"harbour": HARBOUR, "bridge": renamed("Invented Bridge Forum")}) as server:
        done = index(f"{server}harbour", f"{server}bridge/", "--out", site, "--title", "Invented office")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"{site} lists 2 groups.\n"
    assert links(site) == [
        f"{server}bridge/", f"{server}bridge/meetings/2031-06/", f"{server}harbour/",
        f"{server}harbour/meetings/2031-06/",
    ]  # fmt: skip
    assert links(site, "meetings/index.html") == [
        "2031/", "2030/", *(f"{server}{group}/meetings/{day}/" for day in ("2031-06", "2030-01-10")
                            for group in ("bridge", "harbour")),
    ]  # fmt: skip
    assert links(site, "meetings/2030/index.html") == [
        f"{server}bridge/meetings/2030-01-10/", f"{server}harbour/meetings/2030-01-10/",
    ]  # fmt: skip
    actions = said(site, "actions/index.html")
    of_each = ["H-01", "Mend the lamp.", "Owner: AB and the clerk", "H-03"]
    assert lines_of(actions) == [
        "# Open actions", "## Invented Bridge Forum", *of_each, "## Invented Harbour Panel", *of_each
    ]  # fmt: skip
    assert "10 January 2030" in said(site, "meetings/2030/index.html")
    assert '<bdi lang="cy">Invented Harbour Panel</bdi>' in (site / "index.html").read_text(encoding="utf-8")
    assert "June 2031" in said(site, "meetings/index.html")


SLOW = "it took longer than 5 seconds"
BROKEN = {
    "missing": (404, "data/meetings.json answered 404"),
    "failing": (500, "data/meetings.json answered 500"),
    "page": ("<!doctype html><p>Not here", "data/meetings.json is not the data of published minutes"),
    "deep": ("[" * 100_000, "data/meetings.json is not the data of published minutes"),
    "list": ([1, 2], "data/meetings.json is not the data of published minutes"),
    "without": ({**HARBOUR, "data/actions.json": 410}, "data/actions.json answered 410"),
    "unnamed": (renamed(" "), "data/meetings.json is not the data of published minutes (group.name:"),
    "later": (renamed("Later", version="2.0"), "has version '2.0'; this program reads version 1"),
    "half": ({**HARBOUR, "data/meetings.json": {**HARBOUR["data/meetings.json"], "meetings": [{"date": "2030-01-10"}]}},
             "data/meetings.json is not the data of published minutes (meetings.0."),
}  # fmt: skip


def drip(answers: BaseHTTPRequestHandler) -> None:
    """Send a file that never ends, a little at a time."""
    answers.send_response(200)
    answers.end_headers()
    try:
        while True:
            answers.wfile.write(b" ")
            threading.Event().wait(0.05)
    except OSError:  # the reader has gone
        return


def flood(answers: BaseHTTPRequestHandler) -> None:
    answers.send_response(200)
    answers.end_headers()
    try:
        for _ in range(300):
            answers.wfile.write(b" " * 1000)
    except OSError:
        return


def packed(content: bytes, *how: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """Send a file that is packed so, or only says so."""

    def send(answers: BaseHTTPRequestHandler) -> None:
        answers.send_response(200)
        answers.send_header("Content-Encoding", ", ".join(how))
        answers.end_headers()
        with suppress(OSError):
            answers.wfile.write(content)

    return send


def odd_cookie(answers: BaseHTTPRequestHandler) -> None:
    """Send the first file with a cookie that no request can send back."""
    answers.send_response(200)
    answers.send_header("Set-Cookie", "a=\xff")
    answers.end_headers()
    answers.wfile.write(json.dumps(HARBOUR["data/meetings.json"]).encode())


BOMB = gzip.compress(bytes(50_000_000))


def circle(answers: BaseHTTPRequestHandler) -> None:
    answers.send_response(302)
    answers.send_header("Location", answers.path)
    answers.end_headers()


def test_a_group_that_is_broken_or_does_not_answer_is_named_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_SECONDS", 5)
    monkeypatch.setattr(fetching, "_LARGEST", 200_000)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        more = {"drip": drip, "flood": flood, "circle": circle, "bomb": packed(BOMB, "gzip"),
                "twice": packed(gzip.compress(BOMB), "gzip", "gzip"), "torn": packed(b"no", "gzip"),
                "cookie": {**HARBOUR, "data/meetings.json": odd_cookie}}  # fmt: skip
        sites = {"good": HARBOUR, **more, **{name: content for name, (content, _why) in BROKEN.items()}}
        with serving(sites) as server:
            done = index(nobody, *(f"{server}{name}" for name in sites), "--out", tmp_path / "all")
    assert done.exit_code == 0
    assert done.stdout == f"{tmp_path / 'all'} lists 1 group.\n"
    assert "Traceback" not in done.stderr
    reasons = dict(re.findall(r"^(\S+) could not be read: (.*)$", done.stderr, re.MULTILINE))
    assert len(reasons) == len(done.stderr.splitlines()) == len(BROKEN) + 1 + len(more)
    assert reasons[nobody].startswith("it cannot be reached (")
    assert reasons[f"{server}drip/"] == SLOW
    assert reasons[f"{server}flood/"].endswith("is larger than 0 MB")
    assert reasons[f"{server}bomb/"].endswith("is larger than 0 MB")
    assert reasons[f"{server}twice/"].endswith("data/meetings.json is packed as 'gzip, gzip'")
    assert reasons[f"{server}torn/"].startswith("it cannot be read (error: ")
    assert reasons[f"{server}cookie/"].startswith("it cannot be read (UnicodeEncodeError: ")
    assert reasons[f"{server}circle/"].startswith("it cannot be reached (")
    for name, (_content, why) in BROKEN.items():
        assert why in reasons[f"{server}{name}/"], name
    assert HARBOUR_SAID in " ".join(said(tmp_path / "all").split())
    unreadable = [f"{server}{name}/" for name in (*(more.keys() - {"circle", "drip"}), *BROKEN)]
    public = {
        nobody: "The site could not be reached.", f"{server}circle/": "The site could not be reached.",
        f"{server}drip/": "The site took too long to answer.",
        **dict.fromkeys(unreadable, "What the site gave is not data that can be read here."),
    }  # fmt: skip
    pages = [file.relative_to(tmp_path / "all") for file in (tmp_path / "all").rglob("*.html")]
    assert len(pages) == 5
    for page in pages:
        lines = lines_of(said(tmp_path / "all", str(page)))
        assert "These sites could not be read, so what they publish is missing here:" in lines, page
        assert {line.split(" ")[0]: line.partition(" ")[2] for line in lines if line.startswith("http")} == public, page


def test_packed_data_is_read_and_a_character_that_no_page_can_have_is_replaced(tmp_path: Path) -> None:
    sent = {file: packed(gzip.compress(json.dumps(content).encode()), "gzip")
            for file, content in renamed("Invented \0\x1b Panel").items()}  # fmt: skip
    with serving({"a": sent}) as server:
        assert index(f"{server}a", "--out", tmp_path / "all").exit_code == 0
    written = (tmp_path / "all/index.html").read_text(encoding="utf-8")
    assert "Invented \ufffd\ufffd Panel" in written and "\0" not in written


def test_if_no_group_can_be_read_the_site_is_as_before(tmp_path: Path) -> None:
    with serving({"good": HARBOUR}) as server:
        assert index(f"{server}good", "--out", tmp_path / "all").exit_code == 0
        before = {file.name: file.read_bytes() for file in (tmp_path / "all").rglob("*.html")}
        done = index(f"{server}elsewhere", "--out", tmp_path / "all")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == "No group could be read; nothing is written."
    assert {file.name: file.read_bytes() for file in (tmp_path / "all").rglob("*.html")} == before


@pytest.mark.parametrize(
    ("page", "leads_to"),
    [
        ("meetings/2030-01-10/", "meetings/2030-01-10/"), ("", ""), ("meetings/../actions/", "actions/"),
        ("javascript:alert(1)", ""), ("//elsewhere.example/", ""), ("https://elsewhere.example/", ""),
        ("../../bridge/", ""), ("http://[", ""), ("\" onclick=\"x", "&#34; onclick=&#34;x"),
    ],
)  # fmt: skip
def test_a_link_never_leaves_the_site_of_its_group(tmp_path: Path, page: str, leads_to: str) -> None:
    content = HARBOUR["data/meetings.json"] | {"meetings": [{"date": "2030-01-10", "status": "draft", "page": page}]}
    with serving({"harbour": {**HARBOUR, "data/meetings.json": content}}) as server:
        assert index(f"{server}harbour", "--out", tmp_path / "all").exit_code == 0
    assert links(tmp_path / "all", "meetings/2030/index.html") == [f"{server}harbour/{leads_to}"]


HOSTILE = "</style><script>alert(1)</script>\u202e{{ 7*7 }} & \"'"


def test_what_other_sites_say_is_text(tmp_path: Path) -> None:
    meeting = {"date": f"2030{HOSTILE}", "status": HOSTILE, "page": HOSTILE}
    meeting |= {"id": HOSTILE, "end_date": HOSTILE, "record": {"also_on": [HOSTILE]}}
    action = {"id": HOSTILE, "wording": HOSTILE, "owner": HOSTILE, "status": HOSTILE, "due": HOSTILE, "open": True,
              "page": HOSTILE}  # fmt: skip
    top = {"version": "1.0", "group": {"name": HOSTILE}}
    hostile = {
        "data/meetings.json": {**top, "meetings": [meeting]}, "data/actions.json": {**top, "actions": [action]},
    }  # fmt: skip
    with serving({"hostile": hostile}) as server:
        done = index(f"{server}hostile", "--out", tmp_path / "all", "--title", HOSTILE)
    assert done.exit_code == 0
    files = sorted((tmp_path / "all").rglob("*.html"))
    assert len(files) == 4
    for file in files:
        html = file.read_text(encoding="utf-8")
        assert "<script" not in html
        assert html.count("</style>") == 1
        assert "49" not in as_text(html)
    assert "{{ 7*7 }} &" in said(tmp_path / "all")


def test_addresses_come_from_a_list_too_each_once(tmp_path: Path) -> None:
    with serving({"harbour": HARBOUR}) as server:
        listed = tmp_path / "groups.txt"
        listed.write_text(f"# invented\n\n{server}harbour/data/meetings.json # the harbour\n", encoding="utf-8")
        done = index(f"{server}harbour", "--list", listed, "--out", tmp_path / "all")
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path / 'all'} lists 1 group.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no address is given; name that of each site, like https://example.org/minutes/"),
        (["data/meetings"], "'data/meetings' is not the web address of a site; expected one like"),
        (["https://example.org/?a"], "'https://example.org/?a' is not the web address of a site; expected one like"),
    ],
)
def test_a_wrong_address_is_named(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = index(*arguments, "--out", tmp_path / "all")
    assert done.exit_code == 1
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({"one.txt": "Dear office"}, "one.txt"),
        ({".published-minutes": "", "404.html": "", "index.html": "The site of a group"}, "404.html"),
        ({".published-minutes": "minutes index\n", "index.html": "", "meetings/2030/one.txt": "Dear office"},
         "meetings/2030/one.txt"),
        ({".published-minutes": "another command\n", "index.html": ""}, ".published-minutes"),
        ({"index.html": "A page by hand"}, "index.html"),
    ],
)  # fmt: skip
def test_a_folder_with_anything_but_an_earlier_index_is_not_replaced(
    tmp_path: Path, files: dict[str, str], named: str
) -> None:
    out = tmp_path / "all"
    for file, text in files.items():
        (out / file).parent.mkdir(parents=True, exist_ok=True)
        (out / file).write_text(text, encoding="utf-8")
    before = contents(tmp_path)
    with serving({"harbour": HARBOUR}) as server:
        done = index(f"{server}harbour", "--out", out)
    said = f"{out} holds '{named}', which is not of an earlier index, so it is not replaced; name another folder\n"
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", said)
    assert contents(tmp_path) == before


def as_made_before(site: Path) -> None:
    """Turn an index into one as a program made it that left the mark empty and had no icon."""
    (site / ".published-minutes").write_text("", encoding="utf-8")
    shutil.rmtree(site / "assets")


@pytest.mark.parametrize("earlier", [lambda _site: None, as_made_before, shutil.rmtree])
def test_a_new_index_replaces_an_earlier_one(tmp_path: Path, earlier: Callable[[Path], None]) -> None:
    with serving({"harbour": HARBOUR, "bridge": renamed("Invented Bridge Forum")}) as server:
        assert index(f"{server}harbour", "--out", tmp_path / "all").exit_code == 0
        earlier(tmp_path / "all")
        assert index(f"{server}bridge", "--out", tmp_path / "all").exit_code == 0
    assert "Invented Bridge Forum" in said(tmp_path / "all")
    assert "Invented Harbour Panel" not in said(tmp_path / "all")


def test_a_build_does_not_replace_an_index(tmp_path: Path) -> None:
    with serving({"harbour": HARBOUR}) as server:
        assert index(f"{server}harbour", "--out", tmp_path / "all").exit_code == 0
    before = contents(tmp_path / "all")
    refused = pytest.raises(Stop, match="all is not a site that this command built, so it is not replaced")
    with refused, place_for(tmp_path / "all"):
        pass
    assert contents(tmp_path / "all") == before


def meeting(stem: str, status: Any, **more: Any) -> dict[str, Any]:
    return {"id": stem, "date": stem.removesuffix("-b"), "status": status, "page": f"meetings/{stem}/", **more}


def with_meetings(*meetings: dict[str, Any]) -> dict[str, Any]:
    """The data of the harbour panel with other meetings."""
    return {**HARBOUR, "data/meetings.json": HARBOUR["data/meetings.json"] | {"meetings": meetings}}


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ({"2030-01-10": "approved", "2030-02-10": "scheduled", "2030-03-10": "scheduled"},
         ["Latest meeting on record: 10 January 2030", "Next planned meeting on record: 10 February 2030"]),
        ({"2030-01-10": "draft", "2030-02-10": "held", "2030-03-10": "scheduled"},
         ["Held on 10 February 2030; no minutes are published.", "Latest meeting on record: 10 January 2030",
          "Next planned meeting on record: 10 March 2030"]),
        ({"2030-01-10": "scheduled", "2030-02-10": "published", "2030-03-10": "cancelled"},
         ["Latest meeting on record: 10 February 2030"]),
        ({"2030-02-10": "scheduled"}, ["Next planned meeting on record: 10 February 2030"]),
        ({"2030-02-10": "postponed", "2030-03-10": "of a later version", "some day": "draft"}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_the_first_page_says_what_was_held_and_what_is_planned(
    tmp_path: Path, statuses: dict[str, str], expected: list[str]
) -> None:
    harbour = with_meetings(*(meeting(day, status) for day, status in statuses.items()))
    with serving({"harbour": harbour}) as server:
        assert index(f"{server}harbour", "--out", tmp_path / "all").exit_code == 0
    [_title, _name, _numbers, *found] = lines_of(said(tmp_path / "all"))
    assert found == expected


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (meeting("2030-01-10", "scheduled"), ["10 January 2030", "Planned"]),
        (meeting("2030-01-10", "held"), ["10 January 2030", "Held; no minutes are published"]),
        (meeting("2030-01-10", "draft"), ["10 January 2030", "Draft"]),
        (meeting("2030-01-10", "published"), ["10 January 2030", "Published by the office; approval not recorded"]),
        (meeting("2030-01-10", "approved"), ["10 January 2030", "Approved"]),
        (meeting("2030-01-10", "postponed"), ["10 January 2030", "Postponed"]),
        (meeting("2030-01-10", "of a later version"), ["10 January 2030", "of a later version"]),
        (meeting("2030-01-10", None), ["10 January 2030"]),
        (meeting("2030-01-10", ["draft"]), ["10 January 2030"]),
        (meeting("2030-01-10-b", "draft"), ["10 January 2030 (b)", "Draft"]),
        (meeting("2030-01", "draft"), ["January 2030", "Draft"]),
        (meeting("2030-01-10", "draft", end_date="2030-01-11"), ["10 January 2030 to 11 January 2030", "Draft"]),
        (meeting("2030-01-10", "draft", end_date="2030-01-11", record={"also_on": ["2030-01-20", "2030-02-01"]}),
         ["10 January 2030 to 11 January 2030, 20 January 2030 and 1 February 2030", "Draft"]),
        (meeting("2030-01-10", "draft", end_date="soon", record={"also_on": ["2030-01-20", 7, "2030-13-01", None]}),
         ["10 January 2030 and 20 January 2030", "Draft"]),
        (meeting("2030-01-10", "draft", id=4, end_date={"day": 1}, record={"also_on": "2030-01-20"}),
         ["10 January 2030", "Draft"]),
        (meeting("2030-01-10", "draft", record=[1]), ["10 January 2030", "Draft"]),
    ],
)  # fmt: skip
def test_a_meeting_has_all_its_days_and_its_state_in_words(
    tmp_path: Path, recorded: dict[str, Any], expected: list[str]
) -> None:
    with serving({"harbour": with_meetings(recorded)}) as server:
        assert index(f"{server}harbour", "--out", tmp_path / "all").exit_code == 0
    [_title, day, _group, *state] = lines_of(said(tmp_path / "all", "meetings/2030/index.html"))
    assert [day, *state] == expected


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ({"wording": "Mend it.", "owner": "AB/CD", "status": "in hand", "due": "before spring", "due_by": "2030-02-28"},
         ["Mend it.", "Owner: AB/CD", "Status: in hand", "Due: before spring"]),
        ({"wording": "Mend it.", "owner": None, "status": "", "due": None, "due_by": "2030-02-28"}, ["Mend it."]),
        ({"wording": "Mend it.", "due": "March 2030"}, ["Mend it.", "Due: March 2030"]),
        ({"wording": 7, "owner": ["AB"], "status": {"printed": "done"}, "due": 2030}, []),
    ],
)  # fmt: skip
def test_an_open_action_has_its_owner_its_status_and_when_it_is_due_as_printed(
    tmp_path: Path, recorded: dict[str, Any], expected: list[str]
) -> None:
    action = {"id": "H-01", "open": True, "page": "actions/h-01/", **recorded}
    harbour = {**HARBOUR, "data/actions.json": HARBOUR["data/actions.json"] | {"actions": [action]}}
    with serving({"harbour": harbour}) as server:
        assert index(f"{server}harbour", "--out", tmp_path / "all").exit_code == 0
    [_title, _group, called, *found] = lines_of(said(tmp_path / "all", "actions/index.html"))
    assert (called, found) == ("H-01", expected)


def test_each_page_has_the_icon_of_the_sites(tmp_path: Path) -> None:
    site = tmp_path / "all"
    with serving({"harbour": HARBOUR}) as server:
        assert index(f"{server}harbour", "--out", site).exit_code == 0
    pages = sorted(site.rglob("*.html"))
    assert len(pages) == 5
    for page in pages:
        [icon] = re.findall(r'<link rel="icon" href="([^"]*)">', page.read_text(encoding="utf-8"))
        assert (page.parent / icon).resolve() == site / ICON
    assert (site / ICON).read_bytes().startswith(b"\x89PNG")
    (tmp_path / "overrides" / ICON).parent.mkdir(parents=True)
    (tmp_path / "overrides" / ICON).write_bytes(b"an icon of its own")
    assert icon_of(tmp_path) == b"an icon of its own"
