"""The other generators: Zensical shows the same text, and anybody gets the same pages as files."""

import json
import shutil
import sys
from base64 import b64encode
from hashlib import sha256
from urllib.parse import unquote

import pytest
from a_project import article, built, copy_project, fingerprints, minutes, page_addresses, run, text, tree

ADDED_BY_THE_HOOK = """
import hashlib, json, pathlib, sys
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
config = load_config("mkdocs.yml")
config = config.plugins.on_config(config)
files = config.plugins.on_files(get_files(config), config=config)
made = {file.src_uri: hashlib.sha256(file.content_bytes).hexdigest() for file in files if file.generated_by}
pathlib.Path(sys.argv[1]).write_text(json.dumps(made), encoding="utf-8")
"""


@pytest.fixture(scope="module")
def zensical_project(tmp_path_factory):
    pytest.importorskip("zensical")
    folder = copy_project(tmp_path_factory.mktemp("zensical") / "project")
    built(folder, "--engine", "zensical")
    return folder


@pytest.fixture(scope="module")
def hostile_by_zensical(hostile_project, tmp_path_factory):
    """The site of the hostile record, built in a copy of its project."""
    pytest.importorskip("zensical")
    folder = shutil.copytree(hostile_project, tmp_path_factory.mktemp("hostile") / "project")
    built(folder, "--engine", "zensical", "--site", "by/zensical")
    return folder / "by/zensical"


def test_both_generators_make_the_same_pages(record_site, zensical_project):
    assert page_addresses(zensical_project / "site") == page_addresses(record_site)
    assert len(page_addresses(record_site)) > 9


def test_the_visible_text_of_every_page_is_the_same_from_both(record_site, zensical_project):
    for address in page_addresses(record_site):
        by_mkdocs = text(article(record_site, address))
        assert len(by_mkdocs) > 50
        assert text(article(zensical_project / "site", address)) == by_mkdocs, address


def test_every_anchor_of_every_page_is_the_same_from_both(record_site, zensical_project):
    for address in page_addresses(record_site):
        by_mkdocs, by_zensical = (
            [str(found) for found in article(site, address).xpath(".//@id[. != '__skip']")]
            for site in (record_site, zensical_project / "site")
        )
        assert by_zensical == by_mkdocs, address


def test_zensical_leaves_nothing_of_its_work_in_the_project(zensical_project):
    left = {path.name for path in zensical_project.iterdir()} - {".cache", ".site.lock"}
    assert left == {"data", "docs", "macros", "mkdocs.yml", "overrides", "site"}


def test_the_hostile_record_reads_the_same_from_both(hostile_site, hostile_by_zensical):
    for address in page_addresses(hostile_site):
        by_mkdocs = text(article(hostile_site, address))
        assert text(article(hostile_by_zensical, address)) == by_mkdocs, address


def test_the_site_may_go_into_a_folder_that_does_not_exist_yet(hostile_project, hostile_by_zensical):
    assert not (hostile_project / "by").exists()
    assert (hostile_by_zensical / "index.html").exists()


def test_pages_as_files_are_the_ones_that_the_hook_adds(project, tmp_path):
    done = run(project, sys.executable, "-c", ADDED_BY_THE_HOOK, str(tmp_path / "hook.json"))
    assert done.returncode == 0, done.stderr
    by_hook = json.loads((tmp_path / "hook.json").read_text(encoding="utf-8"))
    minutes(project, "pages", "--out", str(tmp_path / "pages"))
    by_command = {name: sha256(content).hexdigest() for name, content in fingerprints(tmp_path / "pages").items()}
    beside = (".odt", ".zip")  # see processes.py
    by_command = {name: mark for name, mark in by_command.items() if not name.endswith(beside)}
    del by_command[".generated-pages"]
    assert "meetings/2022-03-21/index.md" in by_hook
    assert by_command == by_hook


def test_pages_are_written_only_where_they_changed_and_removed_when_no_longer_made(project, tmp_path):
    out = tmp_path / "pages"
    minutes(project, "pages", "--out", str(out))
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.md")}
    (out / "by-hand.md").write_text("mine")
    (project / "data/meetings/2022-03-21.yml").unlink()
    assert minutes(project, "pages", "--out", str(out)).returncode == 0
    assert not (out / "meetings/2022-03-21/index.md").exists()
    assert (out / "by-hand.md").read_text() == "mine"
    assert (out / "people/index.md").stat().st_mtime_ns == before[out / "people/index.md"]


def test_pages_never_overwrite_a_file_that_somebody_wrote(project, tmp_path):
    mine = tmp_path / "pages" / "people" / "index.md"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    done = minutes(project, "pages", "--out", str(tmp_path / "pages"))
    assert (done.returncode, mine.read_text()) == (1, "mine")
    assert "was not made by this command; move it away" in done.stderr


def test_the_menu_of_every_page_is_the_same_from_both(record_site, zensical_project):
    for address in page_addresses(record_site):
        menus = [menu(site / address / "index.html") for site in (record_site, zensical_project / "site")]
        assert menus[0] == menus[1] == ["Home", "Meetings", "Actions", "Terms of reference", "People", "About"]


def test_the_sheets_of_a_print_say_the_same_from_both(record_site, zensical_project, hostile_site, hostile_by_zensical):
    for site, other in ((record_site, zensical_project / "site"), (hostile_site, hostile_by_zensical)):
        for address in page_addresses(site):
            said, also = (tree(folder / address / "index.html").get("style") for folder in (site, other))
            assert said.startswith('--group: "')
            assert plain(also) == plain(said), address


def plain(style):
    """The generators write an apostrophe in an address each in a way of its own."""
    return unquote(style.replace("\\27 ", "'"))


def menu(file):
    return [text(link) for link in tree(file).xpath("//nav[@class='site-nav']//a[@href]")]


def test_the_policy_of_every_page_names_its_own_styles_from_both(
    record_site, zensical_project, hostile_site, hostile_by_zensical
):
    for site in (record_site, zensical_project / "site", hostile_site, hostile_by_zensical):
        for address in page_addresses(site):
            page = tree(site / address / "index.html")
            [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            for style in (page.get("style"), *page.xpath("//style/text()")):
                assert b64encode(sha256(style.encode()).digest()).decode() in policy, (site, address)
