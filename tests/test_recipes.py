"""Each recipe of the guide is tried: what it writes is read without a fault, and the page shows what it says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from macros.office.guide.recipes import recipes as recipes_page
from macros.office.recipes import FILES, KINDS, Recipe, parts, recipes, uses
from macros.office.reference import reference
from macros.pages import Page, about_record, frame
from macros.pages.stubs import all_stubs
from macros.record import Severity
from macros.record.models import Record
from macros.record.source import read_yaml
from macros.register import Register
from macros.rules.loading import load
from macros.site.shortcodes import rendered

EARLIER, DAY = "2025-06-12", "2025-09-18"
BASE = {
    "group": "name: Invented Parish Council\n",
    "people": "people:\n  AB: {name: Ann Bee}\n  CD: {name: Cee Dee}\n  EF: {name: Eve Fox}\n",
}
PAGES = {"people": "people/", "group": "about/", "terms": "terms-of-reference/", "glossary": "glossary/"}


def meetings(recipe: Recipe) -> Iterator[tuple[str, str]]:
    """The name and the text of the meeting files that a recipe needs, the latest last."""
    if "earlier" in recipe.also:
        yield EARLIER, f"date: {EARLIER}\nstatus: published\n{recipe.also['earlier']}\n"
    text = (recipe.write if recipe.file == "meeting" else "") + recipe.also.get("meeting", "")
    written = read_yaml(text, "meeting.yml")[0].plain
    begun = {"date": DAY, "status": "published"}
    added = "".join(f"{key}: {value}\n" for key, value in begun.items() if key not in written)
    yield written.get("date", DAY), added + text


def files(recipe: Recipe) -> Iterator[tuple[str, str]]:
    """The path and the text of each file of the record that a recipe makes."""
    for stem, text in meetings(recipe):
        yield f"data/meetings/{stem}.yml", text
    for file in ("group", "people", "glossary", "redirects"):
        also = recipe.also.get(file) and BASE.get(file, "") * (file == "group") + recipe.also[file]
        text = recipe.write if recipe.file == file else also or BASE.get(file, "")
        if text:
            yield f"data/{file}.yml", text
    if recipe.file == "terms":
        adopted = str(recipe.entry.plain.get("adopted"))
        yield f"data/terms-of-reference/{adopted if re.match('[0-9]', adopted) else 'terms'}.md", recipe.write
    for paper in re.findall(r"file: (.+)", recipe.write):
        yield f"docs/papers/{paper}", "An invented paper."


def record(recipe: Recipe, folder: Path) -> Register:
    """The record that a recipe makes."""
    for path, text in files(recipe):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return load(folder)


def shown(register: Register, address: str) -> str:
    """The text of a page with its footer, as a reader sees it."""
    sources = {stub.address: stub.text for stub in all_stubs(register)}
    page = Page(register, address)
    text = rendered(register, address, sources[address]) if address in sources else about_record(page)
    text += str(frame(page, "", {})["published"])
    return " ".join(html.fromstring(f"<body>{text}</body>").text_content().split())


def page_of(recipe: Recipe) -> str:
    """The address of the page that shows a recipe."""
    [*_, (stem, _text)] = meetings(recipe)
    return recipe.page or PAGES.get(recipe.file, f"meetings/{stem}/")


def test_there_are_many_recipes() -> None:
    assert len(recipes()) > 100


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.anchor)
def test_a_recipe_is_read_without_a_fault_and_shown(recipe: Recipe, tmp_path: Path) -> None:
    register = record(recipe, tmp_path)
    assert [str(one) for one in register.archive.problems if one.severity is not Severity.NOTE] == []
    assert recipe.shows in shown(register, page_of(recipe))


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return record(Recipe(write="", shows=""), tmp_path_factory.mktemp("without"))


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.anchor)
def test_what_a_recipe_shows_is_not_there_without_it(recipe: Recipe, without: Register) -> None:
    address = page_of(recipe)
    if address in {stub.address for stub in all_stubs(without)} | {"about/"}:
        assert recipe.shows not in shown(without, address)


# The keys


def keys() -> set[tuple[str, str]]:
    """Each key of each record in a file that recipes are for, with the name of the record."""
    found = set()
    for kind in KINDS.values():
        schema = kind.model_json_schema()
        for name, record in {kind.__name__: schema, **schema.get("$defs", {})}.items():
            found |= {(name, key) for key in record.get("properties", ())}
    return found


def test_the_recipes_use_every_key() -> None:
    used = {(use.kind, use.key) for recipe in recipes() for use in uses(recipe)}
    assert sorted(keys() - used) == []
    assert sorted(used - keys()) == []


@pytest.mark.parametrize(("file", "kind"), KINDS.items())
def test_the_recipes_of_a_file_use_every_key_at_its_top(file: str, kind: type[Record]) -> None:
    of_file = {
        use.key for recipe in recipes() if recipe.file == file for use in uses(recipe) if use.kind == kind.__name__
    }
    assert of_file == set(kind.model_fields)


@pytest.mark.parametrize(
    ("says", "kind", "key", "written"),
    [
        ("Apologies: none", "Meeting", "apologies", "apologies: none"),
        ("Apologies: none", "Meeting", "agenda", None),
        ("CD (deputising for AB)", "Attendee", "deputy_for", "deputy_for: AB"),
        ("CD (deputising for AB)", "Meeting", "attendance", ""),
        ("Date of next meeting: TBC", "Meeting", "next_meeting", "next_meeting: TBC"),
        ("4. Roads (AB)", "AgendaItem", "number", "number: 4"),
    ],
)  # fmt: skip
def test_what_a_recipe_writes_for_a_key_is_known(says: str, kind: str, key: str, written: str | None) -> None:
    [recipe] = [recipe for recipe in recipes() if recipe.says == says]
    assert {(use.kind, use.key): use.written for use in uses(recipe)}.get((kind, key)) == written


# The guide


def test_the_page_shows_every_recipe_in_a_table_with_headings(without: Register) -> None:
    tree = html.fromstring(f"<body>{recipes_page(Page(without, 'guide/recipes/'), 'The minutes say', 'Write')}</body>")
    assert [row.get("id") for row in tree.xpath("//tbody/tr")] == [recipe.anchor for recipe in recipes()]
    assert len({recipe.anchor for recipe in recipes()}) == len(recipes())
    assert len(tree.xpath("//table[thead//th[@scope='col'][2]]")) == len(parts())
    for recipe, row in zip(recipes(), tree.xpath("//tbody/tr"), strict=True):
        assert row.xpath("string(td/pre/code)") == recipe.write
        assert recipe.says in row.xpath("string(th)")
        assert (FILES[recipe.file] in row.xpath("string(td)")) is (recipe.file != "meeting")


def test_the_reference_has_a_recipe_for_every_key_and_leads_to_it() -> None:
    text = reference().partition("\n## Accessibility statement")[0]
    listed = re.findall(r"^- \*\*`\w+`\*\* .*", text, re.MULTILINE)
    assert len(listed) > 150
    anchors = {recipe.anchor for recipe in recipes()}
    assert [line for line in listed if not set(re.findall(r"\]\(recipes/index\.md#(.+?)\)", line)) & anchors] == []
