"""Whether an entry may be about another action than the one whose id it has."""

import re

from macros.register import Mention

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM, _LIKE = 5, 0.2


def is_bare(mention: Mention) -> bool:
    """Whether an entry says nothing of what became of an action, and not which one it is."""
    entry = mention.entry
    return not (entry.update or entry.follows or entry.raised or entry.reopened or entry.no_longer_listed)


def may_be_new(mention: Mention) -> bool:
    """Whether an entry gives an open action other words, hardly one of which it had, and says nothing of what became
    of it: then its id may have been used for a new action."""
    before = mention.previous
    if not before or not before.open or not mention.open or not mention.reworded or not is_bare(mention):
        return False
    old, new = _stems(before.wording), _stems(mention.wording)
    return bool(old and new) and len(old & new) < _LIKE * min(len(old), len(new))


def _stems(text: str | None) -> set[str]:
    """The beginnings of the longer words of a text, so that other forms of a word are the same."""
    return {word[:_STEM].casefold() for word in _WORD.findall(text or "")}
