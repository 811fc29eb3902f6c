"""What a decision says besides its wording: in words, for the pages and the search."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.language import _, wording
from macros.pages.page import Page
from macros.record.models import Votes
from macros.register import Decided, addresses, superseded

Fact = tuple[str, str, Markup]


@dataclass(frozen=True)
class Shown:
    """A decision as a page shows it: the link to its permanent address, what is recorded besides its wording, and links
    to the decisions that supersede it."""

    one: Decided
    place: str
    facts: list[Fact]
    later: Markup


def shown(page: Page, decided: Iterable[Decided]) -> list[Shown]:
    """Decisions for `decisions` of _parts.html."""
    return [
        Shown(one, page.link(decision_address(page, one)), facts_of(page, one), _superseded_by(page, one))
        for one in decided
    ]


def facts_of(page: Page, one: Decided) -> list[Fact]:
    """The label, the field and the words of each further thing that is recorded of a decision."""
    entry, out = one.entry, list[Fact]()
    if entry.result:
        out.append((_("Result"), "result", page.plain(entry.result)))
    for label, field, printed in (
        (_("Proposer"), "proposer", entry.proposer), (_("Seconder"), "seconder", entry.seconder),
    ):  # fmt: skip
        if printed:
            out.append((label, field, named(page, one, printed)))
    out += _votes(page, one, entry.votes) if entry.votes else []
    if entry.supersedes:
        links = (_link(page, superseded(text, one, page.register.decided), text) for text in entry.supersedes)
        out.append((_("Supersedes"), "supersedes", Markup(wording.listed(links))))
    return out


def _votes(page: Page, one: Decided, votes: Votes) -> list[Fact]:
    how = [(_("Votes"), "votes.how", page.plain(votes.how))] if votes.how else []
    counted = (
        (_("In favour"), "votes.in_favour", votes.in_favour), (_("Against"), "votes.against", votes.against),
        (_("Abstained"), "votes.abstained", votes.abstained),
    )  # fmt: skip
    return how + [(label, field, named(page, one, who)) for label, field, who in counted if who]


def named(page: Page, one: Decided, printed: str) -> Markup:
    """Names as printed, each that is known on the day of the meeting as a link."""
    day = page.day_of(one.stem)
    return page.named(page.register.initials.within(printed, day), day)


def _superseded_by(page: Page, one: Decided) -> Markup:
    """Links to the later decisions that say that they supersede one; empty if there are none."""
    later = page.register.superseding.get(one.reference, ())
    return Markup(wording.listed(_link(page, by, by.called) for by in later)) if later else Markup("")


def decision_address(page: Page, one: Decided) -> str:
    """The permanent address of a decision, or its place on the page of the meeting if there is no register."""
    has_register = one.reference in page.register.decided and page.has(addresses.DECISIONS)
    return addresses.decision(one.reference) if has_register else addresses.decision_at(one.stem, one.name)


def _link(page: Page, there: Decided | None, text: str) -> Markup:
    return (
        Markup('<a class="reference" href="{}">{}</a>').format(page.link(decision_address(page, there)), text)
        if there
        else escape(text)
    )
