"""Checks the translation catalogue of a locale: each message has the same placeholders as its translation."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from macros.language import _, catalogue
from macros.record.conflicts import conflicts_in
from macros.record.problems import Place, Problem, Severity

# Babel drops a letter without an error if a quotation mark is missing.
_LINE = re.compile(rb'\s*(?:#.*|(?:msg\w+(?:\[\d+\])?)?\s*"(?:[^"\\]|\\.)*"\s*)?')
_PLACE = re.compile(r"\{[^{}]*\}|%\(\w*\)\w?")


def faults_of(locale: str) -> tuple[Problem, ...]:
    """An error for every wrong translation in the catalogue of a locale's language, with its line.

    A translation is wrong if it has a placeholder, in {braces} or %(brackets)s, that the English message does not have,
    or lacks one. A plural form may lack some, as "one action" lacks the number. A file that is not a catalogue of GNU
    gettext is one error. A missing file is no error.
    """
    file = catalogue(locale)
    faults = _faults_in(file.read_bytes()) if file.is_file() else ()
    name = "/".join(("macros/language/locale", *file.parts[-3:]))
    return tuple(Problem(Place(name, line), Severity.ERROR, said) for line, said in faults)


def _faults_in(text: bytes) -> Iterator[tuple[int, str]]:
    """The line of each error, from 1, and its message."""
    if conflicts := list(conflicts_in(text.decode("utf-8", "replace").split("\n"))):
        yield from ((conflict.lines.start + 1, conflict.problem("").message) for conflict in conflicts)
        return
    wrong = next((number for number, line in enumerate(text.splitlines(), 1) if not _LINE.fullmatch(line)), None)
    messages: list[Message] = []
    try:
        messages = list(read_po(BytesIO(text), abort_invalid=True))
    except UnicodeDecodeError as error:
        line = text[: text.find(error.object)].count(b"\n") + 1
        yield line, _("this line is not UTF-8 text; save the file again as UTF-8")
        return
    except PoFileError as error:
        wrong = wrong or error.lineno + 1
    except (ValueError, LookupError):
        yield 1, _("the header of this catalogue cannot be read; create the file again with 'pybabel init'")
        return
    if wrong:
        yield wrong, _not_understood(text.splitlines()[wrong - 1])
        return
    for message in messages:
        if message.id and not message.fuzzy:
            found = chain.from_iterable(_wrong_in(message, form) for form in _forms(message.string))
            yield from ((message.lineno or 1, said) for said in dict.fromkeys(found))


def _not_understood(line: bytes) -> str:
    said = _(
        '\'{found}\' is not understood here; expected msgid "...", then msgstr "...", '
        'or as many msgstr[0] "..." as nplurals in the header of the file says'
    )
    return said.format(found=line.decode("utf-8", "replace").strip())


def _forms(said: str | Iterable[str] | None) -> list[str]:
    """The forms of a message that are not empty: one, or one for each plural category."""
    return [form for form in ([said] if isinstance(said, str) else said or ()) if form]


def _wrong_in(message: Message, said: str) -> Iterator[str]:
    counts = not isinstance(message.id, str)
    filled_in = dict.fromkeys(_PLACE.findall(" ".join(_forms(message.id))))
    found = dict.fromkeys(_PLACE.findall(said))
    strange = [place for place in found if place not in filled_in]
    missing = [place for place in filled_in if place not in found and not counts]
    if strange and filled_in:
        sentence = _("the translation has {found}, which nothing fills in; keep {kept}, as the English text has it")
        yield sentence.format(found=", ".join(strange), kept=", ".join(missing or filled_in))
    elif strange:
        sentence = _("the translation has {found}, which nothing fills in; delete it")
        yield sentence.format(found=", ".join(strange))
    elif missing:
        sentence = _("the translation lacks {missing}, which the English text has; put it where it belongs")
        yield sentence.format(missing=", ".join(missing))
    rest = _PLACE.sub("", said)
    if re.search("[{}]", rest):
        yield _("the translation has a brace without its pair; write both, as the English text has them")
    if _is_of_a_template(message) and "%" in rest.replace("%%", ""):
        yield _("the translation has a '%' by itself; write it twice")


def _is_of_a_template(message: Message) -> bool:
    """Whether a template uses the message. Jinja formats every message with `%`, even without placeholders."""
    return any(file.endswith(".html") for file, _line in message.locations)
