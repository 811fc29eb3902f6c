"""The index of the search, as JSON files that a browser loads as it needs them (docs/scripts/finding/index.js).

- `index.json`: the first word of each file of words, how many records there are, and the kind of each record: the
  `values`, and `of` each record the digit of its value
- `words/<n>.json`: for each word, the fields that hold it and its places in each. Record n has two fields, its title
  (2n) and its text (2n + 1). Fields are written as the step from the one before, places as a number or a list. A word
  that others make together has their number behind it, as `tokens` gives it.
- `texts/<n>.json`: what is shown of each record
- `columns.json`: for each other filter its values, and `of` each record the place of its value among them
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, TypeAlias

from macros import offered
from macros.language import tokens
from macros.pages.handwritten import HandWritten
from macros.pages.page import Page
from macros.pages.search_records import SearchRecord, search_records
from macros.register import Register, addresses

_Pairs: TypeAlias = "array[int]"

_TOGETHER = 20  # records in a file of texts
_SIZE = 24_000  # characters at which a file of words is full


def search_files(register: Register, by_hand: Mapping[str, HandWritten]) -> dict[str, str]:
    """The files of the index by address. `by_hand`: the pages written by hand, by address."""
    page = Page(register, addresses.SEARCH)
    records = list(search_records(register, by_hand))
    files = dict(_word_files(_placed(records, _initials(register))))
    about_record = len(offered("SEARCHED")) + len(by_hand)  # pages that come last
    about = {
        "files": [first for first, _text in files.values()], "records": len(records),
        "actions": len(register.actions), "pages": len(records) - about_record, "together": _TOGETHER,
        "kind": _kinds(records),
    }  # fmt: skip
    texts = {f"texts/{number}.json": _json(part) for number, part in enumerate(_texts(page, records))}
    words = {path: text for path, (_first, text) in files.items()}
    whole = {"index.json": _json(about), "columns.json": _json(_columns(records)), **words, **texts}
    return {f"{addresses.SEARCH_INDEX}{path}": text for path, text in whole.items()}


def _initials(register: Register) -> dict[str, str]:
    """The initials for each full name, so that they find a text in which the name is written out."""
    people = register.archive.people.people
    return {person.name: key for key, person in people.items() if person.name}


def _placed(records: Iterable[SearchRecord], initials: Mapping[str, str]) -> dict[str, _Pairs]:
    """For each word its fields and places: field, place, field, place…"""
    found: dict[str, _Pairs] = defaultdict(lambda: array("I"))
    for number, record in enumerate(records):
        title = record.title if record.searched_title is None else record.searched_title
        written = " ".join((title, *record.text))
        also = [key for name, key in initials.items() if name in written]
        for field, texts in ((2 * number, [title]), (2 * number + 1, [*record.text, *record.named, *also])):
            begin = 0
            for text in texts:
                words = tokens(text)
                for word, place in words:
                    found[word].extend((field, begin + place))
                begin += len(words) + 1  # a phrase does not reach from one text into the next
    return found


def _word_files(found: Mapping[str, _Pairs]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The path of each file of words, its first word, and its text. The words are in the order in which JavaScript
    compares them."""
    number, size = 0, 0
    parts: list[tuple[str, str]] = []
    for word in sorted(found, key=lambda word: word.encode("utf-16-be")):
        text = f"{_json(word)}:{_json(_postings(found[word]))}"
        if parts and size + len(text) > _SIZE:
            yield f"words/{number}.json", (parts[0][0], _object(parts))
            number, parts, size = number + 1, [], 0
        parts.append((word, text))
        size += len(text)
    if parts:
        yield f"words/{number}.json", (parts[0][0], _object(parts))


def _postings(pairs: _Pairs) -> tuple[list[int], list[int | list[int]]]:
    steps: list[int] = []
    places: list[int | list[int]] = []
    before = 0
    for field, group in groupby(range(0, len(pairs), 2), pairs.__getitem__):
        held = [pairs[at + 1] for at in group]
        steps.append(field - before)
        places.append(held[0] if len(held) == 1 else held)
        before = field
    return steps, places


def _object(parts: Iterable[tuple[str, str]]) -> str:
    return "{" + ",".join(text for _word, text in parts) + "}"


def _texts(page: Page, records: list[SearchRecord]) -> Iterator[list[Any]]:
    for begin in range(0, len(records), _TOGETHER):
        yield [
            (record.title, page.link(record.address), record.kind, record.about, "\n".join(filter(None, record.text)))
            for record in records[begin : begin + _TOGETHER]
        ]


def _columns(records: list[SearchRecord]) -> dict[str, Any]:
    columns: dict[str, list[Any]] = {
        "year": [str(record.year or "") for record in records],
        "status": [record.statuses for record in records], "owner": [record.owners for record in records],
        "meeting": [record.meeting for record in records],
    }  # fmt: skip
    return {name: _numbered(values) for name, values in columns.items()}


def _kinds(records: list[SearchRecord]) -> dict[str, Any]:
    numbered = _numbered([record.kind for record in records])
    return {"values": numbered["values"], "of": "".join(map(str, numbered["of"]))}


def _numbered(values: list[Any]) -> dict[str, list[Any]]:
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return {"values": list(numbers), "of": [numbers[value] for value in values]}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
