"""Text that others wrote, in each medium in which it is printed: it is shown and gives no orders."""

import io
import json
import logging
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from folders import DATA
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from macros.cli import main
from macros.language import (
    Printed,
    for_markdown,
    for_terminal,
    json_text,
    markdown_code,
    on_one_line,
    visible,
    workflow_command,
)
from macros.site import hooks

PIECES = [
    "\x1b[31m", "\x1b]0;t\x07", "\x9b2J", "\u202e", "\u2066", "\x00", "\x7f", "\r", "\n", "\r\n", "\u2028", "\x85",
    "\t", "::", ":", "##[", "##[group]", "%0A", ",", " ", "    ", "\u3000", "@name", "a@b.example", "#12",
    "::error file=x::", "GH-7", "0a1b2c3d4e5f", ":smile:",
    "![x](https://e.example/x.png)", "[x](y)", "[x]: y", "<b>", "<!--", "&lt;",
    "```", "`", "~~~", "|", "|---|", "---", "===", "# ", "- ", "1. ", "1) ", "> ", "*a*", "__a__", "\\", "$x$",
    "https://e.example", "www.e.example", "word",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join)
FORGE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
UNSEEN = {"Cc", "Zl", "Zp", "Cs"}
TURNS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def controls(text: str) -> set[str]:
    """The signs of a text that a terminal obeys, as the Unicode database has them."""
    return {sign for sign in text if unicodedata.category(sign) in UNSEEN or sign in TURNS} - {"\n", "\t"}


def commands(text: str) -> list[str]:
    """The lines that GitHub's runner takes for commands: those that begin with `::`, and those with `##[` in them."""
    return [line for line in text.splitlines() if line.strip().startswith("::") or "##[" in line]


def words(text: str) -> str:
    """What Markdown keeps of a text: all but spaces and word joiners."""
    return "".join(text.replace("\u2060", "").split())


@given(hostile)
@settings(max_examples=500)
@example("::notice title=Approved::x")
@example("\n \u3000::error::x")
def test_nothing_in_a_text_is_an_order_to_a_terminal_or_a_workflow(text: str) -> None:
    shown = for_terminal(text)
    assert controls(shown) == set()
    assert commands(shown) == []
    assert controls(on_one_line(text)) == set() and "\n" not in on_one_line(text)


@given(st.lists(hostile, max_size=6))
@settings(max_examples=500)
@example([":", ":error::x"])
@example([" " * 200, "::error::x"])
@example(["#", "#", "[group]"])
def test_no_order_comes_through_in_pieces(pieces: list[str]) -> None:
    stream = io.StringIO()
    printed = Printed(stream)
    for piece in pieces:
        assert printed.write(piece) == len(piece)
    assert commands(stream.getvalue()) == []
    assert controls(stream.getvalue()) == set()


@given(hostile, hostile)
@settings(max_examples=500)
def test_a_workflow_command_is_one_line_with_the_properties_that_were_given(file: str, text: str) -> None:
    line = workflow_command("error", {"file": file, "line": 3}, text)
    assert controls(line) == set() and "\n" not in line and "##[" not in line
    named, _, told = line.removeprefix("::error ").partition("::")
    values = dict(value.split("=", 1) for value in named.split(","))
    assert values.keys() == {"file", "line"}

    def read(value: str) -> str:
        return value.replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")

    assert read(values["file"]).replace("##\\x5b", "##[") == visible(file)
    assert read(told).replace("##\\x5b", "##[") == visible(text)


# Markdown around a text, and what of it is shown.
AROUND = {"{}\n": "{}", "- {}\n": "{}", "x {} y\n": "x{}y", "| a | b |\n|---|---|\n| {} | end |\n": "ab{}end"}


@given(hostile, st.sampled_from(list(AROUND)))
@settings(max_examples=500)
def test_markdown_shows_the_text_and_nothing_else(text: str, around: str) -> None:
    written = for_markdown(text)
    assert "\n" not in written
    page = html.fragment_fromstring(FORGE.render(around.format(written)), "div")
    assert words(page.text_content()) == words(AROUND[around].format(visible(text)))
    tags = {"div", "p", "ul", "li", "br", "table", "thead", "tbody", "tr", "th", "td"}
    assert {element.tag for element in page.iter()} <= tags
    called = re.compile(r"@\w|#\d|GH-\d|://\w|www\.\w|:[a-z]\w*:", re.IGNORECASE | re.ASCII)
    assert not called.search(page.text_content().replace("\\x", " "))


@given(hostile)
@settings(max_examples=500)
def test_a_code_span_holds_the_text(text: str) -> None:
    page = html.fragment_fromstring(FORGE.render(f"a {markdown_code(text)} b\n"), "div")
    codes = page.xpath(".//code")
    assert words("".join(code.text_content() for code in codes)) == words(on_one_line(text))
    assert {element.tag for element in page.iter()} <= {"div", "p", "code"}


@given(st.recursive(hostile, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(hostile, inner, max_size=3)))
@settings(max_examples=300)
def test_json_holds_the_text_and_no_control(value: object) -> None:
    assert controls(json_text(value)) == set()
    assert json.loads(json_text(value)) == value


@pytest.mark.parametrize("arguments", [
    ("\x1b[31m",), ("check", "\n::error::x"), ("--project", "/\x1b[2J\n::error::x", "check"), ("check", "--\u202ex"),
])  # fmt: skip
def test_what_the_command_line_says_of_its_arguments_is_escaped(arguments: tuple[str, ...]) -> None:
    done = CliRunner().invoke(main, ["--project", str(DATA / "toy"), *arguments])
    assert done.exit_code == 2
    assert "Error: " in done.output
    assert controls(done.output) == set()
    assert commands(done.output) == []


@pytest.mark.parametrize("command", [
    ("check",), ("check", "--format", "markdown"), ("check", "--format", "json"), ("build",), ("preview",),
    ("changes", "nothing"), ("audit", "."), ("pages", "--out", "out"), ("paper", "2030-01-10"), ("new", "\n::error::x"),
])  # fmt: skip
def test_no_command_prints_an_order_of_a_file_or_its_name(tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = shutil.copytree(DATA / "slips/right", tmp_path / "record")
    order = "\n::error title=x::y\x1b[2J\u202e\x9b##[group]"
    (folder / f"data/meetings/2030-02-02{order}.yml").write_text("status: draft\n", encoding="utf-8")
    meeting = folder / "data/meetings/2030-01-10.yml"
    quoted = order.replace("\n", "\\n").replace("\x1b", "\\e").replace("\u202e", "\\u202E").replace("\x9b", "\\x9B")
    text = meeting.read_text(encoding="utf-8").replace("owner: AB", f'owner: "{quoted}"')
    meeting.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["--project", str(folder), *command])
    assert done.exit_code and done.output
    assert controls(done.output) == set()
    assert commands(done.output) == []


def test_what_mkdocs_logs_is_escaped() -> None:
    record = logging.LogRecord("mkdocs", logging.INFO, "", 0, "%s: %s", ("x\n::error::y", "\x1b[2J"), None)
    assert hooks._escaped(record)
    assert record.getMessage() == "x\n:\\x3aerror::y: \\x1b[2J"
