"""Email addresses."""

import re
from collections.abc import Iterator

from macros.rules.personal_data.found import Found, Kind

# RFC 5322, 3.2.3 and 3.4.1, and the lengths of RFC 5321, 4.5.3.1; RFC 6531 adds the letters of other scripts.
_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]"
_LOCAL = rf"(?:{_ATOM}(?:\.?{_ATOM}){{0,63}}|\"[^\"\\\n]{{1,62}}\")"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = rf"(?:{_LABEL}\.){{1,8}}(?:xn--[a-z0-9-]{{1,59}}|[^\W\d_]{{2,63}})"
_ADDRESS = re.compile(rf"(?<![\w/@.\"]){_LOCAL}@{_HOST}(?![\w@])", re.IGNORECASE)
_OF_PROGRAMS = re.compile(r"git@[\w.-]{1,253}:")


def email_addresses(text: str, _country: str) -> Iterator[Found]:
    """Each email address: a local part, `@`, and the name of a host with a dot in it.

    The local part is a dot-atom or a quoted string of RFC 5322, with the letters that RFC 6531 allows. `git@host:path`
    is the address of a repository.
    """
    if "@" in text:
        for found in _ADDRESS.finditer(text):
            if not _OF_PROGRAMS.match(text, found.start()):
                without_stars = found[0].lstrip("*")  # which make words bold
                yield Found(Kind.EMAIL, found.end() - len(without_stars), found.end())
