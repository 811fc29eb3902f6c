"""The build is whole or it is not there, and the audit names exactly what is missing."""

import re
import shutil
import sys

import pytest
from a_project import (
    MINUTES,
    MKDOCS,
    article,
    built,
    fingerprints,
    minutes,
    page_addresses,
    run,
    text,
)
from click.testing import CliRunner

from macros.cli import main

MEETING = "data/meetings/2022-03-21.yml"
PAGE = "meetings/2022-03-21/index.html"
NEXT = """
date: 2022-09-19
status: scheduled
location: An invented hall
"""
LATER = """
date: 2022-06-20
status: draft
agenda:
  - number: 1
    title: An invented item
"""


@pytest.fixture
def good(project, record_site):
    """A project with a good site in place."""
    shutil.copytree(record_site, project / "site")
    return project


def change(file, before, after):
    text = file.read_text(encoding="utf-8")
    assert text.count(before) >= 1, before
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def fails_and_leaves_the_site(project, *arguments):
    before = fingerprints(project / "site")
    done = minutes(project, "build", *arguments)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert fingerprints(project / "site") == before
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_fault_in_the_data_leaves_the_site_as_it_was(good, engine):
    change(good / MEETING, "apologies: [LW]", "apologeis: [LW]")
    said = fails_and_leaves_the_site(good, "--engine", engine)
    assert "data/meetings/2022-03-21.yml:12:1: 'apologeis' is not a known key" in said
    assert not (good / "build" / "site").exists()


def test_what_leads_to_nothing_or_is_loaded_from_another_host_leaves_the_site_as_it_was(good):
    (good / "docs/about/more.md").write_text('# More\n\n<p><a href="../nowhere/">Nowhere</a></p>\n')
    change(good / "mkdocs.yml", "  - About: about/index.md", "  - About: about/index.md\n  - More: about/more.md")
    change(good / "docs/about/index.md", "## How", '<p><img src="https://example.org/x.png" alt="x"></p>\n\n## How')
    said = fails_and_leaves_the_site(good)
    assert "about/more/index.html: the link ../nowhere/ leads to nothing" in said
    assert "about/index.html: the page loads https://example.org/x.png from another host" in said
    assert "the built site is not complete: 2 faults" in said


def test_a_page_that_the_generator_cannot_build_leaves_the_site_as_it_was(good):
    change(good / "docs/about/index.md", "{{ about_record() }}", "{{ no_such_macro() }}")
    said = fails_and_leaves_the_site(good)
    assert "mkdocs could not build the site; site is as it was" in said


def test_a_generator_that_fails_at_once_leaves_the_site_as_it_was(good):
    (good / "mkdocs.yml").write_text("no_such_key: {")
    said = fails_and_leaves_the_site(good)
    assert "mkdocs could not build the site; site is as it was" in said


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_page_by_hand_where_a_generated_one_belongs_leaves_the_site_as_it_was(good, engine):
    (good / "docs/people").mkdir()
    (good / "docs/people/index.md").write_text("# Mine\n")
    said = fails_and_leaves_the_site(good, "--engine", engine)
    assert "docs/people/index.md" in said
    assert "move it away" in said


@pytest.mark.parametrize("folder", ["data", "."])
def test_a_folder_that_is_no_built_site_is_never_replaced_by_one(project, folder):
    before = fingerprints(project / folder)
    done = minutes(project, "build", "--site", folder)
    after = fingerprints(project / folder)
    assert {name: after.get(name) for name in before} == before
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [(*MINUTES, "check"), (*MKDOCS, "build")])
def test_a_day_in_the_environment_that_is_none_is_answered_by_a_sentence(project, command):
    done = run(project, *command, MINUTES_TODAY="yesterday")
    assert done.returncode != 0
    assert "'yesterday'" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("command", [(*MINUTES, "check"), (*MINUTES, "build"), (*MKDOCS, "build")])
