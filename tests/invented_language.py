"""An invented translation, made of the sources: every sentence of the code in brackets, ⟦like this⟧.

It stands in for Esperanto, of which CLDR knows the dates and the numbers.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from macros import language
from macros.models import Record

INVENTED = "eo"
MACROS = Path(__file__).parent.parent / "macros"
KEYWORDS = {"_": None, "marked": None, "ngettext": (1, 2)}
_METHODS = [("**/templates/**.html", "jinja2"), ("**.py", "python")]


@contextmanager
def invented_language(folder: Path) -> Iterator[None]:
    """Let the invented translation, written into a folder, be the only one, for as long as the block lasts."""
    file = folder / INVENTED / "LC_MESSAGES/messages.po"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_po(out, _catalogue())
    real, language.CATALOGUES = language.CATALOGUES, folder
    language._translations.cache_clear()
    try:
        yield
    finally:
        language.CATALOGUES = real
        language._translations.cache_clear()


def _catalogue() -> Catalog:
    catalogue = Catalog(locale=INVENTED)
    found = extract_from_dir(MACROS, method_map=_METHODS, keywords=KEYWORDS)
    for sentence in [*(message for _, _, message, *_ in found), *_of_fields(Record)]:
        forms = sentence if isinstance(sentence, tuple) else (sentence,)
        said = tuple(f"⟦{form}⟧" for form in forms)
        catalogue.add(sentence, said if len(said) > 1 else said[0])
    return catalogue


def _of_fields(kind: type[Record]) -> Iterator[str]:
    for field in kind.model_fields.values():
        yield from filter(None, (field.title, field.description))
    for inner in kind.__subclasses__():
        yield from _of_fields(inner)
