"""`minutes index`."""

from collections.abc import Iterable
from pathlib import Path

import click

from macros.language import _, ngettext, wording
from macros.office.many_groups.earlier import MAKER, is_replaceable, require_replaceable
from macros.record import Stop
from macros.record.models import is_web_address, quoted
from macros.site import ICON, icon, place_for, put_in_place, sheets, styles, write


@click.command()
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@click.option(
    "--list", "listed", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with more addresses, one a line; what stands behind # is passed over.",
)  # fmt: skip
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True,
    help="The folder of the site to make: a new one, or that of an earlier index.",
)  # fmt: skip
@click.option("--title", help="The title of the site; Published minutes if not given.")
@click.pass_obj
def index(folder: Path, addresses: tuple[str, ...], listed: Path | None, out: Path, title: str | None) -> None:
    """Make one site that lists the meetings and the open actions of many groups.

    Each ADDRESS is that of a site of published minutes, like https://example.org/minutes/. What it publishes is read
    from its data/meetings.json and data/actions.json.
    """
    # The library that asks for files is slow to import, and no other command needs it.
    from macros.office.many_groups.fetching import Unread, read_all
    from macros.office.many_groups.pages import pages

    sites = _sites([*addresses, *_lines(listed)])
    require_replaceable(out)
    found = read_all(sites)
    unread = [one for one in found if isinstance(one, Unread)]
    for one in unread:
        click.echo(_("{address} could not be read: {why}").format(address=one.address, why=one.why), err=True)
    if len(unread) == len(found):
        raise Stop(_("No group could be read; nothing is written."))
    look = f"{styles(folder)}\n{sheets(folder)['meetings']}"
    with place_for(out, is_replaceable) as new:
        for file, html in pages(title or _("Published minutes"), look, found).items():
            write(new / file, html)
        write(new / ICON, icon(folder))
        put_in_place(new, out, MAKER)
    click.echo(_said(len(found) - len(unread), out))


def _said(number: int, out: Path) -> str:
    said = ngettext("{folder} lists {number} group.", "{folder} lists {number} groups.", number)
    return said.format(folder=out, number=wording.number(number))


def _lines(listed: Path | None) -> list[str]:
    if not listed:
        return []
    try:
        lines = listed.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Stop(_("{file} is not text in UTF-8").format(file=listed)) from None
    return [address for line in lines if (address := line.partition(" #")[0].strip()) and not address.startswith("#")]


def _sites(addresses: Iterable[str]) -> list[str]:
    """The addresses with a slash at the end, each once. Raises Stop if there is none, or if one is no web address."""
    sites: dict[str, None] = {}
    for address in addresses:
        if not is_web_address(address) or "?" in address or "#" in address:
            said = _("{found} is not the web address of a site; expected one like https://example.org/minutes/")
            raise Stop(said.format(found=quoted(address)))
        sites[f"{address.removesuffix('data/meetings.json').rstrip('/')}/"] = None
    if not sites:
        raise Stop(_("no address is given; name that of each site, like https://example.org/minutes/"))
    return list(sites)