def test_a_day_of_building_that_is_none_is_answered_by_a_sentence(project, command):
    done = run(project, *command, SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode != 0
    assert "SOURCE_DATE_EPOCH is 'yesterday'; expected seconds since 1970" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (project / "site").exists()


def test_a_good_build_takes_the_place_of_the_last_one_whole(good):
    (good / "site" / "left-over.html").write_text("from before")
    change(good / MEETING, "location: Microsoft Teams", "location: An invented hall")
    done = minutes(good, "build")
    assert done.returncode == 0
    assert "site holds the whole record; every link in it resolves.\nLooked at 6 files: 1 meeting" in done.stdout
    assert not (good / "site" / "left-over.html").exists()
    assert "An invented hall" in text(article(good / "site", "meetings/2022-03-21/"))
    assert {path.name for path in good.iterdir() if ".site" in path.name} == {".site.lock"}


@pytest.fixture
def audited(record_project, record_site, tmp_path):
    """Audits a copy of the good site after a change, and gives the sentences."""
    site = tmp_path / "site"
    shutil.copytree(record_site, site)

    def audit():
        done = CliRunner().invoke(main, ["--project", str(record_project), "audit", str(site)])
        assert isinstance(done.exception, SystemExit | None)
        return done.exit_code, done.stdout.splitlines()

    return site, audit


def test_the_audit_of_the_whole_site_finds_nothing(audited):
    site, audit = audited
    assert audit() == (0, [f"{site} holds the whole record; every link in it resolves."])


def test_the_audit_names_the_meeting_whose_page_is_gone(audited):
    site, audit = audited
    (site / PAGE).unlink()
    code, said = audit()
    assert code == 1
    assert "data/meetings/2022-03-21.yml: its page /meetings/2022-03-21/ was not built" in said
    about_its_links = re.compile(r"\S+: the link \S*2022-03-21/(#\S+)? leads to nothing")
    assert [line for line in said[1:] if "was not built" not in line and not about_its_links.fullmatch(line)] == []


def test_the_audit_names_the_action_whose_permanent_address_is_gone(audited):
    site, audit = audited
    change(site / "actions/2021/index.html", '<li id="iag0721-06"', "<li")
    code, said = audit()
    assert code == 1
    assert "action IAG0721-06: its permanent address /actions/2021/#iag0721-06 is missing" in said
    assert [line for line in said if "iag0721-06" not in line.lower()] == []


def test_the_audit_names_the_row_of_the_agenda_that_is_gone(audited):
    site, audit = audited
    change(site / PAGE, 'id="agenda-8"', 'id="agenda-7"')
    code, said = audit()
    assert code == 1
    fields = ["number", "time", "title", "lead"]
    place = "the place /meetings/2022-03-21/#agenda-8 was not built"
    link = "the link ../../meetings/2022-03-21/#agenda-8 leads to a place that is not on meetings/2022-03-21/index.html"
    assert sorted(said) == sorted([
        f"cite/2022/index.html: {link}",
        *(f"data/meetings/2022-03-21.yml: agenda.8.{field}: {place}" for field in fields),
    ])  # fmt: skip


# One value of the built meeting's page, what stands there after it was taken out, and its key in the data.
TAKEN_OUT = {
    "title": ("Meeting Minutes – Automatic Number Plate", "Meeting Minutes – Number Plate", "title"),
    "date": ('"date">21 March 2022<', '"date"><', "date"),
    "time": ('"time">10:00 to 12:00<', '"time"><', "time"),
    "location": ('"location">Microsoft Teams<', '"location"><', "location"),
    "status": (">Published by the office<", ">By the office<", "status"),
    "chair": ("(FS), Biometrics and Surveillance Camera Commissioner</dd>", "</dd>", "chair"),
    "attendee": ("(LMF), Policy Officer", "Policy Officer", "attendees"),
    "apologies": ("(LW)", "", "apologies"),
    "agenda number": ('"agenda.number">1<', '"agenda.number"><', "agenda.1.number"),
    "agenda time": ("10:55 to 11:15", "10:55 to 11:16", "agenda.6.time"),
    "agenda title": ('"agenda.title">AOB<', '"agenda.title"><', "agenda.9.title"),
    "agenda lead": (">SS</a></td>", "></a></td>", "agenda.7.lead"),
    "action wording": ("Raise ANPR misreads with Ministers.", "Raise misreads with Ministers.", "actions.4.action"),
    "action owner": (">LP</a></span>", "></a></span>", "actions.5.owner"),
    "action status": ("Outstanding</span>", "</span>", "actions.6.status"),
    "action update": ("the intension of", "the intention of", "actions.10.update"),
    "reason": ("The owner cannot be read.", "The owner is not known.", "acknowledged.1.reason"),
    "source date": ('"sources.published">8 April 2022<', '"sources.published"><', "sources.1.published"),
    "source parts": (">attendance and actions arising<", ">attendance<", "sources.2.supplies.2"),
    "notes": ("the place as &quot;Virtual&quot;", "the place", "notes.2"),
}


@pytest.mark.parametrize(("before", "after", "key"), TAKEN_OUT.values(), ids=TAKEN_OUT)
def test_the_audit_names_the_one_value_that_is_gone_from_the_meetings_page(audited, before, after, key):
    site, audit = audited
    page = site / PAGE
    written = page.read_text(encoding="utf-8").replace("&#34;", "&quot;")
    assert before in written
    page.write_text(written.replace(before, after, 1), encoding="utf-8")
    code, said = audit()
    assert code == 1
    [sentence] = said
    assert sentence.startswith(f"data/meetings/2022-03-21.yml: {key}: ")


@pytest.mark.parametrize(
    ("file", "before", "after", "expected"),
    [
        ("about/index.html", ">ANPR IAG<", "><", "data/group.yml: short_name: "),
        ("about/index.html", "/open-government-licence/", "/licence/", "data/group.yml: licence.url: "),
        ("people/index.html", "Strategic Capability Manager", "Manager", "data/people.yml: people.HH.roles.1.title: "),
        ("terms-of-reference/index.html", "Tony Porter", "N. N.", "data/terms-of-reference/public-record.md: text: "),
        (
            "actions/iag0721-01/index.html",
            ">Reviewed, finalised and published.<",
            "><",
            "data/meetings/2022-03-21.yml: actions.1.update: ",
        ),
    ],
)
def test_the_audit_names_the_one_value_that_is_gone_from_another_page(audited, file, before, after, expected):
    site, audit = audited
    page = site / file
    page.write_text(page.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    code, said = audit()
    assert code == 1
    [sentence] = said
    assert sentence.startswith(expected)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            'href="../meetings/2022-03-21/#iag0721-06"',
            'href="../meetings/2022-03-21/#iag0721-66"',
            "leads to a place that is not on meetings/2022-03-21/index.html",
        ),
        ('href="iag0721-06/"', 'href="iag0721-66/"', "leads to nothing"),
    ],
)
def test_the_audit_names_the_link_whose_target_is_gone(audited, before, after, expected):
    site, audit = audited
    change(site / "actions/index.html", before, after)
    address = after.split('"')[1]
    assert audit() == (1, [f"actions/index.html: the link {address} {expected}"])


