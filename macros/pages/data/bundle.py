"""The whole record in one ZIP file: the files that the site is made from, and the open data."""

import io
from collections.abc import Iterator, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from macros.record import PEOPLE, without_comments, yaml_entry
from macros.record.models import People
from macros.register import Register, addresses

# The first day that a ZIP file can have (APPNOTE 4.4.6), so that the same files give the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_UNIX = 3
# The quickest level: the others take several times as long, and the file gets a fifth smaller.
_LEVEL = 1
OPEN_DATA = "open-data/"


def bundle(register: Register, made: Mapping[str, str | bytes]) -> bytes:
    """The ZIP file with the source files below `data/` and the given files of the open data below `open-data/`.

    Sorted by name, without times, so that the same record gives the same bytes with the same zlib.
    """
    files = {**dict(source_files(register)), **{_place(address): content for address, content in made.items()}}
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as target:
        for name in sorted(files):
            info = ZipInfo(name, _TIME)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, _MODE, _UNIX
            target.writestr(info, files[name], compresslevel=_LEVEL)
    return out.getvalue()


def source_files(register: Register) -> Iterator[tuple[str, str]]:
    """The name and text of each data file, without comments, which no page says. If somebody's name is withheld, that
    of people is written anew, without anything that pages keep back."""
    people = register.archive.people
    for filed in register.archive.every_file:
        is_kept_back = filed.file == PEOPLE and any(one.withheld for one in people.people.values())
        yield filed.file, _for_all(people) if is_kept_back else without_comments(filed.text)


def _for_all(people: People) -> str:
    """The file of people written anew from what pages say."""
    lines = yaml_entry(people.model_copy(update={"acknowledged": ()}))
    return "".join(f"{line[2:]}\n" for line in lines)


def _place(address: str) -> str:
    return OPEN_DATA + address.removeprefix(addresses.DATA)
