"""Two versions of the terms of reference, compared word by word."""

from macros.pages.versions.compared import terms_compared
from macros.pages.versions.weaving import changed_steps

__all__ = ["changed_steps", "terms_compared"]
