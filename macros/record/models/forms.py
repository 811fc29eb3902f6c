"""The settings of the forms at /edit/: the kind of host, the branch and the sign-in service."""

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _
from macros.record.models.record import Record, SecureAddress, quoted

_BRANCH = r"[\w./+@-]+"


class Host(StrEnum):
    """The kinds of host whose pull requests (GitLab's merge requests) the forms can open."""

    GITHUB = "github"
    GITLAB = "gitlab"


def _branch(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_BRANCH, value):
        raise PydanticCustomError(
            "branch", _("{found} is not the name of a branch; write it like main"), {"found": quoted(value)}
        )
    return value


Branch = Annotated[
    str, BeforeValidator(_branch),
    WithJsonSchema({"type": "string", "pattern": f"^{_BRANCH}$", "examples": ["main"]}),
]  # fmt: skip


class Forms(Record):
    """How the forms at /edit/ save, in the repository that the group's file names."""

    host: Host = Field(
        title="Host", description="github or gitlab: which kind of host the repository is on, public or your own.",
    )  # fmt: skip
    branch: Branch = Field("main", title="Branch", description="The branch that the site is published from.")
    sign_in: SecureAddress | None = Field(
        None, title="Sign-in",
        description="The address of your sign-in service. Without one, each editor signs in with an access token.",
    )  # fmt: skip
    approval_required: bool = Field(
        False, title="Approval required",
        description="true if a rule of the repository asks for the approval of another person before anything is "
        "merged into the branch. The guide shows how to see that it holds. Until then, the page of the forms warns.",
    )  # fmt: skip
