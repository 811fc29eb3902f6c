"""Whether the translation that a group speaks can be said: whatever a sentence fills in, the translation fills in."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from macros.language import _, catalogue
from macros.problems import Place, Problem, Severity

# Babel takes a letter away where a quotation mark is missing, and says nothing.
_LINE = re.compile(rb'\s*(?:#.*|(?:msg\w+(?:\[\d+\])?)?\s*"(?:[^"\\]|\\.)*"\s*)?')
_PLACE = re.compile(r"\{[^{}]*\}|%\(\w*\)\w?")


def faults_of(locale: str) -> tuple[Problem, ...]:
    """Every translation in the catalogue of a locale's language that cannot be said, each with its line.

    That is one with something in {braces} or %(brackets)s that its English sentence has not, or without one that it
    has. A form of a sentence that counts may leave some out, as "one action" does with the number. A catalogue that is
    no catalogue of GNU gettext is one fault, and none there is none.
    """
    file = catalogue(locale)
    if not file.is_file():
        return ()
    name, text = "/".join(("macros/locale", *file.parts[-3:])), file.read_bytes()

    def fault(line: int, message: str) -> Problem:
        return Problem(Place(name, line), Severity.ERROR, message)

    wrong = next((number for number, line in enumerate(text.splitlines()) if not _LINE.fullmatch(line)), None)
    try:
        with file.open("rb") as lines:
            messages = list(read_po(lines, abort_invalid=True))
    except UnicodeDecodeError as error:
        line = text[: text.find(error.object)].count(b"\n") + 1
        return (fault(line, _("this line is not UTF-8 text; save the file again as UTF-8")),)
    except PoFileError as error:
        wrong = error.lineno if wrong is None else wrong
    except (ValueError, LookupError):
        said = _("the head of this catalogue cannot be read; begin the file again with 'pybabel init'")
        return (fault(1, said),)
    if wrong is not None:
        said = _(
            '\'{found}\' is not understood here; expected msgid "...", then msgstr "...", '
            'or as many msgstr[0] "..." as the head of the file says with nplurals'
        )
        found = text.splitlines()[wrong].decode("utf-8", "replace").strip()
        return (fault(wrong + 1, said.format(found=found)),)
    return tuple(
        fault(message.lineno or 1, said) for message in messages if message.id and not message.fuzzy
        for said in dict.fromkeys(chain.from_iterable(_wrong_in(message, form) for form in _forms(message.string)))
    )  # fmt: skip


def _forms(said: str | Iterable[str] | None) -> list[str]:
    """The forms of a sentence that are not empty: one, or one for each kind of number."""
    return [form for form in ([said] if isinstance(said, str) else said or ()) if form]


def _wrong_in(message: Message, said: str) -> Iterator[str]:
    counts = not isinstance(message.id, str)
    filled_in = dict.fromkeys(_PLACE.findall(" ".join(_forms(message.id))))
    found = dict.fromkeys(_PLACE.findall(said))
    strange = [place for place in found if place not in filled_in]
    missing = [place for place in filled_in if place not in found and not counts]
    if strange and filled_in:
        sentence = _("the translation has {found}, which nothing fills in; keep {kept}, as the English sentence has it")
        yield sentence.format(found=", ".join(strange), kept=", ".join(missing or filled_in))
    elif strange:
        sentence = _("the translation has {found}, which nothing fills in; delete it")
        yield sentence.format(found=", ".join(strange))
    elif missing:
        sentence = _("the translation has not {missing}, which the English sentence has; put it where it belongs")
        yield sentence.format(missing=", ".join(missing))
    rest = _PLACE.sub("", said)
    if re.search("[{}]", rest):
        yield _("the translation has a brace without its other; write both, as the English sentence has them")
    if _is_of_a_template(message) and "%" in rest.replace("%%", ""):
        yield _("the translation has a '%' by itself; write it twice")


def _is_of_a_template(message: Message) -> bool:
    """Jinja fills in every sentence by `%`, even where nothing is to be filled in."""
    return any(file.endswith(".html") for file, _line in message.locations)
