"""The items of an agenda, those within others too, with their names in addresses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.language import _
from macros.record.models import AgendaItem, StandingItem
from macros.register.addresses import item_names, slug, unused

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Placed:
    """An item with its name in addresses, the path in its file that leads to it, and the items that it is within."""

    name: str
    path: Path
    item: StandingItem
    within: tuple["Placed", ...] = ()

    @property
    def called(self) -> str:
        """The printed number, with those of the items around it where it does not say them itself, or else the title:
        `3`, `3 (a)`, `Any other business`."""
        number, around = self.item.number, self.within[-1].called if self.within else ""
        if not number:
            return self.item.title_words
        return number if not around or number.startswith(around.rstrip(".")) else f"{around} {number}"

    @property
    def said(self) -> str:
        """The same in a sentence, with a title in quotation marks: `3 (a)`, `“Any other business”`."""
        return self.called if self.item.number else _("“{title}”").format(title=self.called)


def placed_items(items: tuple[StandingItem, ...], key: str = "agenda") -> tuple[Placed, ...]:
    """Every item, each before the items within it.

    The name of an item within another begins with the name of that one, so that no other item's name depends on it.
    """
    names = item_names(items)
    taken = [*names]

    def inside(placed: Placed) -> Iterator[Placed]:
        yield placed
        for index, inner in enumerate(placed.item.items if isinstance(placed.item, AgendaItem) else ()):
            own, around = slug(inner.number or inner.title_words or "item"), f"{placed.name}-"
            name = unused(own if own.startswith(around) else around + own, taken)
            taken.append(name)
            yield from inside(Placed(name, (*placed.path, "items", index), inner, (*placed.within, placed)))

    found = (Placed(name, (key, index), item) for index, (name, item) in enumerate(zip(names, items, strict=True)))
    return tuple(one for placed in found for one in inside(placed))


def item_called(items: Iterable[Placed], name: str) -> Placed | None:
    """The item that a document calls by its number (`3`, or `3 (a)` within 3), or else by its title; None if there is
    none, or if only several items within others have that number."""
    looked, items = _compared(name), tuple(items)
    exactly = [placed for placed in items if placed.called == name]
    exactly += [placed for placed in items if placed.item.number == name]
    called = [placed for placed in items if _compared(placed.called) == looked]
    numbered = [placed for placed in items if _compared(placed.item.number or "") == looked]
    titled = [
        placed for placed in items if looked in (_compared(placed.item.title_words), _compared(placed.item.title or ""))
    ]
    return next(iter([*exactly, *called, *(numbered if len(numbered) == 1 else []), *titled]), None)


def _compared(text: str) -> str:
    """A number or title without what documents write now one way and now another: `3 (a)`, `3a)` and `3.A` are one."""
    return ".".join(re.findall(r"\d+|[^\W\d_]+", text.casefold())) or text
