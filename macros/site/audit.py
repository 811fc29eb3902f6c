"""The audit: checks that the built site contains every value of the record and that no link is broken."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from macros.language import _, ngettext, wording
from macros.pages import Expected, all_stubs, expected_values
from macros.record import Stop, markdown, phrases
from macros.record.models import (
    INITIALS,
    Attendees,
    Section,
    TimeRange,
)
from macros.register import Register, addresses
from macros.site.built import BuiltPage, is_external, read_page, root_of, squeezed
from macros.site.processes import each

_WORD = re.compile(INITIALS)
# What Markdown may drop, and the addresses and languages that it moves into attributes.
_MARKS = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*\)|\]\{lang=[^}]*\}|[\s*#|:\[\](){}-]")


def audit(register: Register, folder: Path) -> None:
    """Check that the built site in `folder` contains the whole record and that every link in it resolves.

    Raises Stop with a message for everything that is missing or broken; see `faults`.
    """
    found = faults(register, folder)
    if found:
        said = ngettext(
            "the built site is not complete: {number} fault",
            "the built site is not complete: {number} faults",
            len(found),
        )
        raise Stop(said.format(number=wording.number(len(found))), found)


def faults(register: Register, folder: Path) -> tuple[str, ...]:
    """Compare the built site in `folder` with the register.

    Returns a message for everything that is missing or broken, sorted. The site is complete if every data file has its
    page and every action its permanent address, every value is where it has to be, every link and anchor within the
    site resolves, no anchor is on a page twice, and nothing is loaded from another host.
    """
    expected = defaultdict(list)
    for item in expected_values(register):
        expected[addresses.built_file(item.address)].append(item)
    anchors: dict[str, frozenset[str]] = {}
    links: dict[str, set[tuple[str, str, str]]] = {}
    messages: list[str] = []
    root = root_of(folder)
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html") if path.is_file())

    def look(file: str) -> tuple[frozenset[str], set[tuple[str, str, str]], list[str]]:
        page = read_page(folder, file)
        within = {(address, *page.target(address, root)) for address in page.addresses if not is_external(address)}
        return page.anchors, within, list(_on_page(page, expected.get(file, [])))

    for file, (those, within, missing) in zip(pages, each(look, pages), strict=True):
        anchors[file], links[file] = those, within
        messages += missing
    messages += _missing_pages(register, anchors)
    if not (folder / addresses.SEARCH_INDEX / "index.json").is_file():
        said = _("{page}: the search index {index} was not built")
        messages.append(said.format(page=f"/{addresses.SEARCH}", index=f"/{addresses.SEARCH_INDEX}"))
    messages += _broken_links(links, anchors, folder)
    return tuple(sorted(set(messages)))


def _missing_pages(register: Register, anchors: dict[str, frozenset[str]]) -> Iterator[str]:
    for stub in all_stubs(register):
        if addresses.built_file(stub.address) not in anchors:
            yield _("{file}: its page {page} was not built").format(file=stub.made_from, page=f"/{stub.address}")
    for old in register.archive.redirects:
        page, _sign, anchor = old.partition("#")
        if anchor and anchor not in anchors.get(addresses.built_file(page), ()):
            yield _("data/redirects.yml: the old address {address} was not built").format(address=f"/{old}")
    for key, action in register.actions.items():
        address = addresses.action_in_year(key, action.year)
        if addresses.action_anchor(key) not in anchors.get(addresses.built_file(address), ()):
            said = _("action {action}: its permanent address {address} is missing")
            yield said.format(action=key, address=f"/{address}")


def _on_page(page: BuiltPage, expected: list[Expected]) -> Iterator[str]:
    for item in expected:
        texts = page.texts(item.address.partition("#")[2], item.field)
        key = ".".join(str(step + 1 if isinstance(step, int) else step) for step in item.path)
        if texts is None:
            said = _("{file}: {key}: the place {address} was not built")
            yield said.format(file=item.file, key=key, address=f"/{item.address}")
        elif not any(_stands(item, text) for text in texts):
            said = _("{file}: {key}: {value} is not at {address}")
            yield said.format(file=item.file, key=key, value=repr(_words(item)), address=f"/{item.address}")
    for anchor in page.repeated_anchors:
        said = _("{file}: the anchor '{anchor}' is on the page more than once")
        yield said.format(file=page.file, anchor=anchor)
    for address in page.loaded:
        if is_external(address):
            said = _("{file}: the page loads {address} from another host")
            yield said.format(file=page.file, address=address)
    for text in page.refused:
        said = _("{file}: browsers are told to refuse a script or style within the page; move it to a file: {found}")
        yield said.format(file=page.file, found=repr(text[:60]))


def _stands(item: Expected, text: str) -> bool:
    if isinstance(item.value, Attendees) and not item.value.nobody:
        return set(_WORD.findall(_words(item))) <= set(_WORD.findall(text))
    if isinstance(item.value, StrEnum):
        return _words(item).casefold() in text.casefold()
    if isinstance(item.value, bool):
        return bool(text)  # its element is only there if the value is the unusual one
    if item.is_prose:
        return shows(text, item.value)
    return _words(item) in text


def shows(text: str, prose: str) -> bool:
    """Whether the text of a page holds all of a text in Markdown: every letter, digit and sign in order, except for the
    signs that may be marks. The numbers of lists are among them. Nothing of it is rendered again."""
    return squeezed(prose) in text or _MARKS.sub("", markdown.with_references(prose)) in _MARKS.sub("", text)


def _words(item: Expected) -> str:
    """The text expected on the page for a value."""
    value = item.value
    if item.said is not None:
        return squeezed(item.said)
    if isinstance(value, date):
        return wording.day(value)
    if isinstance(value, TimeRange):
        return phrases.times(value)
    if isinstance(value, Section):
        return phrases.sections([value])
    if isinstance(value, int):
        return wording.number(value)
    return squeezed(str(getattr(value, "text", value)))


def _broken_links(
    links: dict[str, set[tuple[str, str, str]]], anchors: dict[str, frozenset[str]], folder: Path
) -> Iterator[str]:
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for page, found in links.items():
        for address, file, anchor in found:
            if file not in files:
                yield _("{file}: the link {address} leads to nothing").format(file=page, address=address)
            elif anchor and anchor not in anchors.get(file, (anchor,)):
                said = _("{file}: the link {address} leads to a place that is not on {there}")
                yield said.format(file=page, address=address, there=file)
