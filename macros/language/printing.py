"""How text that others wrote is printed: in a terminal, as workflow commands, in Markdown and in JSON.

One function for each medium, so that no text of the record, of a file's name or of another program gives an order to
what shows it. HTML is escaped by the templates.
"""

import io
import json
import re
from typing import Any, TextIO

# Controls of terminals (C0, C1), what ends a line unseen, what turns the direction of writing, half characters.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_COMMAND = re.compile(r"^([^\S\n]*:):", re.MULTILINE)
_OLD_COMMAND = re.compile(r"##\[")

_MARKS = re.compile(r"[\\`*_\[\]<>&|~$]")
_BLOCK = re.compile(r"^[#=+-]")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_CALLS = re.compile(r"@(?=\w)|#(?=\d)|(?<=\w)@|GH-(?=\d)|:(?=(?:100|1234|[a-z+-][\w+-]*):)", re.IGNORECASE)
_COMMIT = re.compile(r"\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{6}(?=[0-9a-f]{1,58}\b)")
_ADDRESS = re.compile(r"(?<=://)|\b(?<=www)(?=\.)", re.IGNORECASE)
_WORD_JOINER = "&#8288;"
_LONG = 100


def visible(text: str) -> str:
    """Text with its controls in a form that is seen and does nothing, such as `\\x1b`. Line breaks and tabs stay."""
    return _UNSEEN.sub(lambda found: _escape(found[0]), text.replace("\r\n", "\n"))


def on_one_line(text: str) -> str:
    """The same, with line breaks as `\\n`, so that no text begins a line of its own."""
    return visible(text).replace("\n", "\\n")


def for_terminal(text: str) -> str:
    """Text for a terminal or the log of a workflow, in which no line is a command: `:\\x3anotice`, `##\\x5bgroup]`."""
    return _OLD_COMMAND.sub("##\\\\x5b", _COMMAND.sub(r"\1\\x3a", visible(text)))


def workflow_command(name: str, properties: dict[str, object], text: str) -> str:
    """A workflow command of GitHub: text and properties end neither it nor one of its parts."""
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(text)}"


def for_markdown(text: str) -> str:
    """Text for one line of Markdown, which only shows it: no mark, mention, reference, address, picture or HTML in it
    works, in a table neither. Line breaks become `<br>`; spaces around a line are dropped, as everywhere in Markdown.
    """
    safe = "\n".join(line.strip() for line in visible(text).strip().split("\n"))
    safe = _CALLS.sub(lambda found: f"{found.group()}\0", safe)
    safe = _ADDRESS.sub("\0", _COMMIT.sub("\\g<0>\0", safe))
    safe = _MARKS.sub(lambda found: _reference(found[0]), safe)
    safe = _NUMBERED.sub(lambda found: f"{found[1]}{_reference(found[2])}", safe)
    safe = _BLOCK.sub(lambda found: _reference(found[0]), safe)
    return safe.replace("\n", "<br>").replace("\0", _WORD_JOINER)


def markdown_code(text: str) -> str:
    """Text as a code span of Markdown."""
    text = on_one_line(text)
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    edge = " " if text.startswith("`") or text.endswith("`") or (text.strip() and text[0] == text[-1] == " ") else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def json_text(value: Any) -> str:
    """A value as JSON in which each control is written as a number; what `json` cannot write becomes text."""
    plain = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


class Printed(io.TextIOBase):
    """A stream to a terminal or a log, to which only `for_terminal` text gets. `commands`: the stream around which it
    stands, for `workflow_command` lines of our own."""

    encoding = "utf-8"  # what the stream cannot write, it gets in ASCII

    def __init__(self, commands: TextIO) -> None:
        self.commands = commands
        self._line = ""

    def write(self, text: str) -> int:
        """Print text. A command is found even if its signs come one by one. Takes no bytes."""
        line, whole = self._line, for_terminal(self._line + text)
        last = whole.rpartition("\n")[2]
        self._line = last if len(last) < _LONG else f"{'' if last.isspace() else '…'}{last[-2:]}"
        self._put(whole.removeprefix(line))
        return len(text)

    def _put(self, text: str) -> None:
        try:
            self.commands.write(text)
        except UnicodeEncodeError:
            self.commands.write(text.encode("ascii", "backslashreplace").decode("ascii"))

    def flush(self) -> None:
        """Flush the stream."""
        self.commands.flush()

    def isatty(self) -> bool:
        """Whether the stream is a terminal."""
        return self.commands.isatty()

    def writable(self) -> bool:
        """Whether it can be written to: always."""
        return True

    def fileno(self) -> int:
        """The number of the stream, for the programs that this one starts."""
        return self.commands.fileno()


def _escape(sign: str) -> str:
    return f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}"


def _reference(sign: str) -> str:
    return f"&#{ord(sign)};"


def _data(text: str) -> str:
    """Text after the second `::` of a workflow command, as GitHub escapes it."""
    return _OLD_COMMAND.sub("##\\\\x5b", visible(text)).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property of a workflow command, which a colon or a comma would end."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else str(value)
