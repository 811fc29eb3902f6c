"""What a site says of where it comes from: the fingerprints of its files, and of those that it was made from."""

import json
import re
import shutil
import subprocess
from pathlib import Path

from a_project import built, copy_project, fingerprints
from lxml import html

from macros.register import addresses
from macros.site.place import MARK

REPOSITORY = "https://host.example/office/minutes"
IDENTITY = ("-c", "user.name=Invented Clerk", "-c", "user.email=clerk@invented.example")


def provenance(site: Path) -> dict:
    return json.loads((site / addresses.PROVENANCE).read_text(encoding="utf-8"))


def sums(folder: Path, files: list[str]) -> dict[str, str]:
    """The fingerprints by another program."""
    done = subprocess.run(["sha256sum", *files], cwd=folder, capture_output=True, text=True, check=True)
    return {name: found for found, name in (line.split("  ", 1) for line in done.stdout.splitlines())}


def test_every_file_of_the_site_and_every_file_that_it_was_made_from_has_its_fingerprint(record_project):
    site = record_project / "site"
    found = provenance(site)
    assert (found["schema"], found["version"], found["revision"]) == ("published-minutes/provenance", 1, None)
    files = sorted(set(fingerprints(site)) - {addresses.PROVENANCE, MARK})
    assert list(found["site"]) == files
    assert found["site"] == sums(site, files)
    assert list(found["made_from"]) == sorted(found["made_from"])
    assert {"data/group.yml", "data/meetings/2022-03-21.yml", "mkdocs.yml"} <= set(found["made_from"])
    assert found["made_from"] == sums(record_project, list(found["made_from"]))


def test_a_page_names_its_file_and_leads_to_its_history_and_that_of_a_correction(tmp_path):
    project = copy_project(tmp_path / "project")
    meeting = project / "data/meetings/2022-03-21.yml"
    with (project / "data/group.yml").open("a", encoding="utf-8") as group:
        group.write(f"repository: {REPOSITORY}\n")
    (project / ".gitignore").write_text("site\n", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    for old, new in (("", ""), ("location: ", "location: Invented ")):
        text = meeting.read_text(encoding="utf-8")
        assert old in text
        meeting.write_text(text.replace(old, new, 1), encoding="utf-8")
        for command in (("add", "."), (*IDENTITY, "commit", "--quiet", "-m", "Invented")):
            subprocess.run(["git", *command], cwd=project, check=True)
    site = built(project)
    commit = provenance(site)["revision"]
    assert re.fullmatch("[0-9a-f]{40}", commit)
    for page, file in (
        ("meetings/2022-03-21/", "data/meetings/2022-03-21.yml"), ("guide/forms/", "docs/guide/forms.md"),
        ("", "docs/index.md"),
    ):  # fmt: skip
        links = links_of(site, page)
        assert f"{REPOSITORY}/blob/HEAD/{file}" in links
        assert f"{REPOSITORY}/commits/HEAD/{file}" in links
    for page in ("corrections/", "meetings/2022-03-21/"):
        assert f"{REPOSITORY}/commit/{commit[:10]}" in links_of(site, page, "main")
        [now] = html.parse(site / page / "index.html").xpath("//dl//ins")
        assert now.text_content() == "[added: Invented ]"
    first = (site / addresses.PROVENANCE).read_bytes()
    shutil.rmtree(site)
    assert (built(project) / addresses.PROVENANCE).read_bytes() == first


def links_of(site: Path, page: str, part: str = "footer") -> list[str]:
    return html.parse(site / page / "index.html").xpath(f"//{part}//a/@href")
