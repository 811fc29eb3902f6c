"""The generated pages of the site: a title, a description and one macro call each.

Text of the record is only in titles, where each sign that could act as a template, as HTML or as Markdown is written as
a reference to its character.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from textwrap import shorten
from typing import Any

from macros import offered
from macros.language import _, wording
from macros.pages.alternatives import alternatives, for_programs
from macros.pages.moved import leads_on_at_once, parts_moved_from
from macros.pages.prose import text_of_short_prose
from macros.pages.state import state_in_short
from macros.record import GLOSSARY, PEOPLE, TERMS, phrases
from macros.record.models import is_full_name
from macros.register import Raised, Register, addresses, decisions_of, has_attendance_over_time

# The texts of the front matter, and the signs that may mean something in a template, in HTML or in Markdown.
_SAID = ("title", "description")
# How many letters of a wording are in the title and in the description of a page.
_TITLE, _DESCRIPTION = 70, 160
_MAY_ACT = re.compile(r"[^\w\s.,:;()/’–-]|_")


@dataclass(frozen=True)
class Stub:
    """One generated page: its address, title (as plain text) and Markdown, and the data file that it is made from."""

    address: str
    title: str
    text: str
    made_from: str


def all_stubs(register: Register) -> tuple[Stub, ...]:
    """Every generated page, including those at redirected addresses, sorted by address."""
    pages = [
        _with_further_front(register, _with_other_forms(register, _with_moved_parts(register, page)))
        for page in pages_of_the_record(register)
    ]
    pages += [_moved(register, address) for address in register.archive.moved_pages]
    return tuple(sorted(pages, key=lambda stub: stub.address))


def _with_moved_parts(register: Register, stub: Stub) -> Stub:
    if not parts_moved_from(register, stub.address):
        return stub
    return replace(stub, text=f"{stub.text}\n{{{{ moved_parts() }}}}\n")


def _with_other_forms(register: Register, stub: Stub) -> Stub:
    if not alternatives(register, stub.address):
        return stub
    text = f"{stub.text}\n{{{{ other_forms() }}}}\n"
    if files := for_programs(register, stub.address):
        text = text.replace("---\n", f"---\nalternates: {json.dumps(files)}\n", 1)
    return replace(stub, text=text)


def _with_further_front(register: Register, stub: Stub) -> Stub:
    further: dict[str, Any] = {}
    for front in offered("FRONT"):
        further |= front(register, stub.address)
    if not further:
        return stub
    lines = "".join(f"{key}: {json.dumps(_all_as_source(value))}\n" for key, value in further.items())
    return replace(stub, text=stub.text.replace("---\n", f"---\n{lines}", 1))


def _moved(register: Register, address: str) -> Stub:
    title, about = _("This page has moved"), _("What stood at this address has moved; this page leads on to it.")
    new = register.archive.moved_pages[address]
    front = {"title": title, "description": about, "canonical": addresses.link(address, new)}
    if link := leads_on_at_once(register, address):
        front["leads_on_to"] = link
    return _page(address, front, _below(title, "moved()"), "data/redirects.yml")


def pages_of_the_record(register: Register) -> tuple[Stub, ...]:
    """The generated pages except those at redirected addresses, sorted by address."""
    parts = (
        _always(register),
        _of_meetings(register),
        _of_years(register),
        _of_actions(register),
        _of_owners(register),
        _of_attendance(register),
        _of_terms(register),
        _of_versions(register),
        *(pages(register) for pages in offered("PAGES")),
    )
    return tuple(sorted(chain(*parts), key=lambda stub: stub.address))


def _always(register: Register) -> Iterator[Stub]:
    yield stub(addresses.MEETINGS, _("Meetings"), _("Every meeting on record, the newest first."),
                "meetings_index()", "data/meetings", ["meetings"])  # fmt: skip
    yield stub(addresses.ACTIONS, _("Action tracker"),
                _("Every action on record: who owes what, and what became of it."),
                "action_tracker()", "data/meetings", ["finder", "tracker"])  # fmt: skip
    yield stub(addresses.TERMS, _("Terms of reference"), _("The terms of reference and their versions."),
                "terms_of_reference()", "data/terms-of-reference", _styles(register, f"{TERMS}/"))  # fmt: skip
    yield stub(addresses.PREPARING, _("Preparing the next meeting"),
                _("Every open action by owner, the longest unmentioned first."),
                "preparing()", "data/meetings", ["preparing", "copy"])  # fmt: skip
    yield stub(addresses.PEOPLE, _("People and organisations"), _("Who each set of initials in the record is."),
                "people()", PEOPLE, _styles(register, PEOPLE, "people"))  # fmt: skip
    yield stub(addresses.GLOSSARY, _("Glossary"), _("What the abbreviations in this record stand for."),
                "glossary()", PEOPLE, _styles(register, GLOSSARY))  # fmt: skip
    yield stub(addresses.CORRECTIONS, _("Corrections"),
                _("What was changed in this record after it was published, when and why."),
                "corrections()", "data", ["corrections"])  # fmt: skip
    yield stub(addresses.SEARCH, _("Search"), _("Find any action, agenda item, term, person or page of the record."),
                "search()", "data/meetings", ["finder", "search"])  # fmt: skip
    yield stub(addresses.SITE_MAP, _("Site map"), _("Every page of this record."), "site_map()", "data/meetings")


def _of_meetings(register: Register) -> Iterator[Stub]:
    for stem, filed in register.archive.meeting_files.items():
        day = register.meeting_names[stem]
        name = _("Meeting of {day}").format(day=day)
        about = _meeting_in_short(register, stem)
        yield stub(
            addresses.meeting(stem),
            name,
            about,
            f'meeting("{stem}")',
            filed.file,
            _styles(register, filed.file, "meeting", "contents"),
        )


def _meeting_in_short(register: Register, stem: str) -> str:
    """What the page of a meeting holds, counted."""
    meeting, day = register.archive.meetings[stem], register.meeting_names[stem]
    if not meeting.status.took_place:
        return _("Meeting of {day}: {state}.").format(day=day, state=state_in_short(register, stem))
    counts = [(len(meeting.agenda), wording.agenda_items), (len(decisions_of(stem, meeting)), wording.decisions),
              (len({key for key, _nth in register.entries[stem]}), wording.actions)]  # fmt: skip
    if said := [counted(count) for count, counted in counts if count]:
        return _("Record of the meeting of {day}: {counts}.").format(day=day, counts=wording.listed(said))
    return _("Record of the meeting of {day}.").format(day=day)


def _of_years(register: Register) -> Iterator[Stub]:
    for year in register.years:
        name, about = _("Actions raised in {year}"), _("Actions raised in {year}, each with its status and its owner.")
        if any(action.known is Raised.UNKNOWN or action.raised[0] != year for action in register.years[year]):
            name, about = _("Actions of {year}"), _("Actions of {year}, each with its status and its owner.")
        name, about = name.format(year=year), about.format(year=year)
        yield stub(addresses.actions_of(year), name, about, f"actions_raised({year})", "data/meetings", ["action"])


def _of_actions(register: Register) -> Iterator[Stub]:
    for key, address in register.addresses.items():
        action = register.actions[key]
        about = text_of_short_prose(action.wording)
        title = f"{key}: {shorten(about, _TITLE, placeholder=' …')}"
        file = register.archive.meeting_files[action.last.meeting].file
        front = {
            "title": title,
            "description": shorten(about, _DESCRIPTION, placeholder=" …"),
            "made_from": file,
            "styles": ["action", "copy"],
        }
        yield _page(address, front, "{{ action_page() }}\n", file)


def _of_owners(register: Register) -> Iterator[Stub]:
    for key in register.archive.people.entries:
        said = register.initials.said(key, register.present)
        name = _("Actions of {initials}").format(initials=said)
        about = _("What {initials} owes and has done: every action owned, open and closed, with its age.")
        about = about.format(initials=said)
        # Of a name, only the letters of its address are in the source of a page.
        named = addresses.person_anchor(key) if is_full_name(key) else key
        yield stub(addresses.owner(key), name, about, f"owner({json.dumps(named)})", "data/people.yml",
                   ["attendance"])  # fmt: skip


def _of_attendance(register: Register) -> Iterator[Stub]:
    if has_attendance_over_time(register):
        about = _("Who held which role on the day of each meeting, and how often each of them came.")
        yield stub(addresses.ATTENDANCE, _("Roles and attendance"), about, "roles_and_attendance()",
                   "data/people.yml", ["attendance"])  # fmt: skip


def _of_terms(register: Register) -> Iterator[Stub]:
    for stem, terms in register.terms.items():
        name, file = phrases.terms_called(terms), register.archive.terms_files[stem].file
        yield stub(
            addresses.terms(stem), name, name + wording.full_stop(name), f"terms_version({json.dumps(stem)})", file,
            _styles(register, file),
        )  # fmt: skip


def _styles(register: Register, file: str, *names: str) -> list[str]:
    """Style sheets by name, and that of corrections if a file, or one below a folder, was corrected."""
    return [*names, *(["corrections"] if any(one.startswith(file) for one in register.corrected) else [])]


def _of_versions(register: Register) -> Iterator[Stub]:
    for older, newer in register.comparable_terms:
        was, now = register.terms[older], register.terms[newer]
        assert was.day and now.day
        days = {"older": wording.day(was.day), "newer": wording.day(now.day)}
        name = _("{title}: {older} and {newer} compared").format(title=phrases.terms_title(now), **days)
        about = _("What was changed between the versions adopted on {older} and on {newer}, word by word.").format(
            **days
        )
        macro = f"terms_compared({json.dumps(older)}, {json.dumps(newer)})"
        yield stub(addresses.terms_compared(older, newer), name, about, macro, "data/terms-of-reference", ["compared"])


def stub(
    address: str, title: str, description: str, macro: str, made_from: str, styles: Sequence[str] = ()
) -> Stub:  # fmt: skip
    """A page that consists of one macro call, like `action_tracker()`.

    `made_from`: the path of the data; `styles`: the names of the style sheets in docs/stylesheets/ for this kind of
    page, besides those of every page.
    """
    front: dict[str, str | Sequence[str]] = {"title": title, "description": description, "made_from": made_from}
    if styles:
        front["styles"] = styles
    return _page(address, front, _below(title, macro), made_from)


def _below(title: str, macro: str) -> str:
    """A heading and one macro call as Markdown."""
    return f"# {_as_source(title)}\n\n{{{{ {macro} }}}}\n"


def _page(address: str, front: Mapping[str, Any], body: str, made_from: str) -> Stub:
    lines = "".join(
        f"{key}: {json.dumps(_as_source(value) if key in _SAID else value)}\n" for key, value in front.items()
    )
    title = " ".join(front["title"].split())
    text = f"---\n{lines}---\n\n{body}"
    return Stub(address, title, text, made_from)


def _all_as_source(value: str | Mapping[str, str]) -> str | dict[str, str]:
    return _as_source(value) if isinstance(value, str) else {key: _as_source(text) for key, text in value.items()}


def _as_source(text: str) -> str:
    """Text on one line, for front matter and for Markdown: neither reads anything but text in it."""
    return _MAY_ACT.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))
