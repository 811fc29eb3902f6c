"""Other forms of a page, which side features offer: a line at the end of the page, links for programs, and a list."""

import re
from collections.abc import Iterator

import pytest
from example_pages import as_text

from macros.pages import Page, all_stubs, alternatives
from macros.pages.alternatives import Alternative, Use, for_programs, other_forms
from macros.pages.reuse import other_forms_of_all, pages
from macros.register import Register

MEETING = "meetings/2022-03-21/"


def offer(register: Register, address: str) -> Iterator[Alternative]:
    if address in ("", MEETING):
        yield Alternative(Use.CITE, "Cite", f"{address}#cite", about="How to cite it.")
        yield Alternative(Use.DOWNLOAD, "JSON", f"{address}all.json", "application/json", "For programs.")


@pytest.fixture
def offering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alternatives, "offered", lambda name: [offer] if name == "ALTERNATIVES" else [])


@pytest.mark.usefixtures("offering")
def test_a_page_ends_with_its_other_forms_by_what_a_reader_does_with_them(real_register: Register) -> None:
    line = other_forms(Page(real_register, MEETING))
    assert re.findall(r"(\w+): <a href=\"([^\"]*)\"", line) == [("Download", "all.json"), ("Cite", "#cite")]
    assert other_forms(Page(real_register, "people/")) == ""
    called = {stub.address for stub in all_stubs(real_register) if "other_forms()" in stub.text}
    assert called == {MEETING}


@pytest.mark.usefixtures("offering")
def test_programs_find_those_that_are_files(real_register: Register) -> None:
    assert for_programs(real_register, MEETING) == [{"type": "application/json", "title": "JSON", "href": "all.json"}]
    [stub] = [stub for stub in all_stubs(real_register) if stub.address == MEETING]
    line = 'alternates: [{"type": "application/json", "title": "JSON", "href": "all.json"}]'
    assert line in stub.text.partition("\n---\n")[0].splitlines()


@pytest.mark.usefixtures("offering")
def test_one_page_lists_those_of_the_whole_record(real_register: Register) -> None:
    assert [stub.address for stub in pages(real_register)] == ["reuse/"]
    said = as_text(other_forms_of_all(Page(real_register, "reuse/")))
    assert re.findall(r"(?:JSON|For programs\.|How to cite it\.)", said) == ["JSON", "For programs.", "How to cite it."]


def test_where_nothing_is_offered_there_is_no_such_page(
    real_register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alternatives, "offered", lambda name: [])
    assert list(pages(real_register)) == []
