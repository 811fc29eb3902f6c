"""What no page shows: names of acknowledged warnings, references within a file, fingerprints, comments."""

from collections.abc import Iterable, Iterator

from macros.language import _, for_markdown, marked
from macros.register import Difference
from macros.review.changes import Changes
from macros.review.summary.values import lines

# The last keys of the values that no page shows; see `macros/pages/expected.py`.
_KEYS = ("ref", "follows", "not_printed")
_LAYOUT = marked("{file}: only comments, or the way it is written")


def is_public(found: Difference) -> bool:
    """Whether a page of the site shows a value."""
    return found.path[-1:] != ("warning",) and not set(found.path[-1:]) & set(_KEYS)


def public(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Those of some differences that a page shows."""
    return tuple(filter(is_public, found))


def internal(changes: Changes) -> Iterator[str]:
    """Each change that no page shows, as a line."""
    for meeting in changes.meetings:
        yield from lines(_internal(meeting.differences), meeting.name)
    for entry in (*changes.people, *changes.glossary, *changes.terms):
        yield from lines(_internal(entry.differences), entry.key)
    yield from lines(_internal((*changes.group, *changes.accessibility)))
    yield from (f"- {_(_LAYOUT).format(file=for_markdown(file))}" for file in changes.layout)


def _internal(found: Iterable[Difference]) -> list[Difference]:
    return [one for one in found if not is_public(one)]
