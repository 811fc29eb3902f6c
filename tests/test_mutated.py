"""Records with one odd value, name or key: each is checked and its pages are written, or refused in sentences."""

import json
import os
import re
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest
from folders import DATA

from macros.language import set_locale
from macros.office import meeting_file
from macros.pages import all_stubs
from macros.record import Unpublishable
from macros.record.source import read_yaml
from macros.review import as_json, as_markdown, compare
from macros.site import generated_beside, open_register
from macros.site.shortcodes import rendered

# Tried with 5,000.
NUMBER = int(os.environ.get("MUTATED_RECORDS", "120"))
SEED = int(os.environ.get("MUTATED_SEED", "14"))
GROUPS = 12
SENTENCE = re.compile(r"data/[^\n]*:[1-9]\d*:[1-9]\d*: .{10,}", re.DOTALL)
VALUES: tuple[Any, ...] = (
    *"\0\a\b\t\n\v\f\r\x1b\x7f\x80\x85\x9f\u2028\ufdd0\ufffe\uffff\U0001fffe\U0010ffff", "a\ab", "\U000e0041",
    *"\u202e\u202a\u2066\u2069\u200b\u200d\u00ad\ufeff\u061c", "a\u202eb", "\u2067a", "e\u0301", "İ", "ß", "ﬁ", "𝔸𝔹",
    "0001-01-01", "0999-12-31", "1582-10-10", "1969-12-31", "1970-01-01", "2038-01-19", "2106-02-07", "9999-12-31",
    "10000-01-01", "2022-02-30", "2024-02-29", "00:00", "24:00", "24:01", "99:99", "23:59-00:00", "0:00-24:00",
    "0", "-1", "9" * 20, "9" * 5000, "1e999", "NaN", "0x7fffffffffffffff", "٣", "1" * 60,
    "index.html", "x.html", "people", "tracker", "agenda-1", "filter-q", "__skip", "con", "NUL", "..", ".", "-", "_",
    "/", "//", "#", "?", "a/b", "a" * 255, "a" * 256, "é" * 130, "a" * 5000, "*", "**a**", "[a](/b/)", "[a](#b)",
    "[a][a]",
    "/meetings/", "/404.html/", "/sitemap.xml/", "/meetings/index.html/", "/people/#people", "/a" * 400 + "/", "/a/#b",
    "https://[", "https://a:99999/", "https://a:b/c", "http://\u202e/", "https:///", "https://a/%zz", "//a", "mailto:",
    "{{ 1/0 }}", "{% include 'x' %}", "</script>", "<!--", "]]>", "&#0;", "%s %(a)s {x} {0}", "\\", '"', "'", "`",
    "{number}", "{number}" * 9, "{month}{year}-{number}", "{year}", "{x}", "([", "en_GB", "xx_XX", "zh_Hant_TW",
    "ar_EG",
    "true", "none", "not recorded", "approved", "cancelled", "draft", "scheduled", "completed", "withdrawn", "AB", "CD",
    "AB and CD", "and", "", " ", [], {}, [[]], [{}], {"a": "b"}, ["AB"], ["AB", "AB"], {"": ""}, None, ["a"] * 300,
)  # fmt: skip
STEMS = (
    "0001-01-01", "1969-12-31", "2107-01-01", "9999-12-31", "2030-01-10-b", "2030-1-1", "a\ab", "a\u202eb", "index",
    "x y",
    'a"b', "{{ a }}", "é" * 60, os.fsdecode(b"\xff\xfe"), "-", "2022-02-30",
)  # fmt: skip
Path_ = tuple[str | int, ...]


def base() -> dict[str, Any]:
    """The plain values of each file of the toy archive, with the text of terms under `text`."""
    files: dict[str, Any] = {}
    for file in sorted((DATA / "toy/data").rglob("*.*")):
        name, text = file.relative_to(DATA / "toy/data").as_posix(), file.read_text(encoding="utf-8")
        front, below = (text.split("---\n", 2)[1:]) if file.suffix == ".md" else (text, None)
        files[name] = read_yaml(front, name)[0].plain | ({"text": below} if below is not None else {})
    return files


def paths(value: Any, path: Path_ = ()) -> list[Path_]:
    """The path of every value within a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for step, item in steps for inner in paths(item, (*path, step)))]


def mutate(files: dict[str, Any], draw: Random) -> str:
    """Replace one value or key, or rename one file; returns what was done."""
    name = draw.choice(list(files))
    value = draw.choice(VALUES)
    if draw.random() < 0.1:
        folder, _, old = name.rpartition("/")
        stem = draw.choice(STEMS)
        content = files.pop(name)
        if folder == "meetings" and re.fullmatch(r"\d{4}-\d\d-\d\d.*", stem):
            content["date"] = stem[:10]
        elif folder:
            content["adopted"] = stem if draw.random() < 0.5 else "not recorded"
        files[f"{folder}/{stem}{Path(old).suffix}" if folder else name] = content
        return f"{name} renamed {stem!r}"
    path = draw.choice([path for path in paths(files[name]) if path])
    around = files[name]
    for step in path[:-1]:
        around = around[step]
    if isinstance(around, dict) and draw.random() < 0.2:
        around[value if isinstance(value, str) else str(value)] = around.pop(path[-1])
    elif draw.random() < 0.3 and isinstance(around[path[-1]], str) and isinstance(value, str):
        at = draw.randrange(len(around[path[-1]]) + 1)
        around[path[-1]] = around[path[-1]][:at] + value + around[path[-1]][at:]
    else:
        around[path[-1]] = value
    return f"{name}: {path}: {value!r:.80}"


def written(files: dict[str, Any], folder: Path) -> None:
    shutil.rmtree(folder / "data", ignore_errors=True)
    for name in ("meetings", "terms-of-reference"):
        (folder / "data" / name).mkdir(parents=True)
    for name, content in files.items():
        rest = {key: value for key, value in content.items() if key != "text"} if name.endswith(".md") else content
        text = json.dumps(rest, ensure_ascii=False)
        if name.endswith(".md"):
            text = f"---\n{text}\n---\n{content.get('text', '')}"
        (folder / "data" / name).write_bytes(text.encode("utf-8", "surrogatepass"))


def publish(folder: Path, before: Any) -> list[str]:
    """Check a record and write every page and file of it; returns why it cannot be published."""
    try:
        register = open_register(folder)
    except Unpublishable as found:
        return [str(problem) for problem in found.problems]
    for stub in all_stubs(register):
        rendered(register, stub.address, stub.text)
    generated_beside(folder / "docs", register)
    meeting_file(register, register.as_of)
    changes = compare(before, register)
    as_json(changes, (), ())
    as_markdown(changes, (), ())
    return []


@pytest.mark.parametrize("group", range(GROUPS))
def test_an_odd_value_is_published_or_refused_in_sentences(group: int, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    before = open_register(DATA / "toy")
    wrong, refused = [], 0
    for number in range(group, NUMBER, GROUPS):
        files = base()
        draw = Random(SEED * 1_000_000 + number)
        done = [mutate(files, draw) for _ in range(draw.choice((1, 1, 1, 2, 4)))]
        try:
            written(files, tmp_path)
            said = publish(tmp_path, before)
            refused += bool(said)
            wrong += [f"{number} {done}: {line!r}" for line in said if not SENTENCE.fullmatch(line)]
        except Exception as error:  # noqa: BLE001, that none is raised is what is tested
            wrong.append(f"{number} {done}: {type(error).__name__}: {error}"[:600])
        finally:
            set_locale("en_GB")
    assert not wrong, "\n".join(wrong)
    assert NUMBER < 100 or refused
