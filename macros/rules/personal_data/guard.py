"""The rule about personal data."""

import re
from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Entry, Listing, Mapping, Problem, Severity, Text
from macros.rules.personal_data.finding import find
from macros.rules.personal_data.found import Found, Kind

# A contact is there to be reached, and the place of a meeting to be found.
_MEANT = {"contact": frozenset((Kind.EMAIL, Kind.TELEPHONE, Kind.POSTCODE)), "location": frozenset((Kind.POSTCODE,))}
_ALLOW = "allow"


def personal_data_is_let_through(archive: Archive) -> Iterator[Problem]:
    """No text of the record has personal data of the kinds that have a known form, unless data/group.yml lets it
    through: vehicle registration marks, telephone and National Insurance numbers, email addresses, postcodes, dates of
    birth, and numbers of bank accounts and cards.

        a vehicle registration mark (A…, 7 letters and digits) is personal data; remove it, write [withheld: personal
          data] in its place, or let it through with a reason under 'allow:' in data/group.yml
        note: 'minutes@example.org' is let through, but no text of the record has it; delete the entry

    The run of the check is public, so the message does not repeat what it found. The key `contact:` may have an address
    or a number, and the key `location:` a postcode. Each message about these says where the text stands; the guide says
    how to remove what is published already.
    """
    allowed = {_plain(one.text): index for index, one in enumerate(archive.group.allow)}
    seen, known = set[str](), dict[str, list[Found]]()
    country = archive.group.locale.rpartition("_")[2]
    for filed in archive.every_file:
        for key, text in _texts(filed.entry):
            value = text.value or ""
            if value not in known:
                known[value] = [*find(value, country)]
            for found in known[value]:
                piece = _plain(found.within(value))
                seen.add(piece)
                if piece not in allowed and found.kind not in _MEANT.get(key, ()):
                    yield Problem(text.place_of(found.start), Severity.ERROR, _said(found.kind, piece))
    for plain, index in allowed.items():
        if plain not in seen:
            said = _("'{text}' is let through, but no text of the record has it; delete the entry")
            written = archive.group.allow[index].text
            yield archive.group_file.problem(Severity.NOTE, (_ALLOW, index, "text"), said.format(text=written))


def has_personal_data(archive: Archive, line: str) -> bool:
    """Whether a line of a file has personal data of such a kind that is not let through."""
    allowed, key = {_plain(one.text) for one in archive.group.allow}, line.partition(":")[0].strip(" -")
    return any(
        found.kind not in _MEANT.get(key, ()) and _plain(found.within(line)) not in allowed
        for found in find(line, archive.group.locale.rpartition("_")[2])
    )


def _said(kind: Kind, piece: str) -> str:
    said = _(
        "{kind} ({first}…, {number} letters and digits) is personal data; remove it, write [withheld: personal data] "
        "in its place, or let it through with a reason under 'allow:' in data/group.yml"
    )
    return said.format(kind=_(kind.value), first=piece[:1].upper(), number=len(piece))


def _plain(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _texts(entry: Entry, key: str = "") -> Iterator[tuple[str, Text]]:
    """Each text of a file with the key that it stands behind, and each key that is no word; not what is let
    through."""
    match entry:
        case Text():
            yield key, entry
        case Listing():
            for item in entry.items:
                yield from _texts(item, key)
        case Mapping():
            for name, place in entry.keys.items():
                if not name.isidentifier():
                    yield "", Text(name, place)
                if name != _ALLOW and name in entry.items:
                    yield from _texts(entry.items[name], name)
