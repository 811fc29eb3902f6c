"""The guard against personal data in the published record: what has a known form is found before it is published."""

from macros.rules.personal_data.guard import has_personal_data, personal_data_is_let_through

RULES = (personal_data_is_let_through,)
KEPT_BACK = has_personal_data

__all__ = ["KEPT_BACK", "RULES"]
