"""The anchors that the record brings onto pages, and those that the pages have themselves."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from macros.language import _
from macros.record import Place, Problem, Severity
from macros.register import Register, addresses

_CODE = Path(__file__).parents[1]
_TOKEN = re.compile(r"[\"']([\w-]+)[\"']")
_BEGINNING = re.compile(r"[\"']([\w-]+-)\{")
_END = re.compile(r"\}(-[\w-]+)[\"']")
_ID = re.compile(r"\bid=\"([\w-]+)\"")
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
_Anchors = Callable[[str], Counter[str]]


def ids_of_the_frame(folder: Path) -> tuple[str, ...]:
    """The ids of what stands around each page of the project in `folder`."""
    main = folder / "overrides/main.html"
    return tuple(_ID.findall(main.read_text(encoding="utf-8"))) if main.is_file() else ()


def anchors_stand_once(register: Register, sources: Mapping[str, str], anchors: _Anchors) -> Iterator[Problem]:
    """No id of an action, initials, word of the glossary or redirect has the address of another part of its page.

        'agenda-1' would have the address '/meetings/2022-03-21/#agenda-1', which is taken; change it

    The last part of the address is taken by the page itself. Add a letter or a digit to what is in the data. If a
    document prints the id so, say under 'notes:' how it is printed.
    """
    may_be_taken = _like_ours(register, sources)
    for place, pages, anchor, name in _anchors_of_the_record(register, sources):
        if pages and may_be_taken(anchor):
            page = next((page for page in pages if anchors(page)[anchor] > 1), None)
            if page is not None:
                said = _("'{name}' would have the address '{address}', which is taken; change it")
                yield Problem(place, Severity.ERROR, said.format(name=name, address=f"/{page}#{anchor}"))


def _like_ours(register: Register, sources: Mapping[str, str]) -> Callable[[str], bool]:
    """Whether a page may have an anchor of its own of that name. Pages are looked at only for these.

    An anchor is a word in quotes in a template or in code, one word of which may be filled in, or made from a heading.
    """
    words, beginnings, ends = _in_the_code()
    headings = {addresses.slug(title) for text in sources.values() for title in _HEADING.findall(text)}
    moved = {old.partition("#")[2] for old in register.archive.redirects}
    ends_of_mentions = tuple(f"-{stem}" for stem in register.archive.meeting_files)

    def may_be_taken(anchor: str) -> bool:
        is_one = anchor in words or anchor in headings or anchor in moved
        return is_one or anchor.startswith((*beginnings, "__")) or anchor.endswith((*ends, *ends_of_mentions))

    return may_be_taken


@cache
def _in_the_code() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The words in quotes of templates and pages, and the beginnings and ends of those that are filled in."""
    files = [*_CODE.rglob("*.html"), *(_CODE / "pages").rglob("*.py"), _CODE / "register/addresses.py"]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return frozenset(_TOKEN.findall(text)), tuple({*_BEGINNING.findall(text)}), tuple({*_END.findall(text)})


def _anchors_of_the_record(
    register: Register, sources: Mapping[str, str]
) -> Iterator[tuple[Place, tuple[str, ...], str, str]]:
    """The place, the pages, the anchor and the name of each part of a page that the record names."""
    archive = register.archive
    of_others = {*map(addresses.meeting, archive.meeting_files), *map(addresses.actions_of, register.years)}
    without = {*of_others, *register.actions_at, *archive.moved_pages}
    lists = tuple(address for address, text in sources.items() if address not in without and "{{" in text)
    for stem, filed in archive.meeting_files.items():
        for index, (action, nth) in enumerate(register.entries[stem]):
            place = filed.problem(Severity.ERROR, ("actions", index, "id"), "").place
            # An action that only a meeting to come names has no history yet.
            known = register.actions.get(action)
            year = (addresses.actions_of(known.year),) if known else ()
            pages = (addresses.meeting(stem), *((*year, *lists) if nth == 1 else ()))
            yield place, pages, addresses.entry_anchor(action, nth), action
    for part in ("people", "posts", "organisations"):
        for key in getattr(archive.people, part):
            place = archive.people_file.entry_key((part, key))
            yield place, (addresses.PEOPLE,), addresses.person_anchor(key), key
    for words in archive.glossary if archive.glossary_file else ():
        assert archive.glossary_file
        place = archive.glossary_file.entry_key(("words", words))
        yield place, (addresses.GLOSSARY,), addresses.word_anchor(words), words
    for old in archive.redirects if archive.redirects_file else ():
        page, sign, anchor = old.partition("#")
        assert archive.redirects_file
        place = archive.redirects_file.entry_key(("redirects", f"/{old}"))
        yield place, (page,) if sign else (), anchor, f"/{old}"
