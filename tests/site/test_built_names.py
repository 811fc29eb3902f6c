"""A site whose people, bodies and group change names and initials: each page says what held on its day."""

import pytest
from a_project import article, built, copy_project, served, text, tree

RECORD = {
    "group.yml": """
name: Invented Harbour Forum
short_name: IHF
names:
  - name: Invented Lighting Forum
    short_name: ILF
    until: 2024-01-01
publisher: ILO
licence:
  name: Invented Licence
  url: https://licence.example/
changes:
  - date: 2025-01-09
    note: The name was misspelt.
""",
    "people.yml": """
people:
  AB:
    name: Ada Brook
  CD:
    name: Carys Hughes
    names:
      - name: Carys Evans
        until: 2024-05-01
      - name: Carys Hughes
        since: 2024-05-02
      - name: Caz
    printed_as:
      - printed: CD
        until: 2023-12-31
      - printed: CH
        since: 2024-05-02
    roles:
      - organisation: PORT
  CD2:
    name: Colin Dee
    printed_as:
      - printed: CD
        since: 2024-01-01
posts:
  SEC:
    name: Secretary
    names:
      - name: Clerk
        until: 2023-12-31
organisations:
  ILO:
    name: Invented Lighting Office
  PORT:
    name: Harbour Trust
    names:
      - name: Port Authority
        since: 2020-01-01
        until: 2024-01-01
changes:
  - date: 2025-01-10
    note: Carys was Carol by mistake.
""",
    "glossary.yml": """
words:
  DPIA:
    means: Data protection impact assessment
changes:
  - date: 2025-01-11
    note: The D was for Dutch by mistake.
""",
    "meetings/2023-03-06.yml": """
date: 2023-03-06
status: approved
approved: 2023-06-05
attendees: [AB, CD, SEC]
agenda:
  - title: Lamps
    lead: CD
    minutes: PORT and CD reported on the DPIA.
actions:
  - {id: A1, action: Count the lamps with PORT and CD., owner: CD}
  - {id: A2, action: Paint the lamps., owner: SEC}
""",
    "meetings/2024-06-05.yml": """
date: 2024-06-05
status: published
attendees: [AB, CD, CH]
agenda:
  - title: Lamps
    minutes: PORT and CD and CH reported on the DPIA.
actions:
  - {id: A1, owner: CD, status: outstanding, update: PORT and CD counted.}
  - {id: A2, status: completed, update: Painted.}
""",
    "meetings/2024-06-05-b.yml": """
date: 2024-06-05
title: "Extraordinary meeting on the <east> *mole* {{ 1 }}"
status: published
actions:
  - {id: A1, status: outstanding, update: Counted again.}
""",
    "meetings/2025-06-05.yml": "date: 2025-06-05\nstatus: scheduled\ntime: 10:00\n",
}  # fmt: skip
EXTRAORDINARY = "5 June 2024 (Extraordinary meeting on the <east> *mole* {{ 1 }})"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The record above, built and audited as of a day after the planned one."""
    folder = copy_project(tmp_path_factory.mktemp("names") / "project", record=None)
    (folder / "data/terms-of-reference").mkdir(parents=True)
    (folder / "data/meetings").mkdir()
    for file, words in RECORD.items():
        (folder / "data" / file).write_text(words.lstrip(), encoding="utf-8")
    return built(folder, "--today", "2026-11-25")


@pytest.fixture(scope="module")
def home(site):
    with served(site) as address:
        yield address


@pytest.mark.parametrize(
    ("address", "said", "unsaid"),
    [
        ("meetings/2023-03-06/", ["Carys Evans (CD), Port Authority", "Clerk (SEC)", "Invented Lighting Forum (ILF)"],
         ["Hughes", "Harbour Trust", "Colin", "Secretary"]),
        ("meetings/2024-06-05/", ["Colin Dee (CD)", "Carys Hughes (CH), Harbour Trust"],
         ["Evans", "Port Authority", "Invented Lighting Forum"]),
        ("people/cd/", ["Carys Hughes, Harbour Trust", "Carys Evans, until 1 May 2024", "CD, until 31 December 2023"],
         ["Colin"]),
        ("people/", ["Port Authority, since 1 January 2020, until 1 January 2024", "Caz, when is not recorded",
                     "10 January 2025: Carys was Carol by mistake."], []),
        ("about/", ["Invented Harbour Forum (IHF)", "Invented Lighting Forum (ILF), until 1 January 2024",
                    "9 January 2025: The name was misspelt."], []),
        ("glossary/", ["11 January 2025: The D was for Dutch by mistake."], []),
        ("", ["Invented Harbour Forum (IHF)", "Colin Dee (CD2)", "Planned meetings on record 5 June 2025 10:00",
              f"Meeting of {EXTRAORDINARY}"],
         ["Next meeting", "is scheduled"]),
        ("meetings/2025-06-05/", ["Planned for this day. No record of it is held. Whether it took place is not "
                                  "recorded.",
                                  f"The meeting before: {EXTRAORDINARY}"],
         ["scheduled", "not been recorded yet"]),
        ("meetings/", ["5 June 2025 Planned; no record of it is held", EXTRAORDINARY], ["Scheduled"]),
        ("actions/next-meeting/", ["Planned on record: 5 June 2025."], ["next meeting is"]),
        ("actions/a1/", ["Owner changed. Before: CD (Carys Evans) Now: CD (Colin Dee)",
                           "CD Carys Evans, Port Authority", "CD Colin Dee", EXTRAORDINARY], []),
    ],
)  # fmt: skip
def test_a_page_says_what_held_on_its_day(site, address, said, unsaid):
    page = text(article(site, address))
    assert [words for words in said if words not in page] == [], page
    assert [words for words in unsaid if words in page.removeprefix("Preparing the next meeting")] == [], page


def test_meetings_of_one_day_are_told_apart_in_heading_and_tab(site):
    root = tree(site / "meetings/2024-06-05-b/index.html")
    assert root.find(".//h1").text_content() == f"Meeting of {EXTRAORDINARY}"
    assert root.find(".//title").text == f"Meeting of {EXTRAORDINARY} – IHF published minutes"


def test_what_running_text_is_explained_with_held_on_the_day(site):
    def explained(address):
        page = article(site, address)
        return {
            " ".join(text(meaning).split())
            for meaning in page.xpath("//dl[@class='initials' or contains(@class, 'initials')]//dd")
        }

    assert explained("meetings/2023-03-06/") >= {"Port Authority", "Carys Evans, Port Authority"}
    assert explained("meetings/2024-06-05/") >= {"Harbour Trust", "Colin Dee", "Carys Hughes, Harbour Trust"}
    assert explained("actions/a1/") >= {"Harbour Trust", "Colin Dee"}


def test_the_tracker_knows_whom_the_meeting_meant(home, window):
    for search, owner in (("", "Colin Dee"), ("?as-of=2023-03-06", "Carys Evans, Port Authority")):
        page = window(f"{home}actions/{search}", 1280)
        page.wait_for_function("document.querySelector('#finder-count').textContent.includes('2 actions')")
        row = page.locator("#tracker tbody tr#a1 td[data-label=Owner]")
        assert row.text_content() == "CD"
        assert row.get_by_role("link").get_attribute("title") == owner
    for asked, count in (
        ("owner:CD2", "1 action"),
        ("owner:CD", "1 action"),
        ("owner:ch", "1 action"),
        ("owner:Evans", "1 action"),
        ("Colin", "1 action"),
    ):
        page = window(f"{home}actions/?q={asked}", 1280)
        page.wait_for_function("document.querySelector('#finder-count').textContent.includes('action')")
        assert page.locator("#finder-count").text_content().startswith(count.split()[0]), asked
