"""The macros that pages call: each takes data from the register and returns finished HTML."""

import re
from collections import Counter
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from macros import offered, pages
from macros.language import is_english, language_tag
from macros.pages import finished
from macros.register import Register, addresses

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

MACROS: dict[str, Callable[..., str]] = {
    "about_record": pages.about_record,
    "action": pages.action_card,
    "action_page": pages.action_page,
    "action_tracker": pages.action_tracker,
    "actions_raised": pages.actions_raised,
    "corrections": pages.corrections,
    "glossary": pages.glossary,
    "home": pages.home,
    "meeting": pages.meeting,
    "meetings_index": pages.meetings_index,
    "moved": pages.moved,
    "moved_parts": pages.moved_parts,
    "open_actions": pages.open_actions,
    "other_forms": pages.other_forms,
    "owner": pages.owner,
    "people": pages.people,
    "preparing": pages.preparing,
    "roles_and_attendance": pages.roles_and_attendance,
    "search": pages.search,
    "site_map": pages.site_map,
    "terms_compared": pages.terms_compared,
    "terms_of_reference": pages.terms_of_reference,
    "terms_version": pages.terms_version,
}


def every_macro() -> dict[str, Callable[..., str]]:
    """The macros by name, including those of the side features."""
    return {**MACROS, **{name: write for macros in offered("MACROS") for name, write in macros.items()}}


def bound(register: Register) -> dict[str, Callable[..., str]]:
    """The macros as a template calls them: each writes for the page of its context."""
    calls: Counter[str] = Counter()
    in_english = frozenset().union(*offered("IN_ENGLISH"))
    return {name: _macro(register, write, calls, name in in_english) for name, write in every_macro().items()}


def rendered(register: Register, address: str, source: str) -> str:
    """The HTML that MkDocs makes of a page at an address, from its Markdown with front matter and macros."""
    environment = Environment(undefined=StrictUndefined)
    environment.globals.update(bound(register))
    page = SimpleNamespace(url=address, meta={"made_from": ""})
    return pages.page_as_html(environment.from_string(_FRONT.sub("", source)).render(page=page))


def _macro(register: Register, write: Callable[..., str], calls: Counter[str], in_english: bool) -> Callable[..., str]:
    @pass_context
    def macro(context: Context, *args: Any, **kwargs: Any) -> str:
        here = addresses.page_at(str(context["page"].url))
        calls[here] += 1
        # A page written by hand may call several macros; `part` keeps their anchors unique.
        part = str(calls[here]) if calls[here] > 1 else ""
        page = pages.Page(register, here, part)
        html = pages.with_names(page, write(page, *args, **kwargs))
        return finished(_in_our_language(html) if not in_english and _is_within_english(context) else html)

    return macro


def _is_within_english(context: Context) -> bool:
    """Whether a macro writes text in another language into a page written by hand, which is in English."""
    page = context["page"]
    by_hand = addresses.page_at(str(page.url)) and not page.meta.keys() & {"made_from", "canonical"}
    return bool(by_hand) and not is_english()


def _in_our_language(html: str) -> str:
    return f'<div lang="{language_tag()}">\n{html}\n</div>'
