"""Every sentence is in the catalogue, and a language that has a translation is spoken throughout."""

import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from invented_translation import LANGUAGE, LOCALE, ROOT, TEMPLATE, bracketed, write_invented_translation
from jinja2 import Environment, nodes
from pydantic import ValidationError

from macros import language
from macros.language import translation
from macros.record.models import Group

SCRIPTS = sorted([*(ROOT / "docs/scripts").rglob("*.js"), *(ROOT / "macros/office/forms/browser").glob("*.js")])
TEMPLATES = sorted(path for path in (ROOT / "macros").rglob("*.html") if "vendor" not in path.parts)


@pytest.fixture(scope="module")
def sentences() -> set[str]:
    with TEMPLATE.open("rb") as text:
        return {
            id_ for message in read_po(text) for id_ in ([message.id] if isinstance(message.id, str) else message.id)
        }


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The invented translation alone, in a folder of its own, and spoken."""
    write_invented_translation(tmp_path)
    monkeypatch.setattr(translation, "CATALOGUES", tmp_path)
    monkeypatch.setattr(translation._Setting, "locale", LOCALE)
    translation._translations.cache_clear()
    yield
    translation._translations.cache_clear()


def test_the_template_of_the_catalogue_is_current() -> None:
    written = runpy.run_path(str(ROOT / "words/make.py"))["catalogue"]()
    assert TEMPLATE.read_text(encoding="utf-8") == written, "run `make words`"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("No meeting has been held yet.", id="a template"),
        pytest.param("%(meeting)s: %(opened)s opened, %(closed)s closed, %(open)s open after", id="a trans block"),
        pytest.param("Show the next {number} of {left} more", id="a script"),
        pytest.param("{number} results", id="the plural of a script"),
        pytest.param("How a reader reaches the publisher.", id="the description of a field"),
        pytest.param("Short name", id="the title of a field"),
    ],
)
def test_the_catalogue_holds_sentences_from(sentence: str, sentences: set[str]) -> None:
    assert sentence in sentences


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_babel_finds_every_sentence_of_a_script(script: Path, sentences: set[str]) -> None:
    """Babel reads scripts by rules of its own, and passes over a call that stands inside another one's brackets."""
    said = re.findall(r'\bsay(?:Count)?\(\s*("(?:[^"\\]|\\.)*")?', script.read_text(encoding="utf-8"))
    defined = script.name == "say.js"
    assert [text for text in said if not (defined or (text and json.loads(text) in sentences))] == []


# A text of a script that a reader would read: three words in a row.
_SAID = re.compile(r'\bsay(Count)?\("(?:[^"\\]|\\.)*"(, "(?:[^"\\]|\\.)*")?')
_WORDS = re.compile(r"""(["'`])(?:(?!\1).)*?[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}(?:(?!\1).)*?\1""")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_no_sentence_that_is_not_marked(script: Path) -> None:
    lines = [
        line
        for line in script.read_text(encoding="utf-8").splitlines()
        if not line.lstrip().startswith(("//", "*", "/*"))
    ]
    texts = [found[0][1:-1] for line in lines for found in _WORDS.finditer(_SAID.sub("", line))]
    assert texts == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_no_word_that_is_not_marked(template: Path) -> None:
    assert list(unmarked(template.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Forgotten</p>", ["Forgotten"]),
        ('<p aria-label="Forgotten">{{ name }}</p>', ["Forgotten"]),
        ('<td data-label="{{ "Forgotten" if name else "Too" }}"></td>', ["Forgotten", "Too"]),
        ('{{ _("Said") }}{% trans %}Said{% endtrans %}{{ "; " }}<code data-field="name">{{ name["key"] }}</code>', []),
    ],
)
def test_a_forgotten_word_is_found(template: str, found: list[str]) -> None:
    assert list(unmarked(template)) == found


_READ = "aria-label|title|alt|placeholder|data-label|label"
_SAYING = ("_", "gettext", "ngettext")
# Names of ours that stand in expressions, not words for a reader: `actions.id`, `tracker/tracker.js`, `open-now`.
_NAME = re.compile(r"[a-z0-9_./-]*")


def unmarked(template: str) -> Iterator[str]:
    """The words of a template that are not marked: what it says itself, in text and in the attributes that are read,
    and what its expressions say."""
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(template)
    own = "".join(node.data for node in tree.find_all(nodes.TemplateData))
    own = re.sub(r"<style>.*?</style>|<!doctype html>", "", own, flags=re.DOTALL)
    own = re.sub(rf'\s(?!(?:{_READ})=)[\w-]+="[^"]*"', "", own)
    yield from re.findall(r"[A-Za-z]+", re.sub(r"</?\w+|\s[\w-]+=|\s(hidden)(?=[\s>])", " ", own))
    yield from (text for text in _texts(tree) if not _NAME.fullmatch(text.strip(" .,;:–()#→\n")))


def _texts(node: nodes.Node) -> Iterator[str]:
    """The texts in the expressions below a node that are not said by gettext."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in _SAYING:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _texts(child)


@pytest.mark.usefixtures("invented")
def test_the_scripts_get_each_form_by_the_name_that_a_browser_asks_for() -> None:
    said = language.script_messages()
    assert said["Looking …"] == bracketed("Looking …")
    forms = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 4, "other": 0}
    many = bracketed("{number} results")
    assert said["{number} result"] == {name: many.replace("⟦", f"⟦{form}: ") for name, form in forms.items()}
    assert "No meeting has been held yet." not in said


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize(
    ("locale", "is_supported"),
    [(LOCALE, True), (LANGUAGE, True), ("en_GB", True), ("en_IE", True), ("de_DE", False), ("cy_XX", False)],
)
def test_a_language_is_spoken_that_has_a_catalogue(locale: str, is_supported: bool) -> None:
    assert language.is_supported(locale) == is_supported


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("en-GB", "en_GB"), ("EN_gb", "en_GB"), ("en_UK", "en_GB"), ("cy-gb", "cy_GB"),
        ("english", ""), ("de-DE", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_language_written_otherwise_is_known_where_it_is_spoken(found: str, meant: str) -> None:
    assert language.supported_like(found) == meant


def test_without_its_catalogue_a_language_is_refused() -> None:
    assert not language.is_supported(LOCALE)


@pytest.mark.usefixtures("invented")
def test_the_group_speaks_a_language_that_has_a_catalogue() -> None:
    typed = {
        "name": "Invented", "short_name": "I", "publisher": "INO", "locale": LOCALE,
        "licence": {"name": "Invented", "url": "https://licence.example/"},
    }  # fmt: skip
    assert Group.model_validate(typed).locale == LOCALE
    with pytest.raises(ValidationError, match="de_DE"):
        Group.model_validate({**typed, "locale": "de_DE"})
