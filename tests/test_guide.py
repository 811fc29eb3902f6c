"""The guide explains every message of the check, and none that the check does not give."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from folders import DATA
from messages_in_code import messages as messages_in_code

from macros.office.guide.messages import Rule, explained_rules, explanation, messages
from macros.pages import Page
from macros.record.models import (
    Accessibility,
    ActionEntry,
    AgendaItem,
    Glossary,
    Group,
    Meeting,
    People,
    Person,
    Record,
    Redirects,
    Terms,
    read,
)
from macros.record.reading import read_folder
from macros.record.source import read_yaml
from macros.record.terms import read_terms
from macros.register.following import follow
from macros.register.register import Register
from macros.rules import LIFE_RULES, every_rule

GUIDE = Path(__file__).parent.parent / "docs/guide"
PAGE = GUIDE / "messages/index.md"
NAMES = {path.relative_to(GUIDE).as_posix() for path in GUIDE.rglob("*.md")}
MESSAGES = messages_in_code()
by_hand = re.findall(r"^- `(.+)`$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
by_rule = [message for rule in explained_rules() for message in explanation(rule).messages]


def found_in(text: str) -> set[str]:
    """The places of the messages of the code, or of parts of them, that a text contains."""
    return {place for place, message in MESSAGES.items() if message.search(text)}


def test_every_rule_is_on_the_page_with_a_message_and_its_fix(real_register: Register) -> None:
    text = messages(Page(real_register, "guide/messages/"))
    assert {*every_rule(), *LIFE_RULES} <= set(explained_rules())
    for rule in explained_rules():
        found = explanation(rule)
        assert found.messages and found.fix, rule.__name__
        assert f'<h3 id="{found.anchor}">' in text


def test_a_docstring_is_read_as_rule_messages_and_fix() -> None:
    def example() -> None:
        """The rule
        on two lines.

            a message that is
              long
            another

        Fix it.

        Or leave it.
        """

    found = explanation(example)
    assert found.rule == "The rule on two lines."
    assert found.messages == ("a message that is long", "another")
    assert found.fix == ("Fix it.", "Or leave it.")


@pytest.mark.parametrize("place", MESSAGES, ids=lambda place: place)
def test_every_message_of_the_code_is_explained(place: str) -> None:
    found = [message for message in (*by_hand, *by_rule) if MESSAGES[place].search(message)]
    assert found, f"macros/{place} reports what the guide does not explain: {MESSAGES[place].pattern}"


@pytest.mark.parametrize("message", [*by_hand, *by_rule], ids=lambda message: message)
def test_every_message_of_the_guide_is_one_of_the_code(message: str) -> None:
    assert found_in(message)


def test_every_message_about_the_awful_record_and_the_parsing_cases_is_explained() -> None:
    lines = (DATA / "awful/messages.txt").read_text(encoding="utf-8").splitlines()
    found = [line for line in lines if line.startswith("data/")]  # and is no corrected line
    found += [
        line for file in (DATA / "parsing").glob("*/messages.txt") for line in file.read_text("utf-8").splitlines()
    ]
    explained = found_in("\n".join((*by_hand, *by_rule)))
    assert len(found) > 100
    assert [line for line in found if not found_in(line.partition(": ")[2]) & explained] == []


@pytest.mark.parametrize("rule", [*every_rule(), *LIFE_RULES], ids=lambda rule: rule.__name__)
def test_what_a_rule_finds_in_the_awful_record_is_among_the_messages_of_that_very_rule(rule: Rule) -> None:
    archive = replace(read_folder(DATA / "awful").archive, checked_on=date(2026, 12, 1))
    for problem in rule(follow(archive) if rule in LIFE_RULES else archive):
        said = found_in(problem.message)
        assert said
        assert any(said <= found_in(message) for message in explanation(rule).messages), problem.message


def test_the_first_page_leads_to_every_page_of_the_guide() -> None:
    first = (GUIDE / "index.md").read_text(encoding="utf-8")
    assert {*re.findall(r"\]\(([\w/-]+\.md)\)", first), "index.md"} == NAMES


# The pages for who sets up, or rewrites the history with git; and one for each thing that happens.
OTHERS = {"elsewhere", "protect", "set-up", "withhold", "verify", "when", "reference.md"}


@pytest.mark.parametrize("name", sorted(name for name in NAMES if not OTHERS & {*Path(name).parts}))
def test_the_office_meets_words_of_git_only_on_buttons_and_where_they_are_explained(name: str) -> None:
    text = re.sub(r"`[^`]*`|\*\*[^*]*\*\*|\*[^*]*\*|\]\([^)]*\)", "", (GUIDE / name).read_text(encoding="utf-8"))
    if name == "words/index.md":
        _, _, text = text.partition("## How a file is written")
    assert re.findall(r"(?i)\b(?:repositor|branch|merg|commit|pull request)\w*", text) == []


def test_every_picture_is_taken_by_the_script_and_said_in_words() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in GUIDE.rglob("*.md"))
    shown = dict(re.findall(r"!\[(.*?)\]\(\.\./pictures/(\w+)\.png\)", text))
    script = (GUIDE.parent.parent / "pictures/make.py").read_text(encoding="utf-8")
    assert {path.stem for path in (GUIDE / "pictures").iterdir()} == set(shown.values())
    assert all(f'take(chromium, "{name}", ' in script for name in shown.values())
    assert all(len(words) > 40 for words in shown)


def examples() -> list[str]:
    """The pieces of files that the guide shows, each without its indentation."""
    found = []
    for name in ("publish", "card", "correct", "people", "words", "messages", "accessibility"):
        text = (GUIDE / name / "index.md").read_text(encoding="utf-8")
        blocks = re.findall(r"(?<=:\n\n)(( {4,})\S.*\n(?:\2.*\n|\n(?=\2))*)", text)
        found += [dedent(block) for block, _ in blocks if not block.lstrip().startswith("data/")]
    return found


def test_many_examples_are_shown() -> None:
    assert len(examples()) > 15


@pytest.mark.parametrize("example", examples())
def test_every_example_of_a_file_is_read_without_a_fault(example: str) -> None:
    entry, problems = read_yaml(example, "example.yml")
    assert problems == ()
    begun: dict[type[Record], dict[str, str]] = {
        Meeting: {"date": "2022-11-10", "status": "draft"}, ActionEntry: {"id": "IAG0721-06"},
        Accessibility: {"prepared": "2026-11-24"}, AgendaItem: {"title": "Welcome"}, Glossary: {},
        Group: {"name": "Invented"}, People: {}, Person: {}, Redirects: {},
    }  # fmt: skip
    named = {"people": entry.plain} if all(key.isupper() for key in entry.keys) else entry.plain
    assert any(isinstance(read(kind, {**start, **named}), kind) for kind, start in begun.items())


def test_the_example_of_the_terms_is_a_version() -> None:
    text = (GUIDE / "terms/index.md").read_text(encoding="utf-8")
    example = dedent(text[text.index("        ---") : text.index("    The note says")])
    entry, problems = read_terms(example, "2022-01-31.md")
    assert problems == ()
    assert isinstance(read(Terms, entry.plain), Terms)
