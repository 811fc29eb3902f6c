"""The workflows: their form, their safety, and the commands that they call. Nothing here asks the network."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pathspec import PathSpec

from macros.register import addresses

ROOT = Path(__file__).parent.parent
CHECK, PUBLISH = ".github/workflows/check.yml", ".github/workflows/publish.yml"
WORKFLOWS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / ".github/workflows").iterdir())
CODEOWNERS = ROOT / ".github/CODEOWNERS"
FORM = ".github/ISSUE_TEMPLATE/correct-the-record.yml"
BIN = Path(sys.executable).parent

# The commit and the version of every action. Dependabot proposes new ones; take them here after a look at the action.
ACTIONS = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/setup-python": ("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0"),
    "actions/upload-artifact": ("bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", "v7.0.0"),
    "actions/configure-pages": ("983d7736d9b0ae728b81ab479565c72886d7745b", "v5.0.0"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "actions/attest-build-provenance": ("a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32", "v4.1.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
}
SCHEMAS = {
    **dict.fromkeys(WORKFLOWS, "vendor.github-workflows"),
    ".github/dependabot.yml": "vendor.dependabot",
    ".gitlab-ci.example.yml": "vendor.gitlab-ci",
    FORM: "vendor.github-issue-forms",
}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def read(file: str) -> dict[str, Any]:
    return yaml.load((ROOT / file).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps(workflow: str) -> Iterator[dict[str, Any]]:
    for job in read(workflow)["jobs"].values():
        yield from job["steps"]


def permissions(workflow: str) -> dict[str, dict[str, str]]:
    """What each job may do: its own permissions, else those of the workflow."""
    whole = read(workflow)
    return {name: job.get("permissions", whole["permissions"]) for name, job in whole["jobs"].items()}


@pytest.mark.parametrize(("file", "schema"), SCHEMAS.items())
def test_each_file_has_the_form_that_the_forge_expects(file: str, schema: str) -> None:
    done = run(str(BIN / "check-jsonschema"), "--builtin-schema", schema, file)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing_unsafe() -> None:
    done = run(str(BIN / "zizmor"), "--offline", "--no-progress", "--persona", "pedantic", ".github")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


def test_these_are_all_the_workflows() -> None:
    assert WORKFLOWS == [CHECK, PUBLISH]


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_each_action_is_pinned_to_its_commit_with_its_version_beside_it(workflow: str) -> None:
    used = re.findall(r"uses: (.*)", (ROOT / workflow).read_text(encoding="utf-8"))
    assert used
    for line in used:
        name = line.partition("@")[0]
        commit, version = ACTIONS[name]
        assert re.fullmatch("[0-9a-f]{40}", commit)
        assert line == f"{name}@{commit} # {version}"


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_the_files_are_taken_with_their_history_and_no_key_stays_behind(workflow: str) -> None:
    taken = [step["with"] for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]
    assert taken
    assert all(given == {"fetch-depth": "0", "persist-credentials": "false"} for given in taken)


def test_only_the_job_that_replaces_the_site_may_write() -> None:
    writing = {
        (workflow, job, right)
        for workflow in WORKFLOWS
        for job, rights in permissions(workflow).items()
        for right, level in rights.items()
        if level != "read"
    }
    assert writing == {(PUBLISH, "deploy", right) for right in ("pages", "id-token", "attestations")}


def test_a_pull_request_reads_and_nothing_else() -> None:
    assert read(CHECK)["permissions"] == {"contents": "read"}
    assert all(rights == {"contents": "read"} for rights in permissions(CHECK).values())
    assert list(read(CHECK)["on"]) == ["pull_request"]


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_no_workflow_hands_strangers_its_rights_or_runs_their_words(workflow: str) -> None:
    text = (ROOT / workflow).read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert "secrets" not in text
    assert [step["run"] for step in steps(workflow) if "${{" in step.get("run", "")] == []


def test_a_publication_that_has_begun_is_never_cut_short() -> None:
    assert read(PUBLISH)["concurrency"]["cancel-in-progress"] == "false"


def test_the_site_is_replaced_only_when_it_was_built_of_what_was_merged() -> None:
    publish = read(PUBLISH)
    assert publish["on"]["push"] == {"branches": ["main"]}
    by_hand_too = "github.ref_name == github.event.repository.default_branch && github.ref_type == 'branch'"
    assert publish["jobs"]["build"]["if"] == by_hand_too
    assert publish["jobs"]["deploy"]["needs"] == "build"
    assert "if" not in publish["jobs"]["deploy"]


def test_what_was_audited_is_what_is_published() -> None:
    jobs = read(PUBLISH)["jobs"]
    *_, site, name, kept = jobs["build"]["steps"]
    assert (site["run"], name["id"], kept["with"]["path"]) == ("make site", "name", "site")
    assert kept["with"]["name"] == jobs["build"]["outputs"]["artifact"] == "${{ steps.name.outputs.artifact }}"
    *_, deployed, attested = jobs["deploy"]["steps"]
    assert (attested["with"]["subject-name"], attested["if"]) == (
        addresses.PROVENANCE, "${{ !github.event.repository.private }}",
    )  # fmt: skip
    assert attested["with"]["subject-digest"] == "sha256:${{ needs.build.outputs.provenance }}"
    assert deployed["with"] == {"artifact_name": "${{ needs.build.outputs.artifact }}"}


@pytest.mark.parametrize(("newest", "code"), [("1" * 40, 0), ("2" * 40, 1)])
def test_an_older_commit_does_not_replace_a_newer_one(tmp_path: Path, newest: str, code: int) -> None:
    checked, deployed, _attested = read(PUBLISH)["jobs"]["deploy"]["steps"]
    assert deployed["id"] == "deployment"
    (tmp_path / "gh").write_text(f'#!/bin/sh\n[ "$2" = repos/a/b/git/ref/heads/main ] && echo {newest}\n')
    (tmp_path / "gh").chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "a/b", "GITHUB_REF_NAME": "main",
        "GITHUB_SHA": "1" * 40,
    }  # fmt: skip
    command = ["bash", "-e", "-o", "pipefail", "-c", checked["run"]]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, "was merged since" in done.stdout) == (code, bool(code))


def test_what_can_alter_every_page_has_an_owner_and_the_record_has_none() -> None:
    rules = [line.split() for line in CODEOWNERS.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    files = run("git", "ls-files").stdout.splitlines()
    owned = {file for file in files if owners(file, rules)}
    assert {file for file in files if not file.startswith("data/")} == owned
    assert {owner for _, *owners in rules for owner in owners} == {"@-replace-me-"}  # no account begins with a hyphen


def owners(file: str, rules: list[list[str]]) -> list[str]:
    """The owners of a file: those of the last pattern that fits, in the language of .gitignore."""
    fitting = [named for pattern, *named in rules if PathSpec.from_lines("gitignore", [pattern]).match_file(file)]
    return fitting[-1] if fitting else []


def test_the_preview_is_shown_as_it_is_and_the_summary_leads_to_it() -> None:
    [kept] = [step for step in steps(CHECK) if step.get("id") == "preview"]
    assert kept["with"]["path"] == "build/preview.html"
    assert kept["with"]["archive"] == "false"
    [leading] = [step for step in steps(CHECK) if "PREVIEW" in step.get("env", {})]
    assert leading["env"]["PREVIEW"] == "${{ steps.preview.outputs.artifact-url }}"
    assert "GITHUB_STEP_SUMMARY" in leading["run"]


def test_the_summary_is_shown_also_when_something_is_wrong() -> None:
    [shown] = [step for step in steps(CHECK) if "build/summary.md" in step.get("run", "")]
    assert shown["if"] == "${{ !cancelled() }}"


# What a pull request changes, and whether the program's tests run.
CHANGES = [
    (["data/meetings/2022-06-20.yml"], False),
    (["docs/index.md", "docs/guide/correct/index.md"], False),
    (["data/group.yml", "macros/site.py"], True),
    (["docs/scripts/say.js"], True),
    (["docs/guide/pictures/form.png"], True),
    (["tests/data/toy/data/group.yml"], True),
    (["README.md"], True),
]


@pytest.mark.parametrize(("files", "tests"), CHANGES)
def test_the_tests_run_where_more_changes_than_the_record_and_its_prose(
    tmp_path: Path, files: list[str], tests: bool
) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=Begin")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "main")
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("Invented\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=Change")
    assert says_that_tests_run(tmp_path) is tests


def test_the_tests_run_where_git_cannot_tell_what_changes(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    assert says_that_tests_run(tmp_path)


def test_only_the_steps_of_the_tests_wait_for_that() -> None:
    waiting = [step for step in steps(CHECK) if "steps.more" in step.get("if", "")]
    assert {step["if"] for step in waiting} == {"steps.more.outputs.changes == 'true'"}
    assert [step["run"] for step in waiting if "run" in step] == ["make test"]


def git(folder: Path, *command: str) -> None:
    who = ("-c", "user.name=Invented", "-c", "user.email=invented@invented.example")
    subprocess.run(["git", *who, *command], cwd=folder, check=True)


def says_that_tests_run(folder: Path) -> bool:
    """What the step of the workflow puts out, run as GitHub runs it."""
    [step] = [step for step in steps(CHECK) if step.get("id") == "more"]
    out = folder / "out.txt"
    environment = {**os.environ, "GITHUB_OUTPUT": str(out)}
    subprocess.run(["bash", "-e", "-o", "pipefail", "-c", step["run"]], cwd=folder, env=environment, check=True)
    return out.exists() and out.read_text(encoding="utf-8") == "changes=true\n"


@pytest.mark.parametrize("file", [*WORKFLOWS, ".gitlab-ci.example.yml"])
def test_what_a_workflow_makes_is_a_target_of_the_makefile(file: str) -> None:
    made = set(re.findall(r"\bmake ([a-z-]+)", "\n".join(commands(file))))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert made
    assert made <= targets


def commands(file: str) -> list[str]:
    """What a workflow runs: of GitHub the steps, of GitLab the scripts."""
    if file in WORKFLOWS:
        return [step["run"] for step in steps(file) if "run" in step]
    jobs = [job for job in read(file).values() if isinstance(job, dict)]
    return [line for job in jobs for line in job.get("script", [])]


def test_the_form_takes_the_address_of_the_page() -> None:
    fields = {part["id"]: part for part in read(FORM)["body"] if "id" in part}
    assert fields["page"]["type"] == "input"
    assert Path(FORM).name in (ROOT / "macros/register/addresses.py").read_text(encoding="utf-8")
