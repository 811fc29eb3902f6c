"""Rules about the addresses of the site, which its pages, files and anchors share.

They find what would stop the build of a record without other errors, at its place in the data. The audit finds the same
in the built site, where only the page is known, and not the line that made it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from macros.language import _, wording
from macros.pages import all_stubs
from macros.record import Place, Problem, Severity, Text, fault_of_name, markdown, name_that_can_be_read, nearest
from macros.record.models import leaves, quoted
from macros.register import Register, addresses, existing_addresses
from macros.rules import links_lead_to_pages, titles
from macros.site.anchors import anchors_stand_once, ids_of_the_frame
from macros.site.built import anchors_in, target_of
from macros.site.files import ICON, generated, is_unused
from macros.site.shortcodes import rendered

# The generator's own files, and the folders whose pages are not built.
_OF_THE_GENERATOR = ("404.html", "sitemap.xml", ICON)
_NOT_READ = ("templates/", addresses.SEARCH_INDEX)
_LONGEST_NAME, _LONGEST = 255, 1000
_Files = Callable[[], frozenset[str]]
_Page = tuple[Place, str]


def refusals(register: Register, folder: Path) -> Iterator[Problem]:
    """Every reason why the site of the project in `folder` could not be built from a record without other errors."""
    if unreadable := tuple(files_by_hand_can_be_read(folder / "docs")):
        yield from unreadable
        return
    by_hand = pages_by_hand(folder)
    sources = by_hand | {stub.address: stub.text for stub in all_stubs(register)}

    @cache
    def anchors(address: str) -> Counter[str]:
        page = rendered(register, address, sources[address]) if address in sources else ""
        return Counter([*ids_of_the_frame(folder), *anchors_in(page)])

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
    yield from pages_have_a_place(register, files, _static(folder / "docs"), frozenset(by_hand))
    yield from anchors_stand_once(register, sources, anchors)


def files_by_hand_can_be_read(docs: Path) -> Iterator[Problem]:
    """The pages written by hand are UTF-8 text, and so are the names of all files beside them.

        this line is not UTF-8 text; save the file again as UTF-8
        the name of this file is not UTF-8 text; rename it

    Open the page on the host's website, and put the text in again as plain text.
    """
    for file in sorted(docs.rglob("*")):
        name = name_that_can_be_read(f"docs/{file.relative_to(docs).as_posix()}")
        if fault := fault_of_name(file.name):
            yield Problem(Place(name), Severity.ERROR, fault)
        elif file.suffix == ".md" and file.is_file():
            try:
                file.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                said = _("this line is not UTF-8 text; save the file again as UTF-8")
                line = error.object[: error.start].count(b"\n") + 1
                yield Problem(Place(name, line), Severity.ERROR, said)


def pages_by_hand(folder: Path) -> dict[str, str]:
    """The source of each page written by hand in the project in `folder`, by its address."""
    docs = folder / "docs"
    pages = {file.relative_to(docs).as_posix(): file.read_text("utf-8") for file in docs.rglob("*.md")}
    return {_address_of(path): text for path, text in pages.items()}


def _address_of(path: str) -> str:
    place = path.removesuffix(".md")
    return addresses.page_at(place.removesuffix("index") if PurePosixPath(place).name == "index" else f"{place}/")


def _files(register: Register, docs: Path, sources: Iterable[str]) -> frozenset[str]:
    """The path of every file of the site. `sources`: the addresses of its pages."""
    made = {path for path in generated(register) if not path.endswith(".md")}
    pages = {*map(addresses.built_file, (*sources, addresses.HOME, addresses.ABOUT))}
    return frozenset(path for path in (*_static(docs), *made, *pages, *_OF_THE_GENERATOR) if not is_unused(path))


def _static(docs: Path) -> frozenset[str]:
    found = (file for file in docs.rglob("*") if file.is_file() and file.suffix != ".md")
    return frozenset(file.relative_to(docs).as_posix() for file in found)


def pages_have_a_place(
    register: Register, files: _Files, static: frozenset[str], by_hand: frozenset[str]
) -> Iterator[Problem]:
    """No redirect and no initials need a page where the site has something else.

        there can be no page '/meetings/index.html/', because something else is at that address; change it
        the address '/meetings/a-very-long-name.../' has a part of more than 255 bytes; shorten it
        the address '/a/very/long/way/...' has more than 1,000 bytes; shorten it

    In data/redirects.yml, check the address before the colon. In data/people.yml, write the initials in another way.
    """
    for place, address in _pages_named_in_data(register):
        shown = quoted(f"/{address}")
        if any(len(name.encode()) > _LONGEST_NAME for name in address.split("/")):
            said = _("the address {page} has a part of more than {number} bytes; shorten it")
            yield Problem(place, Severity.ERROR, said.format(page=shown, number=_LONGEST_NAME))
        elif len(address.encode()) > _LONGEST:
            said = _("the address {page} has more than {number} bytes; shorten it")
            yield Problem(place, Severity.ERROR, said.format(page=shown, number=wording.number(_LONGEST)))
        elif address in by_hand or _is_needed(address, files, static):
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


def _is_needed(address: str, files: _Files, static: frozenset[str]) -> bool:
    """Whether the page would be in a folder that is not read, or that would have the name of a file. Only files that
    stand ready have names without a dot."""
    taken = files() if "." in address else static
    return address.startswith(_NOT_READ) or any(str(part) in taken for part in PurePosixPath(address, "x").parents)


def links_lead_somewhere(register: Register, leads_somewhere: Callable[[str, str], bool]) -> Iterator[Problem]:
    """A link of minutes, titles or terms to this site leads to a page, a file, or a part of a page that exists.

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
    """Each text with links, as typed, with the addresses of the pages that show it."""
    for stem, filed in register.archive.meeting_files.items():
        for path, _value, is_prose in leaves(filed.record):
            if is_prose:
                yield filed.text_at(path), [addresses.meeting(stem)]
        for title in titles(filed):
            yield title, [addresses.meeting(stem)]
    shown = {*register.terms_in_force, next(iter(register.terms), None)}
    for stem, terms in register.archive.terms_files.items():
        pages = [addresses.terms(stem)] if terms.record.is_version else [addresses.TERMS]
        if terms.record.text:
            yield terms.text_at(("text",)), [*pages, *([addresses.TERMS] if stem in shown else [])]


REFUSALS = (
    files_by_hand_can_be_read,
    links_lead_to_pages,
    pages_have_a_place,
    anchors_stand_once,
    links_lead_somewhere,
)
