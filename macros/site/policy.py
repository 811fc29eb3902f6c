"""The content security policy of a page: what a browser may load and run for it."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

_RULES = (
    "default-src 'none'", "script-src 'self'", "connect-src 'self'", "img-src 'self'", "form-action 'self'",
    "base-uri 'none'",
)  # fmt: skip
_EMPTY = '<meta http-equiv="Content-Security-Policy" content="">'
_SHEET = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_OF_PAPER = re.compile(r"<html[^>]* style=(?:'([^']*)'|\"([^\"]*)\")")


def sealed(page: str) -> str:
    """The HTML of a page of our theme with its policy filled in: whatever it loads is from this site, and of all styles
    and scripts that stand in the page itself, only the style sheet in its head and the style of its root count.
    """
    sheet, of_paper = _SHEET.search(page), _OF_PAPER.search(page)
    known = [fingerprint(sheet[1])] if sheet else []
    if of_paper:
        known += ["'unsafe-hashes'", fingerprint(unescape(of_paper[1] or of_paper[2] or ""))]
    policy = "; ".join((*_RULES, f"style-src 'self' {' '.join(known)}"))
    return page.replace(_EMPTY, _EMPTY.replace('""', f'"{policy}"'), 1)


def fingerprint(text: str) -> str:
    """How a policy names a style or a script that stands in a page."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}'"
