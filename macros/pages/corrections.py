"""The corrections of what was published: a page of all, and those of one file for its own page."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from macros.language import _, wording
from macros.pages.changed_words import before_and_after
from macros.pages.hosted import revision
from macros.pages.page import Page
from macros.record import GLOSSARY, GROUP, MEETINGS, PEOPLE, TERMS, phrases
from macros.record.models import Change
from macros.register import Correction, Difference, Hidden, Known, addresses

# With more corrections, those before the newest of them are on the page of all without their texts.
_WHOLE = 100
_SHOWN = 10  # digits of a revision


@dataclass(frozen=True)
class Field:
    """A changed value: where it stands, and its text before and after, as HTML; empty if nothing was recorded."""

    where: str
    before: Markup
    after: Markup


@dataclass(frozen=True)
class Shown:
    """A correction for the templates. `day`: that of the revision, for one without a reason; `silence`: why the texts
    are not shown, or an empty text."""

    notes: tuple[Change, ...]
    day: str
    fields: tuple[Field, ...]
    silence: str
    revision: Markup
    name: str
    link: str


def corrections(page: Page) -> str:
    """Every correction, the newest first, and below them the mistakes of typing."""
    register = page.register
    shown = [(one, shown_correction(page, one, at < _WHOLE)) for at, one in enumerate(register.corrections)]
    return page.write(
        "corrections.html",
        corrections=[found for one, found in shown if not one.minor],
        minor=[found for one, found in shown if one.minor],
        missing=list(_missing(page)),
    )


def corrected(page: Page, file: str) -> list[Shown]:
    """The corrections of one file, the newest first, for its own page."""
    return [shown_correction(page, one, True) for one in page.register.corrected.get(file, ())]


def shown_correction(page: Page, one: Correction, is_whole: bool) -> Shown:
    """A correction for the templates. `is_whole`: with the texts that were changed, unless they must not be shown."""
    name, address = place_of_file(page, one.file)
    is_linked = one.commit and not one.hidden
    return Shown(
        notes=tuple(reversed(one.notes)),
        day=wording.day(one.day) if one.day else _("Day not known"),
        fields=tuple(map(_field, one.differences)) if is_whole else (),
        silence=_silence(one, is_whole),
        revision=revision(page.register.archive.group, one.commit[:_SHOWN]) if is_linked else Markup(""),
        name=name, link=page.link(address),
    )  # fmt: skip


def _field(found: Difference) -> Field:
    before, after = before_and_after(found.before or "", found.after or "")
    return Field(found.where, before, after)


def _silence(one: Correction, is_whole: bool) -> str:
    if one.hidden is Hidden.LATER:
        return _("What was changed is not shown, because personal data was removed from this record later.")
    return _("What was changed stands on the page of this record.") if one.differences and not is_whole else ""


def _missing(page: Page) -> Iterable[str]:
    """What the page lacks, because the history of the files does not have it."""
    versions = page.register.versions
    if versions.known is Known.NOTHING:
        yield _("This site was built without the history of its files. So only the reasons stand here that the office "
                "recorded, and not what was changed.")  # fmt: skip
    if versions.known is Known.PART:
        yield _("This site was built with only a part of the history of its files. Of what was changed before it, only "
                "the reasons stand here that the office recorded.")  # fmt: skip
    for file in sorted(versions.unread):
        name, _address = place_of_file(page, file)
        said = _("{record}: the form of some earlier versions of the file can no longer be read, so what was changed "
                 "in them is not shown.")  # fmt: skip
        yield said.format(record=name)


def place_of_file(page: Page, file: str) -> tuple[str, str]:
    """What the page of a file is called, and its address."""
    stem = Path(file).stem
    if file.startswith(f"{MEETINGS}/"):
        return _("Meeting of {day}").format(day=page.meeting_name(stem)), addresses.meeting(stem)
    if file.startswith(f"{TERMS}/"):
        terms = page.register.archive.terms_files[stem].record
        return phrases.terms_called(terms), addresses.terms(stem) if terms.is_version else addresses.TERMS
    return {
        PEOPLE: (_("People and organisations"), addresses.PEOPLE),
        GROUP: (_("About this record"), addresses.ABOUT),
        GLOSSARY: (_("Glossary"), addresses.GLOSSARY),
    }[file]
