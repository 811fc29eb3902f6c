"""The gate: what it compares, and that what was approved once stays approved. Steps beside what is said of them."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from repository import ENTRY, MEETING, MORE, RECORD, TERMS, change, commit, git, merge, minutes, repository, write

OPPOSITE = ("minutes: Hello", "minutes: The opposite")
WITHDRAWN = (
    "status: approved\npublished: 2022-04-01\napproved: 2022-05-01",
    "status: published\npublished: 2022-04-01",
)
APPROVED_AGAIN = WITHDRAWN[::-1]
REFUSED = "is changed (Agenda item 1, Minutes) without a new entry"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "group")


def append(folder: Path, text: str, file: str = MEETING) -> None:
    change(folder, file, ("", "")) if not text else None
    with open(folder / file, "a", encoding="utf-8") as place:
        place.write(text)


# The base is a revision.


def test_a_folder_that_is_called_like_the_base_is_not_the_base(folder: Path) -> None:
    git(folder, "update-ref", "refs/remotes/origin/main", "main")
    change(folder, MEETING, OPPOSITE)
    write(folder, {f"origin/main/{name}": text for name, text in RECORD.items()})
    change(folder, f"origin/main/{MEETING}", OPPOSITE)
    done = minutes(folder, "changes", "origin/main")
    assert (done.exit_code, REFUSED in done.output) == (1, True), done.output
    assert "No change to the record." in minutes(folder, "changes", "--folder", "origin/main").output


@pytest.mark.parametrize("command", [["changes", "--"], ["preview", "--base"]])
@pytest.mark.parametrize(("base", "told"), [
    ("", "no revision is named; expected one like origin/main"),
    ("nosuch", "git knows no revision 'nosuch' here; check how it is spelt, or fetch it with 'git fetch'"),
    ("other", "git knows no revision 'other' here, and a folder is compared only with '--folder other'"),
    ("--output=x", "git knows no revision '--output=x' here"),
    ("HEAD:data", "git knows no revision 'HEAD:data' here"),
    ("^main", "git knows no revision '^main' here"),
    ("main..proposal", "git knows no revision 'main..proposal' here"),
    ("a-blob", "git knows no revision 'a-blob' here"),
    ("twice", "git knows several things by the name 'twice'; write which, like 'refs/heads/twice'"),
    ("origin/main", "fetch it with 'git fetch origin main:refs/remotes/origin/main'"),
])  # fmt: skip
def test_a_base_that_is_no_revision_is_a_sentence(folder: Path, command: list[str], base: str, told: str) -> None:
    write(folder, {f"other/{name}": text for name, text in RECORD.items()})
    git(folder, "tag", "a-blob", "HEAD:data/group.yml")
    git(folder, "tag", "twice")
    git(folder, "branch", "twice")
    git(folder, "remote", "add", "origin", "nowhere")
    done = minutes(folder, *command, base)
    assert (done.exit_code, told in done.output) == (1, True), done.output


def test_nothing_to_compare_with_is_a_sentence(folder: Path) -> None:
    assert "expected a revision to compare with" in minutes(folder, "changes").output
    assert "holds no folder 'data'" in minutes(folder, "changes", "--folder", "data").output


@pytest.mark.parametrize("name", ["main", "v1", "refs/heads/main", "proposal~0", "HEAD"])
def test_a_base_may_be_any_name_of_a_commit(folder: Path, name: str) -> None:
    git(folder, "tag", "--annotate", "--message=Invented", "v1", "main")
    assert minutes(folder, "changes", name).output == "No change to the record.\n"


def test_a_copy_without_its_history_is_told_to_fetch_it(folder: Path, tmp_path: Path) -> None:
    change(folder, MEETING, WITHDRAWN)
    append(folder, ENTRY)
    merge(folder)
    change(folder, MEETING, OPPOSITE)
    commit(folder)
    git(tmp_path, "clone", "--quiet", "--depth=2", "--no-single-branch", folder.as_uri(), "copy")
    copy = tmp_path / "copy"
    done = minutes(copy, "changes", "origin/main")
    assert (done.exit_code, "fetch it with 'git fetch --unshallow'" in done.output) == (1, True), done.output
    git(copy, "fetch", "--unshallow", "--quiet")
    assert REFUSED in minutes(copy, "changes", "origin/main").output


# What git stores is compared.

ATTRIBUTES = [
    "data/** export-ignore", "data/** export-subst", "data/** text eol=crlf", "data/** working-tree-encoding=UTF-16",
    "data/** filter=other", "data/** diff=other", "data/** ident", "data/** binary",
]  # fmt: skip


@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_attributes_hide_nothing(folder: Path, attributes: str) -> None:
    write(folder, {".gitattributes": f"{attributes}\n"})
    git(folder, "config", "filter.other.smudge", "sed s/opposite/same/")
    git(folder, "config", "filter.other.clean", "sed s/opposite/same/")
    git(folder, "config", "diff.other.textconv", "true")
    git(folder, "config", "diff.external", "true")
    blob = git(folder, "hash-object", "-w", "--no-filters", ".gitattributes")
    git(folder, "update-index", "--add", "--cacheinfo", f"100644,{blob},.gitattributes")
    git(folder, "commit", "--quiet", "--message=Invented")
    git(folder, "branch", "--force", "main")
    change(folder, MEETING, OPPOSITE)
    blob = git(folder, "hash-object", "-w", "--no-filters", MEETING)
    git(folder, "update-index", "--cacheinfo", f"100644,{blob},{MEETING}")
    git(folder, "commit", "--quiet", "--message=Invented")
    for arguments in (["main"], ["main", "HEAD"]):
        done = minutes(folder, "changes", *arguments)
        assert (done.exit_code, REFUSED in done.output) == (1, True), done.output


def test_neither_settings_nor_the_environment_alter_what_is_read(folder: Path, tmp_path: Path) -> None:
    change(folder, MEETING, OPPOSITE)
    altered = commit(folder)
    git(folder, "replace", "main", altered)
    (folder / ".git/info").mkdir(exist_ok=True)
    (folder / ".git/info/grafts").write_text(f"{altered}\n")
    git(folder, "config", "core.fsmonitor", f"touch {tmp_path}/ran; false")
    git(folder, "config", "log.showSignature", "true")
    other = repository(tmp_path / "other")
    environment = {"GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": str(other), "GIT_INDEX_FILE": str(tmp_path / "x")}
    done = minutes(folder, "changes", "main", **environment, GIT_TRACE="1", GIT_CONFIG_COUNT="x")
    assert (done.exit_code, REFUSED in done.output) == (1, True), done.output
    assert not (tmp_path / "ran").exists()


def hidden_by_git(folder: Path) -> None:
    git(folder, "update-index", "--skip-worktree", MEETING)
    change(folder, MEETING, ("Hello", "Hello again"))


def assumed_unchanged(folder: Path) -> None:
    git(folder, "update-index", "--assume-unchanged", MEETING)
    change(folder, MEETING, ("Hello", "Hello again"))


def ignored(folder: Path) -> None:
    write(folder, {".gitignore": "glossary.yml\n", "data/glossary.yml": "words:\n  LGA:\n    means: Invented\n"})


def untracked(folder: Path) -> None:
    write(folder, {"data/glossary.yml": "words:\n  LGA:\n    means: Invented\n"})


def sparse(folder: Path) -> None:
    write(folder, {"data/glossary.yml": "words:\n  LGA:\n    means: Invented\n"})
    commit(folder)
    git(folder, "sparse-checkout", "set", "--no-cone", "/*", "!/data/glossary.yml")


def only_capitals(folder: Path) -> None:
    write(folder, {"data/Glossary.yml": "words: {}\n"})
    commit(folder)
    (folder / "data/Glossary.yml").rename(folder / "data/glossary.yml")


def altered_by_git(folder: Path) -> None:
    write(folder, {".gitattributes": "data/** ident\n"})
    change(folder, MEETING, ("Hello", '"$Id$"'))
    commit(folder)
    (folder / MEETING).unlink()
    git(folder, "checkout", MEETING)


@pytest.mark.parametrize(("happens", "file", "told"), [
    (hidden_by_git, MEETING, "the file is not the same in the commit, which is published"),
    (assumed_unchanged, MEETING, "the file is not the same in the commit, which is published"),
    (altered_by_git, MEETING, "the file is not the same in the commit, which is published"),
    (ignored, "data/glossary.yml", "the file is here but not in the commit, so it is not published"),
    (untracked, "data/glossary.yml", "the file is here but not in the commit, so it is not published"),
    (sparse, "data/glossary.yml", "the file is in the commit but not here, so it is published unseen"),
    (only_capitals, "data/Glossary.yml", "the file is in the commit but not here, so it is published unseen"),
])  # fmt: skip
def test_what_differs_from_the_commit_is_named(folder: Path, happens, file: str, told: str) -> None:  # type: ignore[no-untyped-def]
    happens(folder)
    for command in (["changes", "HEAD"], ["check"]):
        assert "Not as in the last commit, so not yet part of a proposal: " in minutes(folder, *command).output
        for done in (minutes(folder, *command, CI="true"), minutes(folder, *command, "--committed")):
            assert (done.exit_code, f"{file}:1:1: {told}" in done.output) == (1, True), done.output


def test_what_is_committed_is_not_named_nor_are_line_ends(folder: Path) -> None:
    change(folder, MEETING, ("\n", "\r\n"))
    write(folder, {"data/.DS_Store": "of a system"})
    for command in (["changes", "main"], ["check"]):
        done = minutes(folder, *command, CI="true")
        assert (done.exit_code, "commit" in done.output) == (0, False), done.output


def linked(folder: Path) -> None:
    (folder / MEETING).rename(folder / "elsewhere.yml")
    (folder / MEETING).symlink_to("../../elsewhere.yml")


def linked_folder(folder: Path) -> None:
    (folder / "data/meetings").rename(folder / "elsewhere")
    (folder / "data/meetings").symlink_to("../elsewhere")


def not_utf_8(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/data/\xff.yml")).write_text("x")


@pytest.mark.parametrize(("happens", "file"), [
    (linked, MEETING), (linked_folder, "data/meetings"), (not_utf_8, r"data/\xff.yml"),
])  # fmt: skip
def test_what_is_no_file_of_its_own_is_an_error(folder: Path, happens, file: str) -> None:  # type: ignore[no-untyped-def]
    happens(folder)
    for _ in range(2):
        for command in (["changes", "main"], ["check"]):
            done = minutes(folder, *command)
            told = f"{file}:1:1: this is a link, another repository, or a name that cannot be printed"
            assert (done.exit_code, told in done.output.replace("&#92;", "\\")) == (1, True), done.output
        commit(folder)
    assert "is not compared: this is a link" in minutes(folder, "changes", "HEAD", "main").output
    assert ":1:1: this is a link" in minutes(folder, "changes", "main", "HEAD").output


def test_another_repository_in_the_record_is_an_error(folder: Path, tmp_path: Path) -> None:
    other = repository(tmp_path / "other", {"2022-03-21.yml": RECORD[MEETING]})
    git(folder, "rm", "-r", "--quiet", "data/meetings")
    git(folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "data/meetings")
    commit(folder)
    done = minutes(folder, "changes", "main")
    assert (done.exit_code, "data/meetings:1:1: this is a link, another repository" in done.output) == (1, True)


def test_a_branch_that_is_behind_is_told_to_merge_first(folder: Path) -> None:
    change(folder, MEETING, OPPOSITE)
    append(folder, ENTRY)
    merge(folder)
    git(folder, "reset", "--quiet", "--hard", "HEAD^")
    told = "The record has changed at main since; choose 'Update branch' on the page of the proposal, or run 'git merge"
    assert told in minutes(folder, "changes", "main").output
    git(folder, "merge", "--quiet", "main")
    assert minutes(folder, "changes", "main").output == "No change to the record.\n"


# What was approved once stays approved.


def proposal(folder: Path) -> str:
    done = minutes(folder, "changes", "main")
    assert (done.exit_code == 1) == ("What stops the merge" in done.output), done.output
    # The sign keeps the host from making a link of a commit.
    return done.output.replace("&#8288;", "") if done.exit_code else ""


def withdraw(folder: Path) -> None:
    change(folder, MEETING, WITHDRAWN)
    assert "is changed (Approved and Status) without a new entry" in proposal(folder)
    append(folder, ENTRY)
    assert proposal(folder) == ""
    merge(folder)


def test_an_approved_record_stays_approved_over_three_proposals(folder: Path) -> None:
    approved = git(folder, "rev-parse", "main")[:10]
    withdraw(folder)
    change(folder, MEETING, OPPOSITE)
    assert f"the record of 21 March 2022, approved in commit {approved}, {REFUSED}" in proposal(folder)
    append(folder, MORE)
    assert proposal(folder) == ""
    merge(folder)
    change(folder, MEETING, APPROVED_AGAIN)
    assert proposal(folder) == ""


def test_what_got_in_unexplained_is_asked_for_when_it_is_approved_again(folder: Path) -> None:
    withdraw(folder)
    change(folder, MEETING, OPPOSITE)
    merge(folder)  # past the gate
    change(folder, MEETING, APPROVED_AGAIN)
    assert REFUSED in proposal(folder)
    append(folder, MORE)
    assert proposal(folder) == ""


def test_one_proposal_that_ends_approved_needs_an_entry(folder: Path) -> None:
    for step in (WITHDRAWN, OPPOSITE, APPROVED_AGAIN):
        change(folder, MEETING, step)
        commit(folder)
    assert REFUSED in proposal(folder)


@pytest.mark.parametrize("status", ["draft", "scheduled", "cancelled"])
def test_a_withdrawn_record_is_held_to_in_each_state(folder: Path, status: str) -> None:
    change(folder, MEETING, (WITHDRAWN[0], f"status: {status}"))
    append(folder, ENTRY)
    lines = re.findall(r"like '(\S+: \S+)'", proposal(folder))
    write(
        folder, {"data/redirects.yml": "".join(["redirects:\n", *(f"  {line}\n" for line in lines)])} if lines else {}
    )
    assert proposal(folder) == ""
    merge(folder)
    change(folder, MEETING, ("  - date: 2022-06-01\n    note: Invented reason.\n", MORE))
    assert "the change of 2022-06-01 was published and is removed or altered" in proposal(folder)
    change(folder, MEETING, (MORE, ENTRY.partition("\n")[2]), OPPOSITE)
    assert REFUSED in proposal(folder)
    (folder / MEETING).unlink()
    assert "is gone; put the file back" in proposal(folder)


def test_a_record_that_vanished_and_comes_back_is_the_approved_one(folder: Path) -> None:
    text = (folder / MEETING).read_text()
    for gone in ("", "date: ["):
        write(folder, {MEETING: gone or None})
        merge(folder)  # past the gate
        write(folder, {MEETING: text.replace(*OPPOSITE)})
        assert REFUSED in proposal(folder), gone
        if gone:
            (folder / MEETING).unlink()
            assert "is gone; put the file back" in proposal(folder)
        write(folder, {MEETING: text})
        assert proposal(folder) == "", gone
        merge(folder)


def test_a_record_under_a_new_name_is_the_approved_one(folder: Path) -> None:
    new = "data/meetings/2022-03-22.yml"
    change(folder, MEETING, WITHDRAWN, ("date: 2022-03-21", "date: 2022-03-22"))
    append(folder, ENTRY)
    (folder / MEETING).rename(folder / new)
    write(folder, {"data/redirects.yml": "redirects:\n  /meetings/2022-03-21/: /meetings/2022-03-22/\n"})
    assert proposal(folder) == ""
    merge(folder)
    change(folder, new, OPPOSITE)
    assert REFUSED in proposal(folder)
    change(folder, new, OPPOSITE[::-1])
    change(folder, "data/redirects.yml", (": /meetings/2022-03-22/", ": /meetings/"))
    assert proposal(folder) == ""
    merge(folder)
    change(folder, new, OPPOSITE)
    assert REFUSED in proposal(folder)


@pytest.mark.parametrize("apart", [0, 1, 2])
@pytest.mark.parametrize("used", [False, True])
def test_a_record_keeps_its_past_under_a_name_that_was_used_before(folder: Path, apart: int, used: bool) -> None:
    new, other = "data/meetings/2022-03-22.yml", "data/meetings/2022-09-05.yml"
    if used:
        write(folder, {new: "date: 2022-03-22\nstatus: draft\n"})
        merge(folder)
        write(folder, {new: None})
        merge(folder)  # past the gate
    change(folder, MEETING, WITHDRAWN, ("date: 2022-03-21", "date: 2022-03-22"))
    append(folder, ENTRY)
    text = (folder / MEETING).read_text()
    write(folder, {MEETING: None, other: "date: 2022-09-05\nstatus: draft\n"} if not apart else {MEETING: None})
    for number in range(apart):
        write(folder, {TERMS: RECORD[TERMS].replace("# Purpose", f"# Purpose {number}")})
        merge(folder)  # past the gate
    write(folder, {new: text})
    merge(folder)  # past the gate
    change(folder, new, OPPOSITE)
    assert REFUSED in proposal(folder)


def test_a_new_record_is_not_held_to_one_that_got_another_name_before(folder: Path) -> None:
    new, other = "data/meetings/2022-03-22.yml", "data/meetings/2022-09-05.yml"
    change(folder, MEETING, ("date: 2022-03-21", "date: 2022-03-22"))
    append(folder, ENTRY)
    (folder / MEETING).rename(folder / new)
    write(folder, {"data/redirects.yml": "redirects:\n  /meetings/2022-03-21/: /meetings/2022-03-22/\n"})
    assert proposal(folder) == ""
    merge(folder)
    write(folder, {other: "date: 2022-09-05\nstatus: draft\n"})
    merge(folder)
    write(folder, {other: "date: 2022-09-05\nstatus: draft\nattendees: [KS]\n"})
    assert proposal(folder) == ""


BODY = """date: 2022-03-21
attendees: [KS]
apologies: none
agenda:
  - number: 1
    title: Welcome
    minutes: Hello