def test_the_audit_names_the_style_sheet_that_is_gone(audited):
    site, audit = audited
    (site / "stylesheets/print.css").unlink()
    code, said = audit()
    assert code == 1
    assert "actions/index.html: the link ../stylesheets/print.css leads to nothing" in said
    assert all(line.endswith("stylesheets/print.css leads to nothing") for line in said)


def test_the_audit_of_an_empty_folder_names_every_page(record_project, tmp_path):
    done = minutes(record_project, "audit", str(tmp_path))
    assert done.returncode == 1
    assert "data/people.yml: its page /people/ was not built" in done.stdout
    assert "data/meetings/2022-03-21.yml: its page /meetings/2022-03-21/ was not built" in done.stdout


def test_the_generator_on_its_own_says_what_is_wrong_with_the_data_in_sentences(project):
    change(project / MEETING, "apologies: [LW]", "apologeis: [LW]")
    done = run(project, *MKDOCS, "build", "--strict")
    assert done.returncode == 1
    assert "data/meetings/2022-03-21.yml:12:1: 'apologeis' is not a known key" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("command", [["build"], ["check"]])
def test_no_command_shows_a_traceback_for_a_project_without_data(project, command):
    shutil.rmtree(project / "data")
    done = minutes(project, *command)
    assert done.returncode == 1
    assert "data/group.yml:1:1: the file is missing" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_meeting_file_is_enough_for_its_page_its_entry_and_the_links_to_it_and_leaves_nothing_when_it_goes(project):
    extra = project / "data/meetings/2022-06-20.yml"
    extra.write_text(LATER, encoding="utf-8")
    site = built(project)
    later, earlier = article(site, "meetings/2022-06-20/"), article(site, "meetings/2022-03-21/")
    assert text(later).startswith("Meeting of 20 June 2022 20 June 2022 This record is a draft.")
    assert neighbours(later)["21 March 2022"] == "../2022-03-21/"
    assert neighbours(earlier)["20 June 2022"] == "../2022-06-20/"
    other_forms = "Download: ODT JSON Cite: How to cite BibTeX RIS CSL-JSON"
    assert text(later).endswith(f"The meeting before: 21 March 2022 All meetings {other_forms}")
    assert "The meeting after: 20 June 2022 All meetings" in text(earlier)
    entries = article(site, "meetings/").xpath(".//ul[@class='meetings']/li/a/@href")
    assert entries == ["2022-06-20/", "2022-03-21/"]
    assert "Meeting of 20 June 2022" in text(article(site, ""))
    extra.unlink()
    (project / "data/meetings/2022-09-19.yml").write_text(NEXT, encoding="utf-8")
    site = built(project)
    assert {"meetings/2022-06-20/", "meetings/2022-09-19/"} & set(page_addresses(site)) == {"meetings/2022-09-19/"}
    home = text(article(site, ""))
    assert "Planned meetings on record 19 September 2022 An invented hall" in home
    assert "Meeting of 21 March 2022 10:00 to 12:00, Microsoft Teams. Published by the office." in home


