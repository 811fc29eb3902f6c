"""Bad meeting files, made from a good one in every way that a hand, an editor or a copy spoils a file.

The same good file gives the same bad ones: whatever is drawn is drawn from one seed.
"""

import os
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

SEED = 20300110
BIG = 10_000_000


class Bad(NamedTuple):
    """A way to spoil a meeting's file: what it is called, and what it puts at the file's place."""

    name: str
    put: Callable[[Path], object]


def bad_inputs(good: bytes) -> Iterator[Bad]:
    """Every bad file, each under a name of its own."""
    draw = random.Random(SEED)
    lines = good.decode("utf-8").splitlines(keepends=True)
    for kind in (_without_a_line, _of_wrong_type, _badly_indented, _with_odd_signs, _cut, _twice, _swapped, _flipped):
        for name, text in kind(lines, draw):
            yield Bad(name, _write(text))
    for name, data in _encoded(good):
        yield Bad(name, _write_bytes(data))
    for name, text in _huge("".join(lines)):
        yield Bad(name, _write(text))
    yield from _not_a_file()


def _write(text: str) -> Callable[[Path], object]:
    return _write_bytes(text.encode("utf-8", "surrogatepass"))


def _write_bytes(data: bytes) -> Callable[[Path], object]:
    return lambda place: place.write_bytes(data)


def _without_a_line(lines: list[str], draw: random.Random) -> Iterator[tuple[str, str]]:
    for at in sorted(draw.sample(range(len(lines)), 60)):
        yield f"without line {at + 1}", "".join(lines[:at] + lines[at + 1 :])


def _of_wrong_type(lines: list[str], draw: random.Random) -> Iterator[tuple[str, str]]:
    values = ("[a, b]", "{a: b}", "5", "true", "~", "''", "|", "- a", "2022-02-30", "[[], {}]", "!!int 5", "# none")
    keyed = [at for at, line in enumerate(lines) if re.match(r"[\s-]*\w+:", line)]
    for value in values:
        for at in sorted(draw.sample(keyed, 5)):
            key = lines[at].partition(":")[0]
            yield f"{value} at line {at + 1}", "".join([*lines[:at], f"{key}: {value}\n", *lines[at + 1 :]])


def _badly_indented(lines: list[str], draw: random.Random) -> Iterator[tuple[str, str]]:
    changes: dict[str, Callable[[str], str]] = {
        "one space more": lambda line: f" {line}",
        "one space less": lambda line: line.removeprefix(" "),
        "a tab": lambda line: "\t" + line.lstrip(),
        "no indentation": str.lstrip,
        "a tab within": lambda line: line.replace(" ", "\t"),
    }
    for name, change in changes.items():
        for at in sorted(draw.sample(range(len(lines)), 10)):
            yield f"{name} at line {at + 1}", "".join([*lines[:at], change(lines[at]), *lines[at + 1 :]])


