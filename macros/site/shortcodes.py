"""The macros that pages use: they look things up in the register and return finished text."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from macros import offered, pages
from macros.language import is_english, language_tag
from macros.pages.blocks import finished
from macros.register import addresses
from macros.register.register import Register
from macros.site.opening import open_register

MACROS: dict[str, Callable[..., str]] = {
    "about_record": pages.about_record,
    "action": pages.action_card,
    "action_tracker": pages.action_tracker,
    "actions_raised": pages.actions_raised,
    "glossary": pages.glossary,
    "home": pages.home,
    "latest_meeting": pages.latest_meeting,
    "meeting": pages.meeting,
    "meetings_index": pages.meetings_index,
    "moved": pages.moved,
    "moved_parts": pages.moved_parts,
    "next_meeting": pages.next_meeting,
    "open_actions": pages.open_actions,
    "owner": pages.owner,
    "people": pages.people,
    "preparing": pages.preparing,
    "search": pages.search,
    "terms_of_reference": pages.terms_of_reference,
    "terms_version": pages.terms_version,
}


def every_macro() -> dict[str, Callable[..., str]]:
    """The macros by name, those of the side features among them."""
    return {**MACROS, **{name: write for macros in offered("MACROS") for name, write in macros.items()}}


def define_env(env: Any) -> None:
    """Give the macros to mkdocs-macros (or a generator that speaks its language).

    MkDocs, whose hooks give the register of the build in `extra`, calls this once for a build, Zensical once for each
    page.
    """
    opened = env.conf["extra"].get("opened")
    register = opened() if opened else _opened(Path(env.project_dir))
    calls: Counter[str] = Counter()
    in_english = frozenset().union(*offered("IN_ENGLISH"))
    for name, write in every_macro().items():
        env.macro(_macro(register, write, calls, name in in_english), name)


@cache
def _opened(folder: Path) -> Register:
    return open_register(folder)


def _macro(register: Register, write: Callable[..., str], calls: Counter[str], in_english: bool) -> Callable[..., str]:
    @pass_context
    def macro(context: Context, *args: Any, **kwargs: Any) -> str:
        here = addresses.page_at(str(context["page"].url))
        calls[here] += 1
        # A page written by hand may hold several macros; the anchors that each makes stay apart.
        part = str(calls[here]) if calls[here] > 1 else ""
        html = write(pages.Page(register, here, part), *args, **kwargs)
        return finished(_in_our_language(html) if not in_english and _stands_in_english(context) else html)

    return macro


def _stands_in_english(context: Context) -> bool:
    """Whether what a macro writes stands on a page written by hand, and is in another language than English."""
    page = context["page"]
    by_hand = addresses.page_at(str(page.url)) and not page.meta.keys() & {"made_from", "canonical"}
    return bool(by_hand) and not is_english()


def _in_our_language(html: str) -> str:
    return f'<div lang="{language_tag()}">\n{html}\n</div>'
