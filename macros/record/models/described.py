"""The descriptions of the fields of a record, for comments in scaffolded files and for forms.

The first line of a description says what belongs there, wherever it is typed. The lines below it are for a file alone.
"""

from macros.language import _
from macros.record.models.record import Record


def descriptions(kind: type[Record]) -> dict[str, str]:
    """The description of each field, by its key, in the current language."""
    return {key: " ".join(_(str(field.description)).split("\n")) for key, field in kind.model_fields.items()}


def hint(description: str) -> str:
    """The part of a description that a form shows, in the current language."""
    return _(description).partition("\n")[0]
