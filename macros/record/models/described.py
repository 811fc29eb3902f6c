"""The descriptions of the fields of a record, for comments in scaffolded files and for forms."""

from macros.language import _
from macros.record.models.record import Record


def descriptions(kind: type[Record]) -> dict[str, str]:
    """The description of each field, by its key, in the current language."""
    return {key: _(str(field.description)) for key, field in kind.model_fields.items()}
