"""The page being written: its address, and the register with its data."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros import FEATURES, language, offered
from macros.language import _, wording
from macros.pages.blocks import heading
from macros.pages.explaining import FirstUses
from macros.pages.prose import plain, prose, prose_in_sections
from macros.record import phrases
from macros.record.models import ActionStatus, MeetingStatus, Names, Person, Role
from macros.register import Register, addresses

_HERE = Path(__file__).parent
# The templates of the pages, and those of the side features, which are in the folders of their code.
_FOLDERS = [_HERE / "templates", *(_HERE.parents[1].joinpath(*name.split(".")) for name in FEATURES)]
_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDERS), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
)  # fmt: skip
_TEMPLATES.policies["ext.i18n.trimmed"] = True
_TEMPLATES.install_gettext_callables(language._, language.ngettext, newstyle=True)  # type: ignore[attr-defined]


@cache
def _said(sentence: str, locale: str) -> Markup:
    return Markup(_(sentence))


def _gettext(sentence: str, **values: Any) -> Markup:
    """A sentence of a template, as Jinja's own function gives it; that one looks each up anew."""
    said = _said(sentence, language.current_locale())
    return said % values if "%" in said else said


_TEMPLATES.globals.update(_=_gettext, gettext=_gettext)


def _heading(title: str, anchor: str) -> Markup:
    return Markup(heading(title, anchor))


_TEMPLATES.globals.update(wording=wording, phrases=phrases, addresses=addresses, heading=_heading)


_STATUS = Markup('<span class="status status--{}">{}</span>')


@dataclass(frozen=True)
class Who:
    """The explanation of a set of initials: name, role and organisation, as far as recorded."""

    initials: str
    name: str
    role: str
    address: str
    is_named: bool = True

    @property
    def called(self) -> str:
        """The name, or `Name of KS not recorded`: a text for links that makes sense by itself."""
        return self.name if self.is_named else _("Name of {initials} not recorded").format(initials=self.initials)

    @property
    def explained(self) -> str:
        """Name, role and organisation in one line."""
        return f"{self.name}, {self.role}" if self.role else self.name


