"""The host of the repository in which the forms save, and its addresses."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, quote_plus, urlsplit

from macros.record.models import Forms, Group, Host

# The API of GitHub has an address of its own, but only on the public server.
_PUBLIC = {"https://github.com": "https://api.github.com"}
_API_PATHS = {Host.GITHUB: "/api/v3", Host.GITLAB: "/api/v4"}
_NAMES = {Host.GITHUB: "GitHub", Host.GITLAB: "GitLab"}
_BY_DEFAULT = ("https://github.com", "https://gitlab.com")


@dataclass(frozen=True)
class RepositoryHost:
    """One repository on its host."""

    address: str
    forms: Forms

    @property
    def server(self) -> str:
        """The server's address, without a path."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def repository(self) -> str:
        """The repository's path on the server, like `owner/name`."""
        return urlsplit(self.address).path.strip("/").removesuffix(".git")

    @property
    def kind(self) -> str:
        """The name of this kind of host."""
        return _NAMES[self.forms.host]

    @property
    def api_address(self) -> str:
        """The address of the API: the only one outside the site that the page of the forms may request."""
        return _PUBLIC.get(self.server, self.server)

    @property
    def web_editor(self) -> str:
        """The address at which the host shows the data files, with its own editor."""
        tree = "tree" if self.forms.host is Host.GITHUB else "-/tree"
        return f"{self.server}/{self.repository}/{tree}/{self.forms.branch}/data"

    @property
    def backend(self) -> dict[str, Any]:
        """The settings of the backend for Sveltia CMS."""
        settings = {
            "name": self.forms.host.value, "repo": self.repository, "branch": self.forms.branch,
            "auth_methods": ["oauth", "token"] if self.forms.sign_in else ["token"],
        }  # fmt: skip
        if self.server not in _BY_DEFAULT:
            settings["api_root"] = self.server + _API_PATHS[self.forms.host]
        if self.forms.sign_in:
            settings["base_url"] = self.forms.sign_in
        return settings


# GitHub refuses an address of 8,192 bytes or more (https://github.com/github/docs/pull/4537).
_LONGEST = 8_000
_PLAIN = "/:;,@!$'()*~"  # what may stand in a query as it is (RFC 3986, 3.4)
_BRANCH = "main"


def file_to_begin(group: Group, path: str, text: str = "") -> str | None:
    """The address at which the host's editor begins a file, with its name and `text` filled in; None if the text makes
    it too long for GitHub, or if the host is GitLab, which takes no text."""
    folder, _slash, name = path.rpartition("/")
    if _on_gitlab(group):
        return None if text else f"{group.repository}/-/new/{_branch(group)}/{folder}?file_name={quote(name)}"
    filled = f"&value={quote_plus(text, safe=_PLAIN)}" if text else ""
    address = f"{group.repository}/new/{_branch(group)}/{folder}?filename={quote(name)}{filled}"
    return address if len(address) <= _LONGEST else None


def file_to_edit(group: Group, path: str) -> str:
    """The address at which the host's editor opens a file that is there."""
    below = "-/edit" if _on_gitlab(group) else "edit"
    return f"{group.repository}/{below}/{_branch(group)}/{path}"


def _branch(group: Group) -> str:
    return quote(group.forms.branch if group.forms else _BRANCH)


def _on_gitlab(group: Group) -> bool:
    return group.forms is not None and group.forms.host is Host.GITLAB


def repository_host(group: Group) -> RepositoryHost | None:
    """The repository in which the group's forms save; None for a group without forms."""
    return RepositoryHost(group.repository, group.forms) if group.forms and group.repository else None
