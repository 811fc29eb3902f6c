"""Published minutes: from meeting files to the public record. See the README."""

from macros.site.shortcodes import define_env

__all__ = ["define_env"]
