"""Two invented groups, built and read: one that has almost nothing, and one that uses every key of its kind."""

import json

import pytest
from a_project import article, built, copy_project, page_addresses, text

SMALL = {
    "group.yml": "name: Invented Allotment Society\n",
    "people.yml": "people:\n",
    "meetings/2025-06-12.yml": "date: 2025-06-12\nstatus: draft\nactions:\n- Ann to mend the gate\n",
    "meetings/2025-09-18.yml": "date: 2025-09-18\nstatus: draft\nactions:\n- {follows: 2025-06-12/1, status: done}\n",
}
FULL = {
    "group.yml": json.dumps({
        "name": "Invented Allotment Society", "about": "We grow *beans*.", "organisation": "Invented Federation",
        "website": "https://allot.example/", "publisher": "Invented Shed Press", "time_zone": "BST",
        "licence": {"name": "All rights kept"}, "source": "this site",
    }),
    "people.yml": "people:\n",
    "meetings/2025-06.yml": "date: 2025-06\nstatus: draft\nnext_meeting: TBC\nactions: [Mend the gate]\n",
    "meetings/2025-09-18.yml": json.dumps({
        "date": "2025-09-18", "also_on": ["2025-09-20"], "status": "draft", "time": "10:00-12:00",
        "time_elsewhere": "11:00 CEST", "links": ["https://meet.example/", {"title": "Map", "url": "https://m.example/"}],
        "agenda": [{"title": "Money", "minutes": "Counted.", "papers": [{"number": "P1", "file": "2025/a plan.pdf"}]}],
        "papers": ["Accounts", {"title": "Staffing", "not_published": "true", "reason": "Personal"}],
        "actions": [{"follows": "2025-06/1", "status": "done"}],
        "next_meeting": {"date": "2025-11-12", "time": "10:00", "location": "The shed"},
    }),
    "terms-of-reference/2025-01-02.md": "---\nadopted: 2025-01-02\n---\nTo grow.\n",
    "terms-of-reference/orders.md": "---\ntitle: Standing orders\nurl: https://orders.example/\n---\n",
    "terms-of-reference/fees.md": "---\ntitle: Fees\nmeeting: 2025-09-18\nitem: Money\n---\n",
}  # fmt: skip


@pytest.fixture(scope="module", params=[SMALL, FULL], ids=["small", "full"])
def site(request, tmp_path_factory):
    """The site of a group; its build ends with the audit, which finds each value where a reader would look."""
    folder = copy_project(tmp_path_factory.mktemp("small") / "project", record=None)
    for name, content in request.param.items():
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(content, encoding="utf-8")
    (folder / "docs/papers/2025").mkdir(parents=True)
    (folder / "docs/papers/2025/a plan.pdf").write_bytes(b"%PDF-1.4 invented")
    return built(folder)


def test_no_page_is_odd(site):
    for address in page_addresses(site):
        if not address.startswith("guide/"):
            said = text(article(site, address))
            for odd in ("()", "( )", "..", "Undefined", "owner:AB", "None,", "2025-06-01"):
                assert odd not in said.replace("raised:2021-07..2022-03", ""), (address, odd)


def test_no_heading_stands_over_nothing(site):
    for address in page_addresses(site):
        for heading in article(site, address).xpath(".//h2 | .//h3"):
            after = heading.getnext()
            assert after is not None and (text(after) or after.xpath(".//svg | .//input")), (address, text(heading))
