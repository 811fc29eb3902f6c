"""The web address of the site."""

import os
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from macros.language import _
from macros.record import Stop
from macros.record.models import is_web_address, quoted

_SITE_URL = "SITE_URL"
_SETTINGS = "mkdocs.yml"


def site_url() -> str | None:
    """The address of the site as a URI (RFC 3986) with a slash at its end, from the environment variable SITE_URL; None
    if it is not set.

    Often it is known only when the site is published. Raises Stop if it is not a web address.
    """
    address = os.environ.get(_SITE_URL, "").rstrip("/")
    if address and not _is_whole(address):
        said = _("{variable} is {found}; expected the web address of the site, like https://example.org/minutes/")
        raise Stop(said.format(variable=_SITE_URL, found=quoted(address)))
    return f"{_as_uri(address)}/" if address else None


def address_of_site(folder: Path) -> str:
    """The same, or else `site_url` in mkdocs.yml of the project in `folder`; empty if neither is a web address. What is
    wrong with that file is for the generator to say."""
    return site_url() or _in_settings(folder / _SETTINGS)


def _in_settings(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as text:
            address = str(yaml_load(text).get("site_url") or "").rstrip("/")
    except (OSError, UnicodeDecodeError, ConfigurationError):
        return ""
    return f"{_as_uri(address)}/" if _is_whole(address) else ""


def _as_uri(address: str) -> str:
    """A web address in letters of ASCII (RFC 3987, 3.1), as programs need it."""
    parts = urlsplit(address)
    try:
        host = parts.netloc.encode("idna").decode("ascii")
    except UnicodeError:  # a host that has no name in ASCII
        host = parts.netloc
    return urlunsplit(parts._replace(netloc=host, path=quote(parts.path, "/%!$&'()*+,;=:@~")))


def _is_whole(address: str) -> bool:
    return is_web_address(address) and "?" not in address and "#" not in address
