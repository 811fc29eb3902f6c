"""What a site was made from and what it consists of, with fingerprints, so that a reader can verify a page."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from macros.language import json_text
from macros.register import addresses
from macros.site.edition import MADE_FROM, edition_of
from macros.site.whole import write

_SCHEMA, _VERSION = "published-minutes/provenance", 1


def write_provenance(folder: Path, site: Path) -> None:
    """Write the file `data/provenance.json` of a finished site in `site` that was built from the project in `folder`.

    It is a JSON object: `schema` and `version` of the file; `revision`, the commit, or null outside of a repository;
    `changed`, whether files differ from that commit; `made_from` and `site`, the path of each file of the project and
    of the site with its SHA-256 (FIPS 180-4) in hexadecimal digits, sorted. It is not in it itself, and neither are
    hidden files. Keys may be added; the version changes if one is renamed. Raises Stop if it cannot be written.
    """
    edition = edition_of(folder)
    sources = (path for name in MADE_FROM for path in (folder / name, *(folder / name).rglob("*")))
    made = [path for path in site.rglob("*") if path != site / addresses.PROVENANCE]
    whole = {
        "schema": _SCHEMA, "version": _VERSION, "revision": edition.commit or None, "changed": edition.changed,
        "made_from": _fingerprints(folder, sources), "site": _fingerprints(site, made),
    }  # fmt: skip
    write(site / addresses.PROVENANCE, f"{json_text(whole)}\n")


def _fingerprints(folder: Path, files: Iterable[Path]) -> dict[str, str]:
    found = {path.relative_to(folder).as_posix(): path for path in files if path.is_file()}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in sorted(found.items())
        if not any(part.startswith(".") or part == "__pycache__" for part in name.split("/"))
    }
