"""How the office's forms save: the kind of host, the branch, and how one signs in."""

from enum import StrEnum

from pydantic import Field

from macros.models.record import Record, Text, WebAddress


class Host(StrEnum):
    """The kinds of host whose pull requests (GitLab's merge requests) the forms can open."""

    GITHUB = "github"
    GITLAB = "gitlab"


class Forms(Record):
    """How the forms at /edit/ save, in the repository that the group's file names."""

    host: Host = Field(
        title="Host", description="github or gitlab: which kind of host the repository is on, public or your own.",
    )  # fmt: skip
    branch: Text = Field("main", title="Branch", description="The branch that the site is published from.")
    sign_in: WebAddress | None = Field(
        None, title="Sign-in",
        description="The address of your sign-in service. Without one, each editor signs in with an access token.",
    )  # fmt: skip
