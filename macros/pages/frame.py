"""The text around each page, such as header and footer, used by overrides/main.html and 404.html."""

import re
from collections.abc import Mapping
from typing import TypeAlias

from markupsafe import Markup, escape

from macros import offered
from macros.language import _, language_code, language_tag, wording
from macros.pages.alternatives import for_programs
from macros.pages.hosted import files_at, is_on_gitlab, revision
from macros.pages.page import Page
from macros.pages.prose import isolated
from macros.pages.stubs import pages_of_the_record
from macros.record.models import Group, Licence
from macros.register import Edition, addresses

Frame: TypeAlias = dict[str, str | dict[str, str] | list[dict[str, str]]]
_FEED = "application/atom+xml"  # those of the whole record are found from every page


def frame(page: Page, styles: str, sheets: Mapping[str, str]) -> Frame:
    """The texts of the frame by name, as HTML; empty if there is nothing to show.

    `styles`: the style sheets of every page as one text; `sheets`: those of some kinds of pages, by the names that are
    in the front matter of these. They are part of each page, so that a browser can show it after one response.
    """
    group, edition = page.register.archive.group, page.register.edition
    further = {name: text for texts in offered("FRAME") for name, text in texts(page).items()}
    return {
        **further,
        "language": language_tag(), "spoken": language_code(), "styles": styles, "sheets": dict(sheets),
        "nav": _navigation(), "sections": _sections(page), **_words(),
        "accessibility": _("Accessibility statement") if page.has(addresses.ACCESSIBILITY) else "",
        "decisions": _("Decisions") if page.has(addresses.DECISIONS) else "",
        "reuse": _("Download, subscribe, cite") if page.has(addresses.REUSE) else "",
        "alternates": [one for one in for_programs(page.register, addresses.HOME) if one["type"] == _FEED],
        "published": published_by(page), "form": form_for_mistakes(group), "contact": _contact(group),
        "built": _built(group, edition), "printed": _printed(edition), "citation": _citation(page, edition),
        "files": str(escape(f"{files_at(group)}/blob/HEAD/")) if group.repository else "",
        "commits": str(escape(f"{files_at(group)}/commits/HEAD/")) if group.repository else "",
    }  # fmt: skip


def _navigation() -> dict[str, str]:
    """The labels of the entries of `nav` in mkdocs.yml."""
    return {
        "Home": _("Home"), "Meetings": _("Meetings"), "Actions": _("Actions"),
        "Terms of reference": _("Terms of reference"), "People": _("People"), "About": _("About"),
    }  # fmt: skip


def _sections(page: Page) -> dict[str, str]:
    """The title of each page that has others below its address, by the address, the shortest first."""
    titles = {stub.address: stub.title for stub in pages_of_the_record(page.register)}
    above = {f"{address.rstrip('/').rpartition('/')[0]}/" for address in titles}
    found = {address: title for address, title in titles.items() if address in above}
    found[addresses.GUIDE] = _("Guide for the office")  # written by hand
    return dict(sorted(found.items(), key=lambda pair: len(pair[0])))


def _words() -> dict[str, str]:
    return {
        "skip": _("Skip to content"),
        "main": _("Main"),
        "where": _("Where this page is"),
        "home": _("Home"),
        "site_map": _("Site map"),
        "cite": _("Cite this page"),
        "whole_record": _("Whole record"),
        "search_label": _("Search the whole record"),
        "search": _("Search"),
        "about_site": _("About this site"),
        "wrong": _("Report a mistake on this page"),
        "glossary": _("Glossary"),
        "about": _("About this record"),
        "corrections": _("Corrections"),
        "made_from": _("Made from"),
        "history": _("Its history"),
        "no_page": _("Page not found"),
        "no_page_why": _(
            "There is no page at this address. Addresses of this site are kept, so the address may have been cut "
            "short or mistyped."
        ),
        "no_page_actions": _("Find an action in the action tracker"),
        "no_page_meetings": _("Find a meeting in the list of meetings"),
        "no_page_home": _("See on the home page what else there is"),
    }


def published_by(page: Page) -> str:
    """Who publishes the record and under which licence, as HTML, as far as it is stated."""
    licence = page.register.archive.group.licence
    who = _("Published by the {publisher}.") if page.publisher else _("The published minutes of the {group}.")
    names = {"publisher": isolated(page.publisher or ""), "group": isolated(page.group[0])}
    return str(Markup(wording.filled(who, **names)) + " " + _licence(licence))


def _licence(licence: Licence | None) -> Markup:
    if not licence:
        return Markup(_("No licence is stated."))
    if not licence.url:
        return Markup(wording.filled(_("Licence: {licence}."), licence=escape(licence.name)))
    link = Markup('<a href="{}" rel="license">{}</a>').format(licence.url, licence.name)
    return Markup(wording.filled(_("Content under the {licence}."), licence=link))


def form_for_mistakes(group: Group) -> str:
    """The address of the form for reporting a mistake, to which the page's address is appended. Empty on GitLab, which
    has no such forms."""
    return str(escape(addresses.correction(group.repository))) if group.repository and not is_on_gitlab(group) else ""


def _contact(group: Group) -> str:
    if not group.contact:
        return ""  # the page about the record says so
    return str(Markup(_("How to reach the office: {contact}")).format(contact=reachable(group.contact)))


def reachable(contact: str) -> Markup:
    """The contact as HTML, with a link if it is an email or web address, or begins with mailto: or tel:."""
    if re.fullmatch(r"[^\s@]+@[^\s@]+", contact):
        return Markup('<a href="mailto:{}">{}</a>').format(contact, contact)
    if re.fullmatch(r"(https://|mailto:|tel:)\S+", contact):
        return Markup('<a href="{}">{}</a>').format(contact, contact)
    return escape(contact)


def _built(group: Group, edition: Edition) -> str:
    if not edition.day:
        return ""
    said = {
        (False, False): _("Files as of {day}."),
        (True, False): _("Built from revision {revision} of {day}."),
        (True, True): _("Built from revision {revision} of {day}, with changes that are not in it."),
    }[bool(edition.revision), edition.changed and bool(edition.revision)]
    return str(Markup(said).format(day=wording.day(edition.day), revision=revision(group, edition.revision)))


def _printed(edition: Edition) -> str:
    """The line at the foot of a print; overrides/main.html replaces `{address}` with the page's address."""
    said = _("Printed from {address}, as of {day}.") if edition.day else _("Printed from {address}.")
    return str(escape(said.format(address="{address}", day=wording.day(edition.day) if edition.day else "")))


def _citation(page: Page, edition: Edition) -> str:
    """How a page is cited; overrides/main.html replaces `{title}` and `{address}`."""
    said = _("“{title}”, {site}. {address} (as of {day})") if edition.day else _("“{title}”, {site}. {address}")
    day = wording.day(edition.day) if edition.day else ""
    return str(escape(said.format(title="{title}", site=site_name(page), address="{address}", day=day)))


def site_name(page: Page) -> str:
    """The site's name as HTML."""
    return str(escape(_("{group} published minutes").format(group=page.group[1])))
