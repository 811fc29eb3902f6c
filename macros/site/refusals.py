"""Rules about the addresses of the site, which its pages, files and anchors share.

They find what would stop the build of a record without other errors, at its place in the data. The audit finds the same
in the built site, where only the page is known, and not the line that made it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from macros.language import _
from macros.pages import all_stubs
from macros.record import Place, Problem, Severity, Text, markdown, nearest
from macros.record.models import leaves
from macros.register import Register, addresses, existing_addresses
from macros.rules import links_lead_to_pages
from macros.site.built import anchors_in, target_of
from macros.site.files import generated, is_unused
from macros.site.shortcodes import rendered

# The generator's own files, and the folders whose pages are not built.
_OF_THE_GENERATOR = ("404.html", "sitemap.xml", "search/index/pagefind-entry.json")
_NOT_READ = ("templates/", addresses.SEARCH_INDEX)
_LONGEST_NAME = 255
_FRAME = ("__skip", "site-search")
# Ids of actions, initials and words that pages themselves may use as anchors. Only these are looked up on the pages.
_LIKE_OURS = re.compile(
    r"(?:agenda|minutes|source|attendance|actions|not|notes|changes|sources|initials|moved|site|means|meeting|open|closed"
    r"|people|posts|organisations|glossary|names|life|flow)(?:-.*)?|.*-\d{4}-\d\d-\d\d(?:-\w+)?|__.*"
)
_Files = Callable[[], frozenset[str]]
_Anchors = Callable[[str], Counter[str]]
_Page = tuple[Place, str]


def refusals(register: Register, folder: Path) -> Iterator[Problem]:
    """Every reason why the site of the project in `folder` could not be built from a record without other errors."""
    by_hand = _pages_by_hand(folder / "docs")
    sources = by_hand | {stub.address: stub.text for stub in all_stubs(register)}

    @cache
    def anchors(address: str) -> Counter[str]:
        page = rendered(register, address, sources[address]) if address in sources else ""
        return Counter([*_FRAME, *anchors_in(page)])

    @cache
    def files() -> frozenset[str]:
        return _files(register, folder / "docs", sources)

    def leads_somewhere(here: str, address: str) -> bool:
        link = addresses.link(here, address[1:]) if address.startswith("/") else address
        file, anchor = target_of(addresses.built_file(here), link)
        page = file.removesuffix("index.html")
        if page not in sources and not (folder / "docs").is_dir():
            return True  # perhaps a page written by hand
        return file in files() and (not anchor or not file.endswith(".html") or anchor in anchors(page))

    to_pages = tuple(links_lead_to_pages(register))
    to_places = links_lead_somewhere(register, leads_somewhere)
    named = {problem.place for problem in to_pages}
    yield from (*to_pages, *(problem for problem in to_places if problem.place not in named))
    yield from pages_have_a_place(register, files, frozenset(by_hand))
    yield from anchors_stand_once(register, anchors)


def _pages_by_hand(docs: Path) -> dict[str, str]:
    """The source of each page written by hand, by its address."""
    pages = {file.relative_to(docs).as_posix(): file.read_text("utf-8") for file in docs.rglob("*.md")}
    return {_address_of(path): text for path, text in pages.items()}


def _address_of(path: str) -> str:
    place = path.removesuffix(".md")
    return addresses.page_at(place.removesuffix("index") if PurePosixPath(place).name == "index" else f"{place}/")


def _files(register: Register, docs: Path, sources: Iterable[str]) -> frozenset[str]:
    """The path of every file of the site. `sources`: the addresses of its pages."""
    static = {file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file() and file.suffix != ".md"}
    made = {path for path in generated(register) if not path.endswith(".md")}
    pages = {*map(addresses.built_file, (*sources, addresses.HOME, addresses.ABOUT))}
    return frozenset(path for path in (*static, *made, *pages, *_OF_THE_GENERATOR) if not is_unused(path))


def pages_have_a_place(register: Register, files: _Files, by_hand: frozenset[str]) -> Iterator[Problem]:
    """No redirect and no initials need a page where the site has something else.

        there can be no page '/meetings/index.html/', because something else is at that address; change it
        the address '/meetings/a-very-long-name.../' has a part of more than 255 letters; shorten it

    In data/redirects.yml, check the address before the colon. In data/people.yml, write the initials in another way.
    """
    for place, address in _pages_named_in_data(register):
        if any(len(name.encode()) > _LONGEST_NAME for name in address.split("/")):
            said = _("the address '{page}' has a part of more than {number} letters; shorten it")
            yield Problem(place, Severity.ERROR, said.format(page=f"/{address}", number=_LONGEST_NAME))
        elif address in by_hand or _is_needed(address, files):
            said = _("there can be no page '{page}', because something else is at that address; change it")
            yield Problem(place, Severity.ERROR, said.format(page=f"/{address}"))


def _pages_named_in_data(register: Register) -> Iterator[_Page]:
    """The place and address of each page whose address is typed in the data: old addresses, and those of initials."""
    archive = register.archive
    for old in archive.moved_pages if archive.redirects_file else ():
        assert archive.redirects_file
        yield archive.redirects_file.entry_key(("redirects", f"/{old}")), old
    for part in ("people", "posts", "organisations"):
        for key in getattr(archive.people, part):
            yield archive.people_file.entry_key((part, key)), addresses.owner(key)


def _is_needed(address: str, files: _Files) -> bool:
    """Whether the page would be in a folder that is not read, or that would have the name of a file: it has a dot."""
    return address.startswith(_NOT_READ) or (
        "." in address and any(str(part) in files() for part in PurePosixPath(address, "x").parents)
    )


def anchors_stand_once(register: Register, anchors: _Anchors) -> Iterator[Problem]:
    """No id of an action, initials, word of the glossary or redirect has the address of another part of its page.

        'agenda-1' would have the address '/meetings/2022-03-21/#agenda-1', which is taken; change it

    The last part of the address is taken by the page itself. Add a letter or a digit to what is in the data. If a
    document prints the id so, say under 'notes:' how it is printed.
    """
    for place, page, anchor, name in _anchors_of_the_record(register):
        if anchors(page)[anchor] > 1:
            said = _("'{name}' would have the address '{address}', which is taken; change it")
            yield Problem(place, Severity.ERROR, said.format(name=name, address=f"/{page}#{anchor}"))


def _anchors_of_the_record(register: Register) -> Iterator[tuple[Place, str, str, str]]:
    """The place, page, anchor and name of each that may be one of ours too."""
    archive = register.archive
    for stem, filed in archive.meeting_files.items():
        for index, (action, nth) in enumerate(register.entries[stem]):
            anchor, place = (
                addresses.entry_anchor(action, nth),
                filed.problem(Severity.ERROR, ("actions", index, "id"), "").place,
            )
            if _LIKE_OURS.fullmatch(anchor):
                yield place, addresses.meeting(stem), anchor, action
                if action in register.addresses and nth == 1:
                    yield place, register.addresses[action].partition("#")[0], anchor, action
    for part in ("people", "posts", "organisations"):
        for key in getattr(archive.people, part):
            if _LIKE_OURS.fullmatch(addresses.person_anchor(key)):
                place = archive.people_file.entry_key((part, key))
                yield place, addresses.PEOPLE, addresses.person_anchor(key), key
    for words in archive.glossary:
        if archive.glossary_file and _LIKE_OURS.fullmatch(addresses.word_anchor(words)):
            place = archive.glossary_file.entry_key(("words", words))
            yield place, addresses.GLOSSARY, addresses.word_anchor(words), words
    for old in archive.redirects:
        page, sign, anchor = old.partition("#")
        if archive.redirects_file and sign:
            yield archive.redirects_file.entry_key(("redirects", f"/{old}")), page, anchor, f"/{old}"


def links_lead_somewhere(register: Register, leads_somewhere: Callable[[str, str], bool]) -> Iterator[Problem]:
    """A link of minutes or terms to this site leads to a page, a file, or a part of a page that exists.

        the link to '/meetings/2022-03-21/#agenda-22' leads to nothing on this site; did you mean
          '/meetings/2022-03-21/#agenda-2'?
        the link to '/meetings/2022-03-21/#agenda-9' leads to nothing on this site; check it, or write the words without
          a link

    Open what is meant, and copy its address from the browser, from the first slash after the name of the site.
    """
    known = [f"/{address}" for address in existing_addresses(register)]
    for text, pages in _texts(register):
        for at, address in markdown.own_links(text.value or ""):
            if not all(leads_somewhere(here, address) for here in pages):
                fix = nearest(address, known) or _("; check it, or write the words without a link")
                said = _("the link to '{address}' leads to nothing on this site{fix}")
                yield Problem(text.place_of(at), Severity.ERROR, said.format(address=address, fix=fix))


def _texts(register: Register) -> Iterator[tuple[Text, list[str]]]:
    """Each text in Markdown, as typed, with the addresses of the pages that show it."""
    for stem, filed in register.archive.meeting_files.items():
        for path, _value, is_prose in leaves(filed.record):
            if is_prose:
                yield filed.text_at(path), [addresses.meeting(stem)]
    shown = {*register.terms_in_force, next(iter(register.terms), None)}
    for stem, terms in register.archive.terms_files.items():
        pages = [addresses.terms(stem)] if terms.record.is_version else [addresses.TERMS]
        if terms.record.text:
            yield terms.text_at(("text",)), [*pages, *([addresses.TERMS] if stem in shown else [])]


REFUSALS = (links_lead_to_pages, pages_have_a_place, anchors_stand_once, links_lead_somewhere)
