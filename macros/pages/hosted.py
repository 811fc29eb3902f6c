"""Links to the files and revisions of the record on the host of its repository."""

from markupsafe import Markup

from macros.record.models import Group, Host


def files_at(group: Group) -> str:
    """The address below which the repository's host shows files and revisions."""
    return f"{group.repository}/-" if is_on_gitlab(group) else str(group.repository)


def revision(group: Group, commit: str) -> Markup:
    """The name of a revision as HTML, with a link if the group says where its repository is."""
    if not group.repository:
        return Markup("<code>{}</code>").format(commit)
    return Markup('<a href="{}/commit/{}"><code>{}</code></a>').format(files_at(group), commit, commit)


def is_on_gitlab(group: Group) -> bool:
    """Whether the repository is on GitLab, as far as the group says."""
    return group.forms is not None and group.forms.host is Host.GITLAB
