"""Where the office's forms save: the repository on its host, and how one signs in."""

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.models.record import Record, Text, WebAddress, quoted

# A path of names like owner/name; GitLab has groups within groups.
_REPOSITORY = r"[\w.-]+(?:/[\w.-]+)+"


class Host(StrEnum):
    """The hosts whose pull requests (GitLab's merge requests) the forms can open."""

    GITHUB = "github"
    GITLAB = "gitlab"


def _repository(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_REPOSITORY, value):
        raise PydanticCustomError(
            "repository", "{found} is not a repository; write its owner and its name, like owner/name",
            {"found": quoted(value)},
        )  # fmt: skip
    return value


Repository = Annotated[
    str, BeforeValidator(_repository),
    WithJsonSchema({"type": "string", "pattern": f"^{_REPOSITORY}$", "examples": ["owner/name"]}),
]  # fmt: skip


class Forms(Record):
    """Where the forms at /edit/ save what the office fills in."""

    repository: Repository = Field(title="Repository", description="Owner and name on the host, like owner/name.")
    branch: Text = Field("main", title="Branch", description="The branch that the site is published from.")
    host: Host = Field(Host.GITHUB, title="Host", description="github or gitlab.")
    server: WebAddress | None = Field(
        None, title="Server", description="The address of your own server of that kind, if it is not the public one.",
    )  # fmt: skip
    sign_in: WebAddress | None = Field(
        None, title="Sign-in",
        description="The address of your sign-in service. Without one, each editor signs in with an access token.",
    )  # fmt: skip
