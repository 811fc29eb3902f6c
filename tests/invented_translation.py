"""An invented translation: no language of anybody's. Every sentence stands in ⟦…⟧ with its letters drawn wide.

So what a page says in plain letters was either typed by the office or forgotten by us.
"""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "macros/language/locale/messages.pot"

# It passes for Welsh, which counts in five forms: 1, 2, 3, 6 and all others.
LANGUAGE, LOCALE = "cy", "cy_GB"

_WIDE = {letter: letter + 0xFEE0 for letter in (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))}
# What a translator leaves as it is: places to fill in, tags, and what stands for itself as code.
_KEPT = re.compile(r"(<code>.*?</code>|<[^>]*>|\{\w*\}|%\(\w+\)s)")


def wide(text: str) -> str:
    """The text in wide letters."""
    return text.translate(_WIDE)


def bracketed(sentence: str) -> str:
    return f"⟦{_translated(sentence)}⟧"


def _translated(sentence: str) -> str:
    return "".join(part if _KEPT.fullmatch(part) else wide(part) for part in _KEPT.split(sentence))


def write_invented_translation(catalogues: Path) -> None:
    """Write the translation below a folder of catalogues, beside the template."""
    with TEMPLATE.open("rb") as text:
        template = read_po(text)
    catalogue = Catalog(locale=LANGUAGE)
    for message in template:
        if not message.id:
            continue
        said = bracketed(message.id) if isinstance(message.id, str) else _forms(message.id[1], catalogue.num_plurals)
        catalogue.add(message.id, said)
    file = catalogues / LANGUAGE / "LC_MESSAGES/messages.po"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_po(out, catalogue)
    (catalogues / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())


def _forms(many: str, number: int) -> tuple[str, ...]:
    """A form of its own for each kind of number, told by a digit."""
    return tuple(f"⟦{form}: {_translated(many)}⟧" for form in range(number))
