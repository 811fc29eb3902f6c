"""What is cited: the whole record, a meeting, an agenda item, a decision or an action."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from macros.language import _, language_code, wording
from macros.pages.page import Page
from macros.pages.prose import isolated
from macros.record.models import MeetingStatus
from macros.register import Edition, Register, addresses, decisions_of, placed_items

_RECORD = "record"
_IN_ADDRESSES = "/#.-_~"


@dataclass(frozen=True)
class Reference:
    """One thing to cite. Nobody is named as its author, because the record names none.

    `key`: its name among references, which begins with the group's. `title`: plain text; empty for the whole
    record, whose title is that of the site. `place`: its address on this site. `url`: the whole address; empty if that
    of the site is not known. `day`: that of the meeting; None if it has none. `publisher`: as recorded, else empty.
    """

    key: str
    title: str
    site: str
    place: str
    url: str
    day: date | None
    publisher: str
    language: str
    edition: Edition

    @property
    def revision(self) -> str:
        """The revision whose files hold exactly what the page says; empty if there is none."""
        return "" if self.edition.changed else self.edition.revision

    @property
    def entitled(self) -> str:
        """The title, or else that of the site."""
        return self.title or self.site

    def sentence(self, address: str) -> Markup:
        """A footnote in the manner of OSCOLA (4th edition, 3.4.8) as HTML: title, site, publisher and day, address, and
        the edition in place of the day of access. `address`: the words of the address, as HTML."""
        day = wording.day(self.day) if self.day else ""
        names = filter(None, (self.site if self.title else "", self.publisher))
        around = Markup(", ").join([*map(isolated, names), *filter(None, [day])])
        said = _("‘{title}’ ({source})") if around else _("‘{title}’")
        named = Markup(said).format(title=isolated(self.entitled), source=around)
        return Markup("{} &lt;{}&gt;{}").format(named, address, self._as_of())

    def _as_of(self) -> str:
        if not self.edition.day:
            return ""
        day = wording.day(self.edition.day)
        if self.revision:
            return _(", as of {day}, revision {revision}").format(day=day, revision=self.revision)
        return _(", as of {day}").format(day=day)


def whole_record(register: Register) -> Reference:
    """The reference of the whole record, from which the others take the site, the publisher and the edition."""
    page = Page(register, addresses.HOME)
    return Reference(
        key=f"{addresses.slug(page.group[1])}-{_RECORD}", title="",
        site=_("{group} published minutes").format(group=page.group[1]), place=page.here,
        url=register.site_address, day=None, publisher=page.publisher or "", language=language_code(),
        edition=register.edition,
    )  # fmt: skip


def meeting_cited(whole: Reference, register: Register, stem: str) -> Reference:
    """The reference of the record of a meeting."""
    title = _("Meeting of {day}").format(day=register.meeting_names[stem])
    return _of_meeting(whole, register, stem, addresses.meeting(stem), title)


def parts_cited(whole: Reference, register: Register, stem: str) -> Iterator[Reference]:
    """The references of the items of a meeting that have a number or a title, of its decisions, and of the actions
    that it is the first to record."""
    meeting, name = register.archive.meetings[stem], register.meeting_names[stem]
    for placed in placed_items(meeting.agenda):
        if placed.called:
            item = wording.numbered(placed.called if placed.item.number else None, placed.item.title_words or None)
            title = _("Meeting of {day}, item: {item}").format(day=name, item=item)
            yield _of_meeting(whole, register, stem, addresses.agenda(stem, placed.name), title)
    for one in decisions_of(stem, meeting) if meeting.status.held else ():
        title = _("Meeting of {day}, decision {decision}").format(day=name, decision=one.called)
        yield _of_meeting(whole, register, stem, addresses.decision_at(stem, one.name), title)
    for key, nth in register.entries[stem]:
        action = register.actions.get(key)
        if nth == 1 and action and action.mentions[0].meeting == stem:  # it has no day, for its page has its history
            yield _part(whole, register.addresses[key], _("Action {id}").format(id=key), None)


def _of_meeting(whole: Reference, register: Register, stem: str, place: str, title: str) -> Reference:
    is_draft = register.status(stem) is MeetingStatus.DRAFT
    said = f"{title} {wording.in_a_draft()}" if is_draft else title
    return _part(whole, place, said, register.archive.meetings[stem].date)


def _part(whole: Reference, place: str, title: str, day: date | None) -> Reference:
    url = f"{whole.url}{quote(place, _IN_ADDRESSES)}" if whole.url else ""
    key = whole.key.removesuffix(_RECORD) + addresses.citing_anchor(place).removeprefix("cite-")
    return replace(whole, key=key, title=title, place=place, url=url, day=day)
