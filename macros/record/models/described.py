"""What the fields of a record mean, for the comments of a file and the questions of a form."""

from macros.language import _
from macros.record.models.record import Record


def descriptions(kind: type[Record]) -> dict[str, str]:
    """The description of each field, by its key, in the language spoken."""
    return {key: _(str(field.description)) for key, field in kind.model_fields.items()}
