"""A wrong translation is reported with its line, before the translation is used."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from folders import DATA

from macros import language
from macros.cli import main
from macros.language import translation
from macros.record.catalogues import faults_of
from macros.record.problems import Unpublishable
from macros.rules.loading import load

HEAD = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
FILE = "macros/language/locale/de/LC_MESSAGES/messages.po"


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a German catalogue that is still to be written; nothing is spoken in German afterwards."""
    monkeypatch.setattr(translation, "CATALOGUES", tmp_path / "locale")
    monkeypatch.setattr(translation._Setting, "locale", language.ENGLISH)
    file = tmp_path / "locale/de/LC_MESSAGES/messages.po"
    file.parent.mkdir(parents=True)
    translation._translations.cache_clear()
    return file


def messages(file: Path, text: str) -> list[str]:
    file.write_text(HEAD + text, encoding="utf-8")
    return [str(problem) for problem in faults_of("de_DE")]


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ('msgid "Meeting of {day}"\nmsgstr "Sitzung vom {day}"', None),
        ('msgid "Meeting of {day}"\nmsgstr ""', None),
        ('#, fuzzy\nmsgid "Meeting of {day}"\nmsgstr "Sitzung vom {tag}"', None),
        (
            'msgid "Meeting of {day}"\nmsgstr "Sitzung vom {tag}"',
            "the translation has {tag}, which nothing fills in; keep {day}, as the English text has it",
        ),
        (
            'msgid "%(one)s of %(all)s"\nmsgstr "%(one)s von %(alle)s"',
            "the translation has %(alle)s, which nothing fills in; keep %(all)s, as the English text has it",
        ),
        ('msgid "Meeting"\nmsgstr "Sitzung {}"', "the translation has {}, which nothing fills in; delete it"),
        (
            'msgid "Meeting of {day}"\nmsgstr "Sitzung"',
            "the translation lacks {day}, which the English text has; put it where it belongs",
        ),
        ('msgid "{n} file"\nmsgid_plural "{n} files"\nmsgstr[0] "eine Datei"\nmsgstr[1] "{n} Dateien"', None),
        (
            'msgid "{n} file"\nmsgid_plural "{n} files"\nmsgstr[0] "{n} Datei"\nmsgstr[1] "{m} Dateien"',
            "the translation has {m}, which nothing fills in; keep {n}, as the English text has it",
        ),
        (
            'msgid "Meeting of {day}"\nmsgstr "Sitzung vom {day} }"',
            "the translation has a brace without its pair; write both, as the English text has them",
        ),
        ('#: macros/prose.py\nmsgid "All"\nmsgstr "100 %"', None),
        ('#: macros/pages/templates/a.html\nmsgid "All"\nmsgstr "100 %%"', None),
        (
            '#: macros/pages/templates/a.html\nmsgid "All"\nmsgstr "100 %"',
            "the translation has a '%' by itself; write it twice",
        ),
    ],
)  # fmt: skip
def test_a_translation_fills_in_what_the_english_does(german: Path, message: str, found: str | None) -> None:
    line = HEAD.count("\n") + message[: message.index("msgid")].count("\n") + 1
    assert messages(german, f"{message}\n") == ([f"{FILE}:{line}:1: {found}"] if found else [])


NOT_UNDERSTOOD = (
    '\'{}\' is not understood here; expected msgid "...", then msgstr "...", '
    'or as many msgstr[0] "..." as nplurals in the header of the file says'
)


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ('msgid "a"\nSitzung\n', 7, NOT_UNDERSTOOD.format("Sitzung")),
        ('msgid "a"\nmsgstr "b\n', 7, NOT_UNDERSTOOD.format('msgstr "b')),
        ('msgid "a"\nmsgstr b\n', 7, NOT_UNDERSTOOD.format("msgstr b")),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\nmsgstr[2] "e"\n', 6,
            NOT_UNDERSTOOD.format('msgid "a"'),
        ),
    ],
)  # fmt: skip
def test_what_is_no_catalogue_is_reported_with_its_line(german: Path, text: str, line: int, found: str) -> None:
    assert messages(german, text) == [f"{FILE}:{line}:1: {found}"]


def test_a_catalogue_that_is_no_text_or_has_no_valid_header_is_reported(german: Path) -> None:
    german.write_bytes(f'{HEAD}msgid "a"\nmsgstr "ü"\n'.encode("latin-1"))
    said = "this line is not UTF-8 text; save the file again as UTF-8"
    assert [str(problem) for problem in faults_of("de_DE")] == [f"{FILE}:7:1: {said}"]
    german.write_text(HEAD.replace("charset=utf-8", "charset=utf-88") + 'msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    said = "the header of this catalogue cannot be read; create the file again with 'pybabel init'"
    assert [str(problem) for problem in faults_of("de_DE")] == [f"{FILE}:1:1: {said}"]


def test_the_check_tells_it_in_english_and_the_record_is_not_published(german: Path, tmp_path: Path) -> None:
    shutil.copytree(DATA / "toy/data", tmp_path / "data")
    with (tmp_path / "data/group.yml").open("a", encoding="utf-8") as group:
        group.write("locale: de_DE\n")
    german.write_text(f'{HEAD}msgid "Meeting of {{day}}"\nmsgstr "Sitzung vom {{tag}}"\n', encoding="utf-8")
    fault = "the translation has {tag}, which nothing fills in; keep {day}, as the English text has it"
    done = CliRunner().invoke(main, ["check", "--project", str(tmp_path)])
    assert done.exit_code == 1
    assert f"{FILE}:6:1: {fault}" in done.stdout.splitlines()
    with pytest.raises(Unpublishable, match="nothing fills in"):
        load(tmp_path)
    done = CliRunner().invoke(main, ["init", "--project", str(tmp_path), "--locale", "de_DE"])
    assert (done.exit_code, done.stderr) == (1, f"{FILE}:6:1: {fault}\n")


def test_no_catalogue_has_no_fault() -> None:
    assert faults_of("en_GB") == ()
