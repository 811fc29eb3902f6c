"""The page being written: its address, and the register with its data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from macros import language, offered
from macros.language import _, wording
from macros.pages.environment import TEMPLATES
from macros.pages.explaining import Explanations, FirstUses
from macros.pages.numbered import Paragraphs
from macros.pages.prose import (
    plain,
    prose,
    prose_in_sections,
    short_element,
    short_prose,
    title,
    title_in_heading,
)
from macros.pages.who import Who
from macros.record import phrases
from macros.record.models import (
    DatedName,
    MeetingStatus,
    Names,
    Owners,
    Person,
    Role,
    Somebody,
    StandingItem,
    is_dated,
    last_on,
    name_on,
)
from macros.register import Meant, Register, addresses


@dataclass(frozen=True)
class Page:
    """A page with its own address, `here`, so that all links on it are relative.

    `part`: the part of the page that is being written. Abbreviations are explained at their first use in each part.
    `explains`: whether they are explained at all. `explanations`: those for the list at the end of the page. `day`: the
    day of which the page speaks, on which names and initials may have been others; None if it speaks of several.
    """

    register: Register
    here: str
    part: str = ""
    explains: bool = True
    explanations: Explanations = field(default_factory=Explanations, repr=False, compare=False)
    day: date | None = None
    _uses: FirstUses = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_uses", FirstUses(self.register.abbreviations, self.explanations))

    def apart(self, part: str) -> "Page":
        """A part of this page that is read on its own, so abbreviations are explained again."""
        return replace(self, part=part)

    def on(self, day: date | None) -> "Page":
        """The same part of this page where it speaks of a day, or of one not known; what is explained stays so."""
        there = replace(self, day=day)
        object.__setattr__(there, "_uses", self._uses)
        return there

    def without_explanations(self) -> "Page":
        """This page without explanations of abbreviations."""
        return replace(self, explains=False)

    def write(self, template: str, **values: Any) -> str:
        """A template rendered with this page, the register and `values`."""
        return TEMPLATES.get_template(template).render(page=self, register=self.register, **values)

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

    def title(self, text: str) -> Markup:
        """The title of an agenda item, like `plain`, with the links that are in it."""
        return title(text, self.here, self.register.addresses, self._explained)

    def item_heading(self, item: StandingItem) -> Markup:
        """The printed number and title of an agenda item, as far as they are recorded, with the links in the title."""
        linked = title_in_heading(item.title, self.here) if item.title else None
        return Markup(wording.numbered(escape(item.number) if item.number else None, linked))

    def _explained(self, block: str, start: int, end: int) -> Markup:
        if not self.explains:
            return escape(block[start:end])
        return self._uses.linked(block, start, end, self.stands_for)

    def stands_for(self, printed: str) -> Who | None:
        """The meaning of a word of the glossary, or else of a set of initials on the day of the page.

        None on the page that is about it, or if the record does not say, or if the page has no day and the initials
        mean different ones at different times.
        """
        glossary, initials = self.register.archive.glossary, self.register.initials
        if printed in glossary:
            return Who(printed, glossary[printed].means, "", self.link(addresses.word(printed)))
        meant = initials.whom(printed, self.day) if self.day else initials.ever(printed)
        if len(meant) != 1 or self.here == addresses.owner(meant[0]):
            return None
        if not self.day and self.register.archive.people.entries[meant[0]].names:
            return None  # its name then is not known here
        return self.who(meant[0], self.day, printed)

    def short(self, text: str) -> Markup:
        """A short text of the record, such as the wording of an action, as HTML."""
        return short_prose(text, self.here, self.register.addresses, self._explained)

    def typed(self, text: str, field: str = "", element: str = "span", also: str = "") -> Markup:
        """The same in an element, or in a `div` if it has a list. `field`: for the audit, the field that it holds;
        `also`: a class of the element."""
        tag = short_element(text, element)
        marked = Markup(' data-field="{}"').format(field) if field else ""
        classes = f"{also} typed" if also else "typed"
        return Markup('<{} class="{}"{}>{}</{}>').format(tag, classes, marked, self.short(text), tag)

    def prose(
        self, text: str, heading: int = 3, title: str = "", paragraphs: Paragraphs | None = None
    ) -> Markup:  # fmt: skip
        """Markdown of the record as HTML. `title`: what it is about, for the names of its tables; `paragraphs`: if
        given, each numbered paragraph has an address."""
        return prose(text, self.here, self.register.addresses, heading, self._explained, title, paragraphs)

    def paragraphs(self, around: str) -> Paragraphs:
        """The addresses of the numbered paragraphs of one text, for `prose`; `around`: the anchor of that text."""
        return Paragraphs(around)

    def terms(self, stem: str, heading: int = 2) -> Markup:
        """The terms of reference in the file `stem`.md as HTML, with an anchor on each section; `heading`: the level of
        its highest headings."""
        text = self.register.archive.terms_files[stem].record.text or ""
        return prose_in_sections(text, stem, self.here, self.register.addresses, heading, self._explained)

    def action(self, action_id: str) -> str:
        """A link to the permanent address of an action."""
        return self.link(self.register.addresses[action_id])

    def actions(self, ids: Iterable[str], meant: Iterable[str] | None = None) -> Markup:
        """Ids of actions in a sentence, each that is on record as a link to its permanent address. `meant`: the actions
        themselves, where ids are as printed."""
        link, known = Markup('<a href="{}">{}</a>'), self.register.addresses
        both = ((one, one) for one in ids) if meant is None else zip(ids, meant, strict=True)
        return Markup(
            wording.listed(
                link.format(self.action(action), one) if action in known else escape(one) for one, action in both
            )
        )

    def meeting_name(self, stem: str) -> str:
        """`21 March 2022`: what links to a meeting say."""
        return self.register.meeting_names[stem]

    def day_of(self, stem: str) -> date:
        """The day of a meeting."""
        return self.register.archive.meetings[stem].date

    def where(self, stem: str) -> list[str]:
        """The time and the place of a meeting, as far as recorded."""
        meeting = self.register.archive.meetings[stem]
        return list(filter(None, (phrases.times_of(meeting, self.register.archive.group), meeting.location)))

    def is_draft(self, stem: str) -> bool:
        """Whether a meeting's record is a draft."""
        return self.register.status(stem) is MeetingStatus.DRAFT

    def entry(self, stem: str, action_id: str, nth: int = 1) -> str:
        """A link to what a meeting recorded about an action; `nth`: in which of its entries, from 1."""
        return self.link(addresses.entry(stem, action_id, nth))

    def names(self, names: Names, on: date | None = None) -> list[tuple[str, Who]]:
        """The text printed before each set of initials, and the explanation of the initials."""
        people = self.register.meant(names, on).people
        return [(before, self.who(key, on, printed)) for before, printed, key in people]

    def named(self, names: Names | None, on: date | None = None) -> Markup:
        """Names as printed, each set of initials as a link to whose they are; empty if none is recorded."""
        if not names:
            return Markup("")
        meant = self.register.meant(names, on)
        linked = Markup("").join(escape(before) + self._link_to(who) for before, who in self.names(meant, on))
        return linked + meant.rest

    def told_apart(self, names: Names, on: date) -> Markup:
        """Names as printed, each set of initials with whom it means, for where the same ones mean others nearby."""
        pieces = [(before, who, who.name if who.is_named else key) for (before, who), key in
                  zip(self.names(names, on), self.register.meant(names, on).meant, strict=True)]  # fmt: skip
        said = Markup("{}{} ({})")
        return Markup("").join(said.format(before, self._link_to(who), name) for before, who, name in pieces)

    def _link_to(self, who: Who) -> Markup:
        is_here = who.address == self.link(self.here)
        return escape(who.initials) if is_here else self.explanations.link(who)

    def printed(self, names: str | None, on: date) -> Meant | None:
        """Names as printed, such as those of the chair, with the initials and names in them that are known; None if
        none is recorded."""
        return self.register.meant(Owners(names, ()), on) if names else None

    def everyone(self, named: Iterable[Names], on: date) -> list[Who]:
        """The explanation of each set of initials, once, in alphabetical order."""
        found = {(printed, key) for names in named for _before, printed, key in self.register.meant(names, on).people}
        return [self.who(key, on, printed) for printed, key in sorted(found, key=lambda pair: (pair[0].lower(), pair))]

    def who(self, key: str, on: date | None = None, printed: str | None = None) -> Who:
        """The explanation of an entry of the register of people, with the name and the role of a day, or else the
        present name and the latest role. `printed`: the initials to show, if not those of the entry."""
        people = self.register.archive.people
        address = self.link(addresses.owner(key))
        printed = printed or self.register.initials.said(key, on or self.register.present)
        if key in people.organisations:
            return Who(printed, self.name(people.organisations[key], on), "", address, key=key)
        if key in people.posts:
            post = people.posts[key]
            organisation = self.name(people.organisations[post.organisation], on) if post.organisation else ""
            return Who(printed, self.name(post, on), organisation, address, key=key)
        person = people.people[key]
        name = self.name(person, on)
        role = _role_on(person, on)
        held = ", ".join(_held(person, self.role(role, on) if role else ()))
        return Who(printed, name or _("Name not recorded"), held, address, is_named=bool(name), key=key)

    def name(self, known: Somebody, on: date | None = None) -> str:
        """The name that somebody had on a day, or has at present; empty if none is recorded."""
        return name_on(known, on or self.register.present) or ""

    def names_of(self, known: Somebody) -> list[DatedName]:
        """Every name of somebody, the present one first and then from the latest to the earliest."""
        now = last_on(filter(is_dated, known.names), self.register.present)
        said = {name.name for name in known.names}
        always = [DatedName(name=known.name)] if known.name and known.name not in said else []
        others = [name for name in reversed(known.names) if name is not now]
        return [now, *others, *always] if now else [*always, *others]

    @property
    def group(self) -> tuple[str, str]:
        """The name of the group on the day of the page, or else at present, in full and for short."""
        return self.register.archive.group.called_on(self.day or self.register.present)

    @property
    def publisher(self) -> str | None:
        """The name of whoever publishes the record, on the day of the page or else at present; None if it is not
        stated."""
        archive = self.register.archive
        known = archive.people.organisations.get(archive.group.publisher or "")
        return self.name(known, self.day) if known else archive.group.publisher

    def role(self, role: Role, on: date | None = None) -> list[tuple[str, str]]:
        """A role's title and its organisation's name, as far as recorded, each after the name of its field."""
        organisations = self.register.archive.people.organisations
        organisation = self.name(organisations[role.organisation], on) if role.organisation else None
        words = (("title", role.title), ("organisation", organisation))
        return [(field, text) for field, text in words if text]


def _held(person: Person, role: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is said of somebody's role beside the name. Its title stands there already if the name is withheld."""
    yield from (words for field, words in role if not (person.withheld and field == "title"))
    if person.withheld:
        yield _("name withheld")


def _role_on(person: Person, on: date | None) -> Role | None:
    if on is None:
        return person.roles[-1] if person.roles else None
    return last_on(person.roles, on)
