"""Rules about minutes and terms, which are written in Markdown."""

import re
from collections.abc import Iterator

from macros.language import _, is_language
from macros.record import Archive, Problem, Severity
from macros.record.models import leaves

_MARKED = re.compile(r"\]\{[^}\n]*?lang=[\"']?([^}\"'\s]*)[^}\n]*\}")


def marked_languages_are_known(archive: Archive) -> Iterator[Problem]:
    """Words marked as being in another language have the code of an existing language.

        'welsh' is not the code of a language; write it like cy, as in [Bwrdd Iechyd]{lang=cy}

    Use the code of two or three letters: `cy` is Welsh, `gd` Gaelic, `fr` French.
    """
    for filed in (*archive.meeting_files.values(), *archive.terms_files.values()):
        for path, value, is_prose in leaves(filed.record):
            for tag in _MARKED.findall(value) if is_prose else ():
                if not is_language(tag):
                    message = _("'{tag}' is not the code of a language; write it like cy, as in {example}")
                    example = "[Bwrdd Iechyd]{lang=cy}"
                    yield filed.problem(Severity.ERROR, path, message.format(tag=tag, example=example))