def neighbours(page):
    links = page.xpath(".//nav[@class='neighbours'][last()]//a")
    return {text(link).partition(": ")[2]: link.get("href") for link in links}


@pytest.mark.parametrize(
    "command",
    [(*MINUTES, "build"), (*MINUTES, "build", "--engine", "zensical"), (*MKDOCS, "build", "--site-dir", "new")],
)
def test_a_page_written_by_hand_where_a_generated_one_belongs_is_refused(project, command):
    page = project / "docs/meetings/index.md"
    page.parent.mkdir()
    page.write_text("# By hand\n", encoding="utf-8")
    done = run(project, *command)
    assert done.returncode != 0
    assert "docs/meetings/index.md is where a generated page belongs; move it away" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert page.read_text(encoding="utf-8") == "# By hand\n"
    assert not (project / "site").exists()


def test_the_record_is_read_once_for_a_build(project):
    done = run(project, sys.executable, "-c", COUNT_READINGS, str(project))
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "read 1 time"), done.stderr


COUNT_READINGS = """
import sys
from pathlib import Path
from macros.record import reading
from macros.rules import loading
from macros.site import publish

times = []
def counted(folder, read=reading.read_folder):
    times.append(folder)
    return read(folder)

loading.read_folder = counted
publish(Path(sys.argv[1]), Path(sys.argv[1]) / "site")
print("read", len(times), "time")
"""
