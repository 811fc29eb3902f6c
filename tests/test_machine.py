"""What the machine, its settings and git refuse or get wrong is a sentence, never a traceback."""

import errno
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result
from folders import DATA

from macros.cli import main
from macros.record import Stop, Unpublishable
from macros.site import open_register, site_url, source_date
from macros.site.edition import edition_of


def run(*arguments: str, **environment: str | None) -> Result:
    return CliRunner().invoke(main, ("--project", str(DATA / "toy"), *arguments), env=environment)


@pytest.mark.parametrize(("refused", "said"), [
    (OSError(errno.ENOSPC, "No space left on device", "/a/site/index.html"),
     "there is no space left on the disk for '/a/site/index.html'; delete what is not needed, and run this again"),
    (OSError(errno.EDQUOT, "Quota exceeded", b"/a/\xff"),
     "there is no space left on the disk for '/a/\udcff'; delete what is not needed, and run this again"),
    (PermissionError(errno.EACCES, "Permission denied", "build"),
     "there is no permission to read or write 'build'; give yourself the right to do so"),
    (OSError(errno.EROFS, "Read-only file system", "site"),
     "'site' is on a disk that can only be read; copy the project to another disk"),
    (OSError(errno.ENAMETOOLONG, "File name too long", "a" * 5000),
     f"the name '{'a' * 57}...' is too long; shorten it"),
    (FileNotFoundError(errno.ENOENT, "No such file or directory", "macros/x.css"),
     "'macros/x.css' cannot be read or written: No such file or directory; see whether it is there"),
    (OSError("broken"), "a file cannot be read or written: broken; see whether it is there"),
    (OSError(errno.ENOSPC, "No space left on device", "docs/a.png", None, "build/a.png"),
     "there is no space left on the disk for 'build/a.png'; delete what is not needed, and run this again"),
    (MemoryError(), "there is not enough memory; close other programs, and run this again"),
])  # fmt: skip
def test_what_the_machine_refuses_is_a_sentence(
    refused: OSError | MemoryError, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def publish(*_: object) -> None:
        raise refused

    monkeypatch.setattr(sys.modules["macros.cli.build"], "publish", publish)
    done = run("build")
    expected = said.replace("'a file'", "a file").encode(errors="backslashreplace").decode()
    assert (done.exit_code, done.stderr.strip().replace("'a file'", "a file")) == (1, expected)


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("seconds", ["", "x", "-5", " 12 ", "1_000", "١٢", "1e9", "9" * 30, "253402300800"])
def test_a_day_of_the_build_that_is_no_number_is_refused(command: str, seconds: str) -> None:
    done = run(command, SOURCE_DATE_EPOCH=seconds)
    said = f"SOURCE_DATE_EPOCH is '{seconds}'; expected seconds since 1970, like 1647820800\n"
    assert (done.exit_code, done.stderr) == (1, said)


@pytest.mark.parametrize("seconds", ["0", "4294967296", "253402300799"])
def test_every_other_one_is_a_day(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    days = {"0": date(1970, 1, 1), "4294967296": date(2106, 2, 7), "253402300799": date(9999, 12, 31)}
    assert source_date() == days[seconds]


@pytest.mark.parametrize("address", [
    "x", "//x", "https://", "https://[x", "https://a:99999", "https://a:b", "javascript:alert(1)", "https://a b/",
    "https://a/?q", "https://a/#b", "file:///a",
])  # fmt: skip
def test_an_address_of_the_site_that_is_none_is_refused(address: str) -> None:
    done = run("check", SITE_URL=address)
    assert (done.exit_code, "SITE_URL is '" in done.stderr, "expected the web address" in done.stderr) == (
        1,
        True,
        True,
    )


def test_every_other_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for given, taken in (
        ("https://example.org/minutes", "https://example.org/minutes/"), ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("", None), ("https://é.example/dŵr", "https://xn--9ca.example/d%C5%B5r/"),
        ("https://a.example/d%C5%B5r/", "https://a.example/d%C5%B5r/"),
    ):  # fmt: skip
        monkeypatch.setenv("SITE_URL", given)
        assert site_url() == taken


def test_a_revision_of_any_length_is_refused_in_a_sentence() -> None:
    done = run("changes", "a" * 5000)
    assert (done.exit_code, done.exception.__class__, len(done.stderr) < 6000) == (1, SystemExit, True)


def test_without_git_a_build_has_no_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert edition_of(tmp_path).revision == ""
    (tmp_path / "git").write_text("", encoding="utf-8")  # not a program
    assert edition_of(tmp_path).revision == ""


@pytest.mark.parametrize("seconds", ["253402300800", "99999999999999", "1647820800"])
def test_what_a_commit_says_of_itself_stops_no_build(
    seconds: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    copytree(DATA / "toy/data", tmp_path / "data")
    when = f"@{seconds} +0000"
    who = {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when} | {
        f"GIT_{role}_{part}": f"an\a\u202e{part}" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    for command in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "\x07\x1b[31m")):
        subprocess.run(("git", *command), cwd=tmp_path, env={**os.environ, **who}, check=True)
    edition = edition_of(tmp_path)
    assert (len(edition.revision), edition.day) == (10, date(2022, 3, 21) if seconds == "1647820800" else None)


def test_a_stop_is_what_a_wrong_setting_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://[")
    with pytest.raises(Stop):
        site_url()


def test_a_page_by_hand_that_is_no_text_is_named(tmp_path: Path) -> None:
    copytree(DATA / "toy/data", tmp_path / "data")
    (tmp_path / "docs/more").mkdir(parents=True)
    (tmp_path / "docs/more/index.md").write_bytes(b"# More\n\nAn \xff.\n")
    (tmp_path / "docs/a\ab.md").write_text("# More\n", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path / "docs") + b"/\xff.png")).write_bytes(b"")
    with pytest.raises(Unpublishable) as found:
        open_register(tmp_path)
    assert [str(problem) for problem in found.value.problems if problem.place.file.startswith("docs")] == [
        "docs/a\N{REPLACEMENT CHARACTER}b.md:1:1: the name of this file has the character U+0007, which cannot be "
        "printed; rename it",
        "docs/more/index.md:3:1: this line is not UTF-8 text; save the file again as UTF-8",
        "docs/\N{REPLACEMENT CHARACTER}.png:1:1: the name of this file is not UTF-8 text; rename it",
    ]
