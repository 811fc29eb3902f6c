"""Promise: what a reference of this site was published for, it stays for."""

from collections.abc import Iterator

from macros.language import _, marked
from macros.record import Problem, Severity
from macros.register import Register, ValuePath, decisions_of, references

_MOVED = marked("'{name}' was public for other words, which stand here now; write 'ref: {ref}' into this entry")


def references_keep_their_words(before: Register, after: Register) -> Iterator[Problem]:
    """This site's reference for an action or a decision of a public record stays with its words.

        '2025-09-18/3' was public for other words, which stand here now; write 'ref: 3' into this entry
        '2025-09-18/d3' was public for other words, which stand here now; write 'ref: d3' into this entry

    Without a printed id, an entry is called by its place in the list. An entry was inserted or removed above, so the
    places of those below it are others. What is written after 'ref:' keeps the address that was published.
    """
    for stem in before.archive.meeting_files:
        if before.status(stem).public and stem in after.archive.meeting_files:
            for was, now in zip(_by_reference(before, stem), _by_reference(after, stem), strict=True):
                at = {words: path for _name, (words, path) in now.items()}
                for name, (words, _path) in was.items():
                    if words in at and now.get(name, ("",))[0] != words:
                        message = _(_MOVED).format(name=name, ref=name.partition("/")[2])
                        yield after.archive.meeting_files[stem].problem(Severity.ERROR, at[words], message)


def _by_reference(register: Register, stem: str) -> tuple[dict[str, tuple[str, ValuePath]], ...]:
    """The words and the path of each action and of each decision of a meeting that has a reference of this site."""
    record = register.archive.meetings[stem]
    actions: dict[str, tuple[str, ValuePath]] = {
        reference: (entry.action, ("actions", index))
        for index, (reference, entry) in enumerate(zip(references(stem, record), record.actions, strict=True))
        if entry.action and not entry.id and not entry.follows
    }  # fmt: skip
    decisions = {
        one.reference: (one.entry.decision, one.path) for one in decisions_of(stem, record) if one.entry.decision
    }
    return actions, decisions
