"""What the templates of pages are rendered with: the functions, the language and the formats that all of them use."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros import FEATURES, language
from macros.language import _, wording
from macros.pages.blocks import heading
from macros.pages.prose import short_element
from macros.record import phrases
from macros.record.models import ActionStatus
from macros.register import Status, addresses, kind_of, status_said

_HERE = Path(__file__).parent
# The templates of the pages; those of a page with a folder of its own, like meeting/; and those of the side features,
# which are in the folders of their code.
_FOLDERS = [_HERE / "templates", _HERE, *(_HERE.parents[1].joinpath(*name.split(".")) for name in FEATURES)]
TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDERS), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
)  # fmt: skip
TEMPLATES.policies["ext.i18n.trimmed"] = True
TEMPLATES.install_gettext_callables(language._, language.ngettext, newstyle=True)  # type: ignore[attr-defined]


@cache
def _said(sentence: str, locale: str) -> Markup:
    return Markup(_(sentence))


def _gettext(sentence: str, **values: Any) -> Markup:
    """A sentence of a template, as Jinja's own function gives it; that one looks each up anew."""
    said = _said(sentence, language.current_locale())
    if ended := tuple(name for name, value in values.items() if isinstance(value, str) and wording.has_ended(value)):
        said = _with_one_stop(said, ended)
    return said % values if "%" in said else said


@cache
def _with_one_stop(said: Markup, ended: tuple[str, ...]) -> Markup:
    return Markup(wording.with_one_stop(said, "%%(%s)s", ended))


def _heading(title: str, anchor: str) -> Markup:
    return Markup(heading(title, anchor))


_STATUS = Markup('<span class="status status--{}">{}</span>')


def status_of(value: Status | None) -> Markup:
    """The status of an action, as printed, with the icon of its kind, as HTML."""
    return _STATUS.format(addresses.status(kind_of(value)), wording.sentence(status_said(value)))


def status_of_kind(kind: ActionStatus | None) -> Markup:
    """A kind of status with its icon, as HTML."""
    return _STATUS.format(addresses.status(kind), wording.sentence(phrases.action_status(kind)))


TEMPLATES.globals.update(
    _=_gettext,
    gettext=_gettext,
    wording=wording,
    phrases=phrases,
    addresses=addresses,
    heading=_heading,
    status_of=status_of,
    status_of_kind=status_of_kind,
    status_said=status_said,
    short_element=short_element,
)
