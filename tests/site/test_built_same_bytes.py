"""The same record gives the same bytes, wherever, whenever and in whatever locale it is built, by MkDocs alone too."""

import sys

from a_project import built, copy_project, fingerprints, run

from macros.site.place import MARK

ON_ANOTHER_DAY = """
import datetime, sys, time_machine
from zoneinfo import ZoneInfo
time_machine.travel(datetime.datetime(2031, 12, 31, 23, 30, tzinfo=ZoneInfo("Asia/Tokyo")), tick=True).start()
assert datetime.date.today().year >= 2031
from mkdocs.__main__ import cli
cli(["build", "--strict", "--quiet", "--site-dir", sys.argv[1]])
"""
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"}


def test_the_generator_alone_on_another_day_and_in_another_zone_locale_and_folder_gives_the_same_bytes(
    record_site, tmp_path
):
    folder = copy_project(tmp_path / "another place" / "projet é")
    done = run(folder, sys.executable, "-c", ON_ANOTHER_DAY, str(folder / "site"), **ELSEWHERE)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    here, there = fingerprints(record_site), fingerprints(folder / "site")
    assert here.pop(MARK) == b""
    assert {"index.html", "meetings/2022-03-21/index.html"} <= set(here)
    assert [name for name in sorted({*here, *there}) if here.get(name) != there.get(name)] == []


def test_a_day_that_is_asked_for_changes_the_ages_and_the_page_says_so(project):
    site = built(project, "--today", "2022-07-20")
    tracker = (site / "actions/index.html").read_text(encoding="utf-8")
    assert "Ages are counted to 20 July 2022." in tracker
    assert "12 months, 1 meeting" in tracker


def test_no_built_file_names_the_folder_that_it_was_built_in(record_project):
    home = str(record_project).encode()
    assert [name for name, text in fingerprints(record_project / "site").items() if home in text] == []
