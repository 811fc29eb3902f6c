"""What a proposal changes of people, the glossary, terms, the group and addresses, and where pages say it."""

from collections.abc import Iterable, Iterator

from macros.language import _, for_markdown, marked, ngettext, wording
from macros.record import GLOSSARY, GROUP, PEOPLE
from macros.register import Difference
from macros.review.changes import Changes, EntryChange, Fate
from macros.review.names import NamesChange
from macros.review.summary.internal import public
from macros.review.summary.meetings import noted, unsaid
from macros.review.summary.values import every_value, folded, in_sight, lines

_PART = {"person": "people", "post": "posts", "organisation": "organisations", "word": "words"}
_FATES = {Fate.ADDED: marked("{entry}: added."), Fate.REMOVED: marked("{entry}: removed.")}


def came_or_went(entries: Iterable[EntryChange], fate: Fate) -> Iterator[str]:
    """The entries that are new, or those that are gone, with all that is said in them folded."""
    found = [one for one in entries if one.fate is fate]
    for one in found:
        yield f"- {_(_FATES[fate]).format(entry=_called(one))}"
    values = [line for one in found for line in every_value(_beyond_the_name(one), one.key)]
    title = ngettext("All of it: {number} value", "All of it: {number} values", len(values))
    yield from folded(title.format(number=wording.number(len(values))), values)


def changed(entries: Iterable[EntryChange], names: NamesChange | None) -> Iterator[str]:
    """What pages say otherwise because of some entries: on those of meetings and terms, and on their own."""
    said = names.differences if names else ()
    own = [
        line for one in entries if one.fate is Fate.CHANGED
        for line in lines(_not_in(public(one.differences), said, one), one.key if one.kind != "file" else "")
    ]  # fmt: skip
    yield from in_sight([*lines(said), *own])
    if names:
        yield from map(noted, names.noted)
        yield from map(unsaid, names.unsaid)


def of_the_group(changes: Changes, names: NamesChange | None) -> Iterator[str]:
    """What pages say otherwise because of the file about the group."""
    entry = EntryChange("group", "", "", Fate.CHANGED, changes.group)
    yield from changed([entry], names)


def of(changes: Changes, file: str) -> NamesChange | None:
    """What a file of names changes on public pages."""
    assert file in (PEOPLE, GLOSSARY, GROUP)
    return next((one for one in changes.names if one.file == file), None)


def redirects(found: Iterable[Difference]) -> Iterator[str]:
    """Where old addresses lead now."""
    yield from (f"- {_redirect(one)}" for one in found)


def _not_in(found: Iterable[Difference], said: Iterable[Difference], entry: EntryChange) -> Iterator[Difference]:
    """The differences that are not a part of what is said already of pages that name the entry."""
    at = (_PART[entry.kind], entry.key) if entry.kind in _PART else ("name",)
    there = [one for one in said if one.path[: len(at)] == at]
    for one in found:
        if not any(_within(one.before, other.before) and _within(one.after, other.after) for other in there):
            yield one


def _within(text: str | None, other: str | None) -> bool:
    return (text or "") in (other or "")


def _beyond_the_name(entry: EntryChange) -> list[Difference]:
    return [one for one in entry.differences if entry.name not in (one.before, one.after)]


def _called(entry: EntryChange) -> str:
    name = f" ({for_markdown(entry.name)})" if entry.name else ""
    return f"**{for_markdown(entry.key)}**{name}"


def _redirect(found: Difference) -> str:
    if found.after is None:
        said = _("{old} no longer leads to {new}.")
        return said.format(old=for_markdown(found.where), new=for_markdown(found.before or ""))
    said = _("{old} leads to {new}, no longer to {before}.") if found.before else _("{old} leads to {new}.")
    return said.format(
        old=for_markdown(found.where), new=for_markdown(found.after), before=for_markdown(found.before or "")
    )