@dataclass(frozen=True)
class Page:
    """A page with its own address, `here`, so that all links on it are relative.

    `part`: the part of the page that is being written. Abbreviations are explained at their first use in each part.
    `explains`: whether they are explained at all.
    """

    register: Register
    here: str
    part: str = ""
    explains: bool = True
    _uses: FirstUses = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_uses", FirstUses(self.register.abbreviations, self.part))

    def apart(self, part: str) -> "Page":
        """A part of this page that is read on its own, so abbreviations are explained again."""
        return replace(self, part=part)

    def without_explanations(self) -> "Page":
        """This page without explanations of abbreviations."""
        return replace(self, explains=False)

    def write(self, template: str, **values: Any) -> str:
        """A template rendered with this page, the register and `values`."""
        return _TEMPLATES.get_template(template).render(page=self, register=self.register, **values)

    def has(self, address: str) -> bool:
        """Whether a side feature makes a page at an address."""
        return any(stub.address == address for pages in offered("PAGES") for stub in pages(self.register))

    def link(self, there: str) -> str:
        """A relative link to an address."""
        return addresses.link(self.here, there)

    @property
    def language(self) -> str:
        """The language of the page, like `en`."""
        return language.language_code()

    @property
    def script_words(self) -> str:
        """The address of the translations for the scripts; empty in English, which the scripts contain."""
        return "" if language.is_english() else addresses.SCRIPT_WORDS

    def plain(self, text: str) -> Markup:
        """Plain text of the record, with action ids linked, and abbreviations explained at their first use."""
        return plain(text, self.here, self.register.addresses, self._explained)

    def _explained(self, text: str) -> Markup:
        return self._uses.explained(text, self.stands_for) if self.explains else escape(text)

    def stands_for(self, key: str) -> Who:
        """The meaning of a word of the glossary, or else of a set of initials."""
        glossary = self.register.archive.glossary
        if key in glossary:
            return Who(key, glossary[key].means, "", self.link(addresses.word(key)))
        return self.who(key)

    def prose(self, text: str, heading: int = 3) -> Markup:
        """Markdown of the record as HTML."""
        return prose(text, self.here, self.register.addresses, heading, self._explained)

    def terms(self, stem: str) -> Markup:
        """The terms of reference in the file `stem`.md as HTML, with an anchor on each section."""
        text = self.register.archive.terms_files[stem].record.text
        return prose_in_sections(text, stem, self.here, self.register.addresses, between=self._explained)

    def action(self, action_id: str) -> str:
        """A link to the permanent address of an action."""
        return self.link(self.register.addresses[action_id])

    def meeting_name(self, stem: str) -> str:
        """`21 March 2022`: what links to a meeting say."""
        meeting = self.register.archive.meetings[stem]
        return wording.meeting_day(meeting.date, stem, meeting.last_day)

    def is_draft(self, stem: str) -> bool:
        """Whether a meeting's record is a draft."""
        return self.register.archive.meetings[stem].status is MeetingStatus.DRAFT

    def entry(self, stem: str, action_id: str) -> str:
        """A link to what a meeting recorded about an action."""
        return self.link(addresses.entry(stem, action_id))

    def names(self, names: Names, on: date | None = None) -> list[tuple[str, Who]]:
        """The text printed before each set of initials, and the explanation of the initials."""
        return [(before, self.who(key, on)) for before, key in names.pieces]

    def named(self, names: Names | None, on: date | None = None, listed: Collection[str] = ()) -> Markup:
        """Names as printed, each with an explanation that can be opened; or `Not recorded`.

        `listed`: initials that are explained elsewhere on the page, so that their explanations are not printed again.
        """
        if names is None:
            return Markup('<span class="unrecorded">{}</span>').format(wording.not_recorded())
        explained = (escape(before) + _explained(who, listed) for before, who in self.names(names, on))
        return Markup("".join(explained))

    def everyone(self, keys: Iterable[str], on: date) -> list[Who]:
        """The explanation of each set of initials, once, in alphabetical order."""
        return [self.who(key, on) for key in sorted(set(keys), key=str.lower)]

    def who(self, key: str, on: date | None = None) -> Who:
        """The explanation of initials, with the role held on a day, or else the latest role."""
        people = self.register.archive.people
        address = self.link(addresses.owner(key))
        if key in people.organisations:
            return Who(key, people.organisations[key].name, "", address)
        if key in people.posts:
            post = people.posts[key]
            organisation = people.organisations[post.organisation].name if post.organisation else ""
            return Who(key, post.name, organisation, address)
        person = people.people[key]
        name = person.name or _("Name not recorded")
        role = _role_on(person, on)
        held = ", ".join(words for _field, words in self.role(role)) if role else ""
        return Who(key, name, held, address, is_named=bool(person.name))

    def role(self, role: Role) -> list[tuple[str, str]]:
        """A role's title and its organisation's name, as far as recorded, each after the name of its field."""
        organisations = self.register.archive.people.organisations
        organisation = organisations[role.organisation].name if role.organisation else None
        words = (("title", role.title), ("organisation", organisation))
        return [(field, text) for field, text in words if text]


def _explained(who: Who, listed: Collection[str]) -> Markup:
    also = " who--listed" if who.initials in listed else ""
    role = f", {who.role}" if who.role else ""
    # Written out, since Markup.format takes a tenth of the time of a build.
    return Markup(
        f'<details class="who{also}"><summary>{escape(who.initials)}</summary> <span class="who-text">'
        f'<a href="{escape(who.address)}">{escape(who.called)}</a>{escape(role)}</span></details>'
    )


def status_of(value: ActionStatus | None) -> Markup:
    """The status of an action with its icon, as HTML."""
    return _status(value, language.current_locale())


@cache
def _status(value: ActionStatus | None, locale: str) -> Markup:
    return _STATUS.format(addresses.status(value), wording.sentence(phrases.action_status(value)))


_TEMPLATES.globals["status_of"] = status_of


def _role_on(person: Person, on: date | None) -> Role | None:
    held = [
        role for role in person.roles
        if on is None or ((role.since or on) <= on <= (role.until or on))
    ]  # fmt: skip
    return held[-1] if held else None
