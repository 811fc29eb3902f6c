"""Two versions of the terms of reference, compared word by word."""

from macros.pages.versions.compared import terms_compared

__all__ = ["terms_compared"]
