"""The redirects: old public addresses of the site, and the new address of each."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import Record, quoted

_ADDRESS = re.compile(r"/(?:(?!\.)[\w.'’-]+/)*(?:#[\w.'’-]+)?")


def _site_address(value: Any) -> str:
    if not isinstance(value, str) or not _ADDRESS.fullmatch(value):
        raise PydanticCustomError(
            "site_address",
            _("{found} is not an address of this site; write it from the site's root, like "
              "/meetings/2022-03-21/ or /meetings/2022-03-21/#agenda-2"),
            {"found": quoted(value)},
        )  # fmt: skip
    return value


SiteAddress = Annotated[
    str, BeforeValidator(_site_address),
    WithJsonSchema({
        "type": "string", "pattern": "^/", "examples": ["/meetings/2022-03-21/", "/actions/2021/#abc0721-06"],
    }),
]  # fmt: skip


class Redirects(Record):
    """Old addresses of the site with the new ones, so that old links still work."""

    redirects: dict[SiteAddress, SiteAddress] = Field(
        {}, title="Redirects",
        description="Each old address with the one that takes its place, both from the site's root, "
        "like /meetings/2022-03-21/ or /actions/2021/#abc0721-06.",
    )  # fmt: skip
