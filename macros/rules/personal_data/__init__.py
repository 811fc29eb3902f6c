"""The guard against personal data in the published record: what has a known form is found before it is published."""

from macros.rules.personal_data.guard import personal_data_is_let_through

RULES = (personal_data_is_let_through,)

__all__ = ["RULES"]
