"""An agenda item: one row of the agenda, and the minutes of it where there are any."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, WithJsonSchema

from macros.record.markdown import words_of_links
from macros.record.models.clock import Times
from macros.record.models.decision import Decisions
from macros.record.models.names import OwnersField
from macros.record.models.paper import Papers
from macros.record.models.record import Prose, Record, Text

# Editors read an unquoted 2.10 as a number; the schema lets it pass, and it stays "2.10".
Number = Annotated[Text, WithJsonSchema({"type": ["string", "number"]})]


class StandingItem(Record):
    """One row of the standing agenda."""

    number: Number | None = Field(
        None, title="Number",
        description="The number printed beside the item.\n"
        "Leave it out if none is printed.",
    )  # fmt: skip
    time: Times | None = Field(
        None, title="Time", description="When the item was planned, like 10:00-10:05.", examples=["10:00-10:05"],
    )  # fmt: skip
    title: Text | None = Field(
        None, title="Title",
        description="The agenda title as printed. Words can lead to a web address, as in [the "
        "survey](https://example.org/).\n"
        "Leave it out if none is printed. Other marks do not work in titles.",
    )  # fmt: skip
    lead: OwnersField = Field(
        None, title="Lead", description="Who leads the item, as printed: initials like AB or ABC / EF, or a name.",
    )  # fmt: skip

    @property
    def title_words(self) -> str:
        """The title without the addresses of its links; empty if none is printed."""
        return words_of_links(self.title) if self.title else ""


class AgendaItem(StandingItem):
    """One row of the agenda."""

    minutes: Prose | None = Field(
        None, title="Minutes",
        description="What was said and decided. An empty line begins a paragraph, a dash an entry of a list; "
        "**stars** make words bold.\n"
        "Markdown without HTML. Words in another language are marked with its code.",
        examples=["[Bwrdd Iechyd]{lang=cy}"],
    )  # fmt: skip
    papers: Papers = ()
    decisions: Decisions = Field(
        (), title="Decisions",
        description="What was decided under the item.\n"
        "An entry may be its wording alone.",
    )  # fmt: skip
    on_agenda: bool = Field(
        True, title="On the agenda",
        description="Whether it was on the agenda, and did not only come up at the meeting, such as other business "
        "that somebody raised.\n"
        "false if it only came up.",
    )  # fmt: skip
    continues: Text | None = Field(
        None, title="Continues",
        description="The item of another meeting that this one continues, if the document says so, like "
        "2025-06-12/5.\n"
        "The meeting, a slash, and the number of the item, or else its title.",
        examples=["2025-06-12/5"],
    )  # fmt: skip
    private: bool = Field(
        False, title="Private",
        description="Whether the item was taken in private.\n"
        "true if so.",
    )  # fmt: skip
    reason: Text | None = Field(
        None, title="Reason", description="Why the item was taken in private, as printed.",
    )  # fmt: skip
    items: tuple["AgendaItem", ...] = Field(
        (), title="Items",
        description="The items within this one.\n"
        "They have the same keys.",
    )  # fmt: skip

    @property
    def is_minuted(self) -> bool:
        """Whether anything is recorded of what was said or decided, under the item or one within it."""
        return bool(self.minutes or self.decisions or any(item.is_minuted for item in self.items))


Path = tuple[str | int, ...]


def every_item(items: tuple[StandingItem, ...], key: str = "agenda") -> Iterator[tuple[Path, StandingItem]]:
    """Every item with the path that leads to it, each before the items within it."""
    for index, item in enumerate(items):
        yield (key, index), item
        if isinstance(item, AgendaItem):
            yield from (((key, index, *path), inner) for path, inner in every_item(item.items, "items"))