def _with_odd_signs(lines: list[str], draw: random.Random) -> Iterator[tuple[str, str]]:
    unseen = ("\0", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\u202e", "\r")
    of_yaml = ("'", '"', ": ", " #", "&a ", "*a", "!x ", "%", "@", "`", "[", "}", "? ", "- ", "<<: ", "\\", "|", ">")
    signs = (*unseen, *of_yaml, ",", "---\n", "...\n")
    text = "".join(lines)
    for sign in signs:
        for at in sorted(draw.sample(range(len(text)), 2)):
            yield f"{sign!r} at {at}", text[:at] + sign + text[at:]


def _cut(lines: list[str], draw: random.Random) -> Iterator[tuple[str, str]]:
    text = "".join(lines)
    yield "empty", ""
    yield "only white space", " \n \n"
    for at in sorted(draw.sample(range(len(text)), 30)):
        yield f"cut at {at}", text[:at]


def _twice(lines: list[str], draw: random.Random) -> Iterator[tuple[str, str]]:
    for start in sorted(draw.sample(range(len(lines)), 20)):
        block = lines[start : start + draw.randint(1, 12)]
        yield f"{len(block)} lines from {start + 1} twice", "".join([*lines[:start], *block, *lines[start:]])
    yield "the whole twice", "".join(lines * 2)


def _swapped(lines: list[str], draw: random.Random) -> Iterator[tuple[str, str]]:
    for _ in range(30):
        one, other = sorted(draw.sample(range(len(lines)), 2))
        swapped = lines.copy()
        swapped[one], swapped[other] = lines[other], lines[one]
        yield f"lines {one + 1} and {other + 1} swapped", "".join(swapped)


def _flipped(lines: list[str], draw: random.Random) -> Iterator[tuple[str, str]]:
    text = "".join(lines)
    for at in sorted(draw.sample(range(len(text)), 30)):
        yield f"another letter at {at}", text[:at] + chr(draw.randint(32, 0x2FF)) + text[at + 1 :]


def _encoded(good: bytes) -> Iterator[tuple[str, bytes]]:
    text = good.decode("utf-8")
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1252"):
        yield f"as {encoding}", text.encode(encoding)
    yield "as latin-1", text.replace("–", "-").replace("status: published", "status: publié").encode("latin-1")
    yield "with Windows lines", good.replace(b"\n", b"\r\n")
    yield "with old Mac lines", good.replace(b"\n", b"\r")
    yield "with mixed lines", good.replace(b"\n", b"\r\n", 40)
    yield "with two byte order marks", b"\xef\xbb\xbf" * 2 + good
    yield "cut within a letter", good[: good.index("–".encode()) + 1]
    yield "zeros", bytes(5000)
    yield "noise", random.Random(SEED).randbytes(5000)


def _huge(text: str) -> Iterator[tuple[str, str]]:
    yield "big plain text", text + f"  - {'x' * BIG}\n"
    yield "big words", text + f"  - {'word ' * (BIG // 5)}\n"
    yield "big quoted text", text + f'  - "{"x" * BIG}"\n'
    yield "big text without an end", text + f'  - "{"x" * BIG}\n'
    yield "big block", text + f"  - |\n{'    word word word' * 5}\n" * (BIG // 100)
    yield "big key", text + f"{'k' * BIG}: x\n"
    yield "big status", text.replace("status: published", f"status: {'p' * BIG}")
    yield "big id", text.replace("IAG0322-03", f"IAG0322-{'0' * BIG}3")
    yield "big initials", text.replace("chair: FS", f"chair: {'F' * BIG}")
    yield "many initials", text.replace("[LW]", f"[{', '.join(['LW'] * 100_000)}]")
    yield "initials in a row", text.replace("apologies: [LW]", f"apologies: {' '.join(['LW'] * 100_000)}")
    yield "big time", text.replace("10:00-12:00", f"10:00{'-' * BIG}")
    yield "big address", text.replace("https://www", f"https://{'w' * BIG}")
    yield "deep lists", f"{text}  - {'[' * 100_000}{']' * 100_000}\n"
    yield "deep keys", text + "".join(f"{' ' * depth}k:\n" for depth in range(2000))
    yield "deep entries", f"{text}  {'- ' * 50_000}x\n"
    yield "many lines without sense", text + "x\n" * 200_000
    yield "many keys", text + "".join(f"key{number}: x\n" for number in range(20_000))
    yield "aliases that explode", text + _exploding()
    yield "an alias to itself", f"{text}more: &a [*a]\n"


def _exploding() -> str:
    levels = "".join(f"  - &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 12))
    return f"laughs:\n  - &l0 [ha]\n{levels}"


def _not_a_file() -> Iterator[Bad]:
    yield Bad("a folder", Path.mkdir)
    yield Bad("a link to nothing", lambda place: place.symlink_to("nothing.yml"))
    yield Bad("a link to itself", lambda place: place.symlink_to(place.name))
    yield Bad("a link to a folder", lambda place: place.symlink_to(".."))
    yield Bad("a link to another file", lambda place: place.symlink_to("../people.yml"))
    yield Bad("a pipe", os.mkfifo)
    yield Bad("a file that may not be read", lambda place: (place.write_text("date: 2022-03-21\n"), place.chmod(0)))