actions:
  - id: IF0322-01
    action: Do it.
    owner: KS
    status: outstanding
published: 2022-04-01
approved: 2022-05-01
"""
SPELT = [
    "status: approved\n", "status:   approved  # by all\n", "? status\n: approved\n", "status:\n  approved\n",
    '"status": "approved"\n', "status: 'approved'\n", 'status: "appr\\x6fved"\n', '"st\\x61tus": "appro\\\n  ved"\n',
    "status: >-\n  approved\n", "status: |-\n  approved\n",
]  # fmt: skip


@pytest.mark.parametrize("spelt", [
    *(f"{BODY}{status}" for status in SPELT), *(f"{status}{BODY}" for status in SPELT),
    f"\ufeff{BODY}{SPELT[0]}", f"---\n{BODY}{SPELT[0]}...\n", f"{BODY}{SPELT[0]}".replace("\n", "\r"),
    f"{BODY}{SPELT[0]}".replace("\n", "\r\n"), f"{BODY}{SPELT[0]}".replace("\n", "\x85"),
    f"{BODY}{SPELT[0]}".replace("\n", "\u2028"), "".join(f"  {line}\n" for line in f"{BODY}{SPELT[0]}".splitlines()),
    "{date: 2022-03-21, status: approved, published: 2022-04-01, approved: 2022-05-01, attendees: [KS], apologies: "
    "none, agenda: [{number: 1, title: Welcome, minutes: Hello}], actions: [{id: IF0322-01, action: Do it., owner: KS, "
    "status: outstanding}]}\n",
])  # fmt: skip
def test_an_approval_counts_however_it_is_spelt(tmp_path: Path, spelt: str) -> None:
    """A spelling that the program does not read never was published, so it is only asked of those that it reads."""
    folder = tmp_path / "group"
    repository(folder, {**RECORD, MEETING: spelt})
    if minutes(folder, "check").exit_code:
        pytest.skip("not read")
    write(folder, {MEETING: RECORD[MEETING].replace(*WITHDRAWN) + ENTRY})
    assert proposal(folder) == ""
    merge(folder)
    change(folder, MEETING, OPPOSITE)
    assert REFUSED in proposal(folder)


@pytest.mark.parametrize("front", [
    "---\nadopted: 2022-01-31\n---\n", "---\n  adopted: 2022-01-31\n---\n", "---\n? adopted\n: 2022-01-31\n---\n",
    "---\n{adopted: 2022-01-31}\n---\n", "--- {adopted: 2022-01-31}\n---\n", '---\n"ad\\x6fpted": 2022-01-31\n---\n',
    "---\r\nadopted: 2022-01-31\r\n---\r\n", "---\radopted: 2022-01-31\r---\r", "\ufeff---\nadopted: 2022-01-31\n---\n",
    "---\nnote: First.\u2028adopted: 2022-01-31\n---\n", "---\nnote: First.\x85adopted: 2022-01-31\n---\n",
])  # fmt: skip
def test_an_adoption_counts_however_it_is_spelt(tmp_path: Path, front: str) -> None:
    folder = tmp_path / "group"
    repository(folder, {**RECORD, TERMS: f"{front}# Purpose\n\nTo advise.\n"})
    if minutes(folder, "check").exit_code:
        pytest.skip("not read")
    write(folder, {TERMS: f"---\nadopted: not recorded\n{ENTRY}---\n# Purpose\n\nTo advise.\n"})
    write(folder, {"data/redirects.yml": "redirects:\n  /terms-of-reference/2022-01-31/: /terms-of-reference/\n"})
    assert proposal(folder) == ""
    merge(folder)
    change(folder, TERMS, ("To advise.", "To decide."))
    assert "the terms adopted on 31 January 2022 are changed (Text) without a new entry" in proposal(folder)


def test_another_history_of_the_branch_does_not_hide_an_approval(folder: Path) -> None:
    approved = git(folder, "rev-parse", "main")
    git(folder, "checkout", "--quiet", "--orphan", "proposal2")
    change(folder, MEETING, WITHDRAWN)
    append(folder, ENTRY)
    commit(folder)
    git(folder, "merge", "--quiet", "--strategy=ours", "--allow-unrelated-histories", "--message=Invented", approved)
    git(folder, "branch", "--force", "main")
    change(folder, MEETING, OPPOSITE)
    assert f"approved in commit {approved[:10]}, {REFUSED}" in proposal(folder)


def test_a_record_that_was_never_approved_is_only_warned_of(folder: Path) -> None:
    change(folder, MEETING, WITHDRAWN)
    repository(folder, {**RECORD, MEETING: (folder / MEETING).read_text()})
    change(folder, MEETING, OPPOSITE)
    done = minutes(folder, "changes", "main")
    assert (done.exit_code, f"the published record of 21 March 2022 {REFUSED}" in done.output) == (0, True)


def test_names_on_the_page_of_a_record_that_was_approved_once_are_held_to(folder: Path) -> None:
    withdraw(folder)
    change(folder, "data/people.yml", ("Kim Sand", "Kim Stone"))
    assert "published pages would say otherwise: KS on the pages of 21 March 2022" in proposal(folder)
    append(folder, ENTRY, "data/people.yml")
    assert proposal(folder) == ""


# No dead ends; more of them in test_dead_ends.py.


def test_a_published_record_may_become_a_draft_and_keeps_its_addresses(folder: Path) -> None:
    change(folder, MEETING, WITHDRAWN)
    repository(folder, {**RECORD, MEETING: (folder / MEETING).read_text()})
    change(folder, MEETING, (WITHDRAWN[1], "status: draft"))
    assert "(Published and Status) without a new entry" in minutes(folder, "changes", "main").output
    append(folder, ENTRY)
    assert "without a new entry" not in minutes(folder, "changes", "main").output
    assert proposal(folder) == ""


def test_a_misnamed_file_on_main_is_put_right_without_ado(folder: Path) -> None:
    (folder / MEETING).rename(folder / "data/meetings/march.yml")
    (folder / TERMS).rename(folder / "data/terms-of-reference/first.md")
    merge(folder)  # past the gate
    (folder / "data/meetings/march.yml").rename(folder / MEETING)
    (folder / "data/terms-of-reference/first.md").rename(folder / TERMS)
    assert proposal(folder) == ""
    change(folder, MEETING, OPPOSITE)
    change(folder, TERMS, ("To advise.", "To decide."))
    assert REFUSED in proposal(folder)
    assert "the terms adopted on 31 January 2022 are changed (Text) without a new entry" in proposal(folder)


# The terms that were adopted stay as they are.


def test_adopted_terms_change_with_an_entry(folder: Path) -> None:
    change(folder, TERMS, ("To advise.", "To decide."))
    assert "the terms adopted on 31 January 2022 are changed (Text) without a new entry" in proposal(folder)
    change(folder, TERMS, ("adopted: 2022-01-31\n", f"adopted: 2022-01-31\n{ENTRY}"))
    assert proposal(folder) == ""
    merge(folder)
    change(folder, TERMS, ("Invented reason", "Another reason"))
    assert "the change of 2022-06-01 was published and is removed or altered" in proposal(folder)


def test_a_note_on_terms_needs_no_entry(folder: Path) -> None:
    change(folder, TERMS, ("adopted: 2022-01-31\n", "adopted: 2022-01-31\nnote: An invented note.\n"))
    assert proposal(folder) == ""


def test_adopted_terms_stay_and_have_a_way_to_another_name(folder: Path) -> None:
    (folder / TERMS).unlink()
    (folder / "data/terms-of-reference").mkdir(exist_ok=True)
    assert "the terms adopted on 31 January 2022 were public and are gone; put the file back" in proposal(folder)
    new = "data/terms-of-reference/2022-02-01.md"
    write(folder, {new: RECORD[TERMS].replace("2022-01-31", "2022-02-01")})
    line = "/terms-of-reference/2022-01-31/: /terms-of-reference/2022-02-01/"
    assert f"put the file back, or, if it has another name now, write under 'redirects:' '{line}'" in proposal(folder)
    write(folder, {"data/redirects.yml": f"redirects:\n  {line}\n"})
    assert "are changed (Adopted and the name of its file) without a new entry" in proposal(folder)
    change(folder, new, ("adopted: 2022-02-01\n", f"adopted: 2022-02-01\n{ENTRY}"))
    assert proposal(folder) == ""


def test_terms_that_were_adopted_once_are_held_to(folder: Path) -> None:
    change(folder, TERMS, ("adopted: 2022-01-31\n", f"adopted: not recorded\n{ENTRY}"))
    write(folder, {"data/redirects.yml": "redirects:\n  /terms-of-reference/2022-01-31/: /terms-of-reference/\n"})
    assert proposal(folder) == ""
    merge(folder)
    change(folder, TERMS, ("To advise.", "To decide."))
    assert "the terms adopted on 31 January 2022 are changed (Text) without a new entry" in proposal(folder)


def test_git_is_asked_only_where_it_matters(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda command, **more: asked.append(str(command)) or run(command, **more))
    change(folder, MEETING, OPPOSITE)
    minutes(folder, "changes", "main")
    assert not any("rev-list" in command and "--topo-order" in command for command in asked)


# An entry under `changes:` tells readers something.


@pytest.mark.parametrize(("note", "day", "counts"), [
    ("Invented reason.", "2022-06-01", False), ("Invented reason", "2022-06-01", False),
    ("Invented\u200b reason.", "2022-06-01", False), ("Invented reason.", "2022-06-02", True),
    ("Another invented reason.", "2022-06-01", True), ("12", "2022-06-01", False), ("12 a", "2022-06-01", True),
    ("原因", "2022-06-01", True),
])  # fmt: skip
@pytest.mark.parametrize("file", [MEETING, TERMS, "data/people.yml"])
def test_a_new_entry_counts_if_it_tells_something_new(
    folder: Path, file: str, note: str, day: str, counts: bool
) -> None:
    def entries(*more: str) -> str:
        return "".join(["changes:\n", "  - date: 2022-06-01\n    note: Invented reason.\n", *more])

    front = "adopted: 2022-01-31\n"
    text = (folder / file).read_text()

    def with_them(*more: str) -> str:
        return text.replace(front, f"{front}{entries(*more)}") if file == TERMS else f"{text}{entries(*more)}"

    write(folder, {file: with_them()})
    merge(folder)
    new = with_them(f'  - date: {day}\n    note: "{note}"\n')
    altered = [("minutes: Hello", "minutes: The opposite"), ("To advise.", "To decide."), ("Kim Sand", "Kim Stone")]
    for old, other in altered:
        new = new.replace(old, other)
    write(folder, {file: new})
    done = minutes(folder, "changes", "main")
    assert done.exit_code == (0 if counts else 1), done.output
    assert ("What stops the merge" in done.output) is not counts, done.output


@pytest.mark.parametrize("note", [r"\u2800", ".", r"\u200b", r"\u3164", r"\u2800\u2060 -", "_"])
@pytest.mark.parametrize("file", [MEETING, TERMS, "data/people.yml", "data/group.yml", "data/glossary.yml"])
def test_a_note_in_which_nobody_sees_a_word_is_an_error(folder: Path, file: str, note: str) -> None:
    entry = f'changes:\n  - date: 2022-06-01\n    note: "{note}"\n'
    text = (folder / file).read_text() if (folder / file).exists() else ""
    front = "adopted: 2022-01-31\n"
    write(folder, {file: text.replace(front, f"{front}{entry}") if file == TERMS else f"{text}{entry}"})
    done = minutes(folder, "check")
    assert done.exit_code == 1
    assert "the note of the change of 2022-06-01 has no letter or digit that a reader sees" in done.output, done.output


def test_a_change_before_the_meeting_is_warned_of(folder: Path) -> None:
    append(folder, ENTRY.replace("2022-06-01", "2022-03-20"))
    assert "the change of 2022-03-20 is before the meeting of 2022-03-21" in minutes(folder, "check").output


# What is no part of the record is named first.


def test_hidden_files_in_the_record_are_named_first(folder: Path) -> None:
    hidden = {
        "data/.gitattributes": "*.yml binary\n", "data/meetings/.gitignore": "2022-*\n", "data/.hidden/a.yml": "a: 1\n",
        "data/.DS_Store": "of a system",
    }  # fmt: skip
    write(folder, dict(hidden))
    change(folder, MEETING, ("status: outstanding", "status: completed"))
    commit(folder)
    for arguments in (["main"], ["main", "HEAD"]):
        lines = minutes(folder, "changes", *arguments).output.splitlines()
        assert lines[2] == "## ⚠ Read this first: more than the record changes"
        assert lines[4].startswith("4 files that are no part of the record are changed, too. They can alter every page")
        assert lines[6:8] == [
            "- **How git stores and shows files**: data/.gitattributes, data/meetings/.gitignore",
            "- **Hidden files beside the record**: data/.DS&#95;Store, data/.hidden/a.yml",
        ]
    git(folder, "rm", "-r", "--quiet", "data/.hidden")
    merge(folder)
    assert "Read this first" not in minutes(folder, "changes", "main").output
