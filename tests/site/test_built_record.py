"""The site of the real record holds every word of the document of 21 March 2022, each in its place."""

import re
from pathlib import Path

import pytest
from a_project import article, by_id, cell, squeezed, text, tree

from macros.register.addresses import person_anchor

DOCUMENT = (Path(__file__).parent / "record" / "anpr-iag-2022-03-21.txt").read_text(encoding="utf-8")
MEETING = "meetings/2022-03-21/"
EDGES = ".,:;!?()[]\"'“”‘’"

# What the site writes otherwise than the document, and how. All else stands there word for word.
REWRITTEN = {
    "21st March 2022": "21 March 2022",
    "10am-12pm": "10:00 to 12:00",
    "10:00-10:05": "10:00 to 10:05",
    "10:05-10:20": "10:05 to 10:20",
    "10:20-10:35": "10:20 to 10:35",
    "10:35-10:45": "10:35 to 10:45",
    "10:45-10:55": "10:45 to 10:55",
    "10:55-11:15": "10:55 to 11:15",
    "11:15-11:35": "11:15 to 11:35",
    "11:35-11:45": "11:35 to 11:45",
    "11:45-12:00": "11:45 to 12:00",
}

# The two tables of the document, cell by cell, as printed.
AGENDA = """
1|10:00-10:05|Welcome & Introductions|FS
|10:05-10:20|Actions from previous meeting|FS
2|10:20-10:35|Core membership of ANPR IAG discussion|FS
3|10:35-10:45|Biometrics and Surveillance Camera Commissioner Update|FS
4|10:45-10:55|CC Hall general update on NPCC matters|CH
5|10:55-11:15|A summary of the recent reports into ANPR|HH
6|11:15-11:35|DVLA update on the progression of recommendations made to reduce non-compliant number plates.|SS
8|11:35-11:45|Proposed attendance of a victim of crime who has been aided by ANPR.|FS / HH
9|11:45-12:00|AOB|FS
"""
AGENDA_ROWS = [line.split("|") for line in AGENDA.strip().splitlines()]
ACTION_LINE = re.compile(r"(IAG0721-\d\d)\t([^\t]+)\t([^\t]+)\t(Completed|Outstanding|) ?(.*)")
ACTION_ROWS = ACTION_LINE.findall(DOCUMENT)
NO_STATUS = {"IAG0721-05", "IAG0721-07"}


@pytest.fixture(scope="module")
def meeting(record_site):
    return article(record_site, MEETING)


@pytest.fixture(scope="module")
def tracker(record_site):
    return article(record_site, "actions/")


def words(text):
    return [word for word in (piece.strip(EDGES).casefold() for piece in text.split()) if word]


def test_every_word_of_the_document_stands_on_the_meetings_page(record_site):
    page = tree(record_site / MEETING / "index.html")
    expected = re.sub(r"^(Date|Time|Location): ", "", DOCUMENT, flags=re.MULTILINE)  # the head needs no labels
    for printed, stands in REWRITTEN.items():
        assert printed in expected, printed
        expected = expected.replace(printed, stands)
    there = set(words(text(page)))
    assert sorted({word for word in words(expected) if word not in there}) == []


def test_every_line_and_cell_of_the_document_stands_on_the_meetings_page_unbroken(record_site):
    shown = text(tree(record_site / MEETING / "index.html")).casefold()
    cells = [cell for line in DOCUMENT.splitlines() for cell in line.split("\t")]
    cells = [re.sub(r"^(Completed|Outstanding) (?=.)", "", cell) for cell in cells]
    cells = [re.sub(r"^(Date|Time|Location): ", "", cell) for cell in cells]
    missing = [cell for cell in map(squeezed, cells) if REWRITTEN.get(cell, cell).casefold() not in shown]
    assert missing == []


def test_the_document_has_thirteen_actions_and_nine_agenda_rows():
    assert (len(ACTION_ROWS), len(AGENDA_ROWS)) == (13, 9)


@pytest.mark.parametrize("row", AGENDA_ROWS, ids=lambda row: row[0] or "no number")
def test_each_cell_of_the_agenda_stands_in_its_row_as_printed(meeting, row):
    assert "\t".join(row) in DOCUMENT
    number, time, title, lead = row
    shown = by_id(meeting, f"agenda-{number or 'actions-from-previous-meeting'}")
    assert cell(shown, "No.") == number
    assert cell(shown, "Time") == REWRITTEN[time]
    assert cell(shown, "Agenda title") == title
    assert cell(shown, "Lead") == lead


@pytest.mark.parametrize("row", ACTION_ROWS, ids=lambda row: row[0])
def test_each_cell_of_the_key_actions_stands_in_its_row_as_printed(meeting, row):
    action, wording, owner, status, update = row
    assert (status == "") == (action in NO_STATUS)
    shown = by_id(meeting, action.lower())
    assert text(shown.xpath("./th")[0]) == f"{action} {status or 'No status recorded'}"
    assert cell(shown, "Action") == f"{wording} · Owner: {owner}."
    assert cell(shown, "Update") == squeezed(update)


def test_the_slips_of_the_document_stand_as_printed(meeting):
    assert "It is the intension of the NPCC ANPR Portfolio" in cell(by_id(meeting, "iag0721-10"), "Update")
    assert "SS – are the police are seeing a lot of searches" in cell(by_id(meeting, "iag0721-08"), "Action")


def test_the_rows_of_each_table_stand_in_the_order_of_the_document(meeting):
    rows = [row.get("id") for row in meeting.xpath(".//tbody/tr")]
    agenda = [f"agenda-{row[0] or 'actions-from-previous-meeting'}" for row in AGENDA_ROWS]
    assert rows == [*agenda, *(row[0].lower() for row in ACTION_ROWS)]


def test_there_is_no_agenda_item_seven(meeting):
    assert "7" not in [cell(row, "No.") for row in meeting.xpath(".//tr[starts-with(@id, 'agenda-')]")]
    assert meeting.xpath(".//*[@id='agenda-7']") == []


@pytest.mark.parametrize(("action", "stale"), [("iag0721-05", "agenda item 5"), ("iag0721-07", "agenda item 3")])
@pytest.mark.parametrize("address", [MEETING, "actions/{action}/"])
def test_a_stale_agenda_number_in_an_update_is_not_a_link(record_site, address, action, stale):
    page = article(record_site, address.format(action=action))
    place = by_id(page, action) if address == MEETING else page.xpath(".//ol[@class='history']/li/p[@class='typed']")[0]
    assert stale in text(place)
    assert [link for link in place.iter("a") if "agenda" in link.get("href") or "item" in text(link)] == []


def test_below_the_printed_title_are_when_and_where_it_was_and_the_state_of_its_record(meeting):
    title, when, status, *_days = (text(line) for line in meeting.xpath(".//div[@class='head']/p"))
    assert title == "Meeting Minutes – Automatic Number Plate Recognition Independent Advisory Group"
    assert when == "21 March 2022, 10:00 to 12:00, Microsoft Teams"
    assert status == "Published by the office on 8 April 2022. Approval by the group is not recorded."


def test_in_short_the_new_actions_are_linked_and_the_reviewed_ones_counted(meeting):
    [arising, reviewed] = meeting.xpath(".//section[@class='in-short']/ul/li")
    links = [link.get("href") for link in arising.xpath("./ul/li/a")]
    assert links == ["#iag0322-01", "#iag0322-02", "#iag0322-03"]
    assert text(reviewed) == "13 actions reviewed: 7 completed, 4 outstanding, 2 without a status"


def test_the_chair_is_named_with_the_attendance(meeting):
    assert facts(meeting)["Chair"] == "Fraser Sampson (FS), Biometrics and Surveillance Camera Commissioner"


def facts(place):
    return {text(fact.find("dt")): text(fact.find("dd")) for fact in place.xpath(".//dl[@class='facts']/div")}


PRESENT = """
Fraser Sampson (FS), chair, Biometrics and Surveillance Camera Commissioner
Charlie Hall (CH), Chief Constable, NPCC ANPR lead, Hertfordshire Police
Hannah Hall (HH), Strategic Capability Manager, NPCC ANPR Portfolio
Bill Mandeville (BM), Home Office
William Perrin (WP), Talk About Local
Sam Smith (SSm), Med Confidential
Katie Scotton (KS), Head of Policy, Office of the Biometrics and Surveillance Camera Commissioner
Lillie-Mae Firmin (LMF), Policy Officer, Office of the Biometrics and Surveillance Camera Commissioner
Olivia Cullen (OC), Project and Support Officer, Office of the Biometrics and Surveillance Camera Commissioner
Jason Donovan (JD), Driver and Vehicle Licensing Agency
Jamie Hassall (JH), Highways England
Caroline Clooney (CC), Metropolitan Police Service
Sarah Steadman (SSt), Driver and Vehicle Licensing Agency
Jessica Williams (JW), Driver and Vehicle Licensing Agency
Kevin Sharp (KH), Bedfordshire Police
"""


def section(page, anchor):
    """What follows a heading of the second level."""
    return by_id(page, anchor).getnext()


def test_everyone_who_came_and_who_sent_apologies_is_listed(meeting):
    present, apologies = section(meeting, "attendance").xpath(".//ul[@class='people']")
    assert [text(person).removesuffix(";") for person in present] == PRESENT.strip().splitlines()
    assert [text(person) for person in apologies] == ["Lorna Woods (LW)"]


def test_the_actions_arising_stand_in_a_list_of_their_own(meeting):
    arising = section(meeting, "actions-arising")
    ids = [entry.get("id") for entry in arising.xpath(".//ul[@class='actions']/li")]
    assert ids == ["iag0322-01", "iag0322-02", "iag0322-03"]


def test_the_sources_are_linked_and_dated_and_say_what_they_are_the_source_of(meeting):
    listed = section(meeting, "sources").xpath(".//li")
    assert len(listed) == 2
    for source in listed:
        [link] = source.iter("a")
        assert link.get("href").endswith("gov.uk/government/publications/anpr-iag-minutes-and-agenda-21-march-2022")
        assert "published on 8 April 2022" in text(source)
    assert "Source of: details, agenda and actions reviewed." in text(listed[0])
    assert "Source of: attendance and actions arising." in text(listed[1])


@pytest.mark.parametrize("initials", ["LP", "AG", "PD", "SS"])
def test_initials_that_nobody_can_identify_are_said_to_have_no_name_on_record(record_site, initials):
    entry = by_id(article(record_site, "people/"), initials.lower())
    assert text(entry.find("h3")) == initials
    assert text(entry.getparent().find("h2")) == "Only initials are on record"
    assert re.search("Not identified (for certain|in anything at hand)", text(entry))


@pytest.mark.parametrize(
    ("row", "column", "initials"),
    [("agenda-6", "Lead", "SS"), ("iag0721-05", "Action", "LP."), ("iag0721-08", "Action", "AG.")],
)
def test_initials_without_a_name_are_said_to_have_none(meeting, row, column, initials):
    assert cell(by_id(meeting, row), column).endswith(initials)
    [said] = [text(line.find("dd")) for line in names_on(meeting) if text(line.find("dt")) == initials.rstrip(".")]
    assert said == f"Name of {initials.rstrip('.')} not recorded"


def names_on(page):
    """The entries of the list of names and abbreviations at the end of a page."""
    return page.xpath(".//details[@id='initials']/dl/div")


@pytest.mark.parametrize("address", [MEETING, "actions/iag0322-03/"])
def test_the_owner_that_cannot_be_read_is_said_to_be_not_recorded(record_site, address):
    page = article(record_site, address)
    entry = by_id(page, "iag0322-03") if address == MEETING else page
    assert "Owner:" not in text(entry)
    assert entry.tag == "li" or facts(entry)["Owner"] == "Not recorded"
    assert "The owner cannot be read. The copy at hand begins it with K and breaks off there." in text(entry)


@pytest.mark.parametrize(("action", "wording", "owner"), [
    ("iag0322-01", "To liaise with the new Information Commissioner on New Zealand's use of ANPR systems", "FS"),
    ("iag0322-02", "Continue liaising with HO colleagues on ANPR misreads and feed back to the group", "FS/OBSCC"),
    ("iag0322-03", "Speak with LGA on updated adoption of the code and feed back to group", "Not recorded"),
])  # fmt: skip
def test_the_actions_arising_are_there_word_for_word(real_register, action, wording, owner):
    recorded = real_register.actions[action.upper()]
    assert (recorded.wording, recorded.owner.text if recorded.owner else "Not recorded") == (wording, owner)


def test_the_tracker_has_each_of_the_sixteen_actions_once(tracker):
    ids = [text(row.find("th")) for row in tracker.xpath(".//tbody/tr")]
    assert sorted(ids) == sorted([*(row[0] for row in ACTION_ROWS), "IAG0322-01", "IAG0322-02", "IAG0322-03"])


def test_the_counts_of_the_tracker_add_up_to_its_rows(tracker):
    rows = tracker.xpath(".//tbody/tr")
    counts = [text(line).rsplit(" ", 1) for line in tracker.xpath(".//ul[@class='counts']/li")]
    assert counts == [["Outstanding", "4"], ["Completed", "7"], ["No status recorded", "5"]]
    for status, number in counts:
        assert sum(cell(row, "Status").startswith(status) for row in rows) == int(number), status
    assert text(tracker.xpath(".//*[@class='counts-line']")[0]).startswith(
        "On record: 16 actions, 9 open and 7 closed."
    )


def test_each_id_of_the_tracker_links_to_the_permanent_address_that_holds_its_history(record_site, tracker):
    for row in tracker.xpath(".//tbody/tr"):
        [link] = row.find("th").iter("a")
        action = text(link)
        assert link.get("href") == f"{action.lower()}/"
        home = article(record_site, f"actions/{action.lower()}/")
        [entry] = home.xpath(".//ol[@class='history']/li")
        assert text(entry).startswith("21 March 2022: ")
        assert f"../../{MEETING}#{action.lower()}" in [link.get("href") for link in entry.iter("a")]


@pytest.mark.parametrize("row", ACTION_ROWS, ids=lambda row: row[0])
def test_the_permanent_address_holds_wording_owner_status_and_update(record_site, row):
    action, wording, owner, status, update = row
    home = article(record_site, f"actions/{action.lower()}/")
    shown = text(home)
    assert wording in shown
    assert all(initials in facts(home)["Owner"] for initials in re.findall(r"\w+", owner))
    assert facts(home)["Status"] == (status or "No status recorded")
    assert (squeezed(update) or "No update is recorded.") in shown


def test_an_action_of_july_2021_says_that_the_record_of_its_meeting_is_not_held(record_site, tracker):
    home = article(record_site, "actions/iag0721-06/")
    assert facts(home)["Raised"] == "July 2021, as its id says; the record of that meeting is not held"
    row = row_of(tracker, "IAG0721-06")
    assert cell(row, "Raised") == "July 2021 (record not held)"


def row_of(tracker, action):
    [row] = [row for row in tracker.xpath(".//tbody/tr") if text(row.find("th")) == action]
    return row


@pytest.mark.parametrize(
    ("action", "label", "age"),
    [
        ("IAG0721-06", "Open for", "about 8 months, 1 meeting on record"),
        ("IAG0721-01", "Was open for", "about 8 months, 1 meeting on record"),
        ("IAG0322-01", "Open for", "less than a month, no meetings"),
    ],
)
def test_the_tracker_says_how_long_an_action_was_open_in_months_and_in_meetings(tracker, action, label, age):
    assert cell(row_of(tracker, action), label) == age


def test_the_tracker_says_to_which_day_ages_are_counted(tracker):
    assert "Ages are counted to 21 March 2022, the day of the latest meeting on record." in text(tracker)


def test_an_action_owned_by_one_person_and_named_after_another_shows_its_owner(tracker):
    row = row_of(tracker, "IAG0721-13")
    assert cell(row, "Action").startswith("PD to provide an update")
    assert cell(row, "Owner") == "CC"


def test_the_home_page_shows_the_latest_meeting_and_the_open_actions(record_site):
    home = article(record_site, "")
    links = {text(link): link.get("href") for link in home.iter("a")}
    assert links["Meeting of 21 March 2022"] == MEETING
    assert links["9 open actions"] == "actions/?status=open"
    assert [text(owner) for owner in home.xpath(".//ul[@class='owing']/li")] == [
        "Fraser Sampson (FS) 4",
        "Office of the Biometrics and Surveillance Camera Commissioner (OBSCC) 4",
        "Caroline Clooney (CC) 1",
        "Charlie Hall (CH) 1",
        "Katie Scotton (KS) 1",
        "LP 1",
        "Without a named owner 1",
    ]
    assert "An action of several owners counts for each of them." in text(home)
    assert links["Katie Scotton (KS)"] == "people/ks/"


def test_the_home_page_says_what_the_group_is_in_words_of_the_record(record_site):
    home, terms = article(record_site, ""), article(record_site, "terms-of-reference/")
    [own] = home.xpath(".//*[contains(@class, 'own-words')]")
    assert text(own) == text(terms.xpath(".//div[@class='prose']//li")[0])
    [source] = own.getnext().iter("a")
    assert text(source) == text(by_id(terms, source.get("href").partition("#")[2])) == "What the group is"


def test_the_home_page_lists_the_actions_of_the_latest_meeting_exactly(record_site, real_register):
    latest = article(record_site, "").xpath(".//section[@class='home-latest']")[0]
    assert [text(heading) for heading in latest.iter("h3")] == ["Actions arising"]
    assert [text(entry) for entry in latest.xpath(".//ul[@class='brief']/li")] == [
        "IAG0322-01 To liaise with the new Information Commissioner on New Zealand's use of ANPR systems Owner: FS",
        "IAG0322-02 Continue liaising with HO colleagues on ANPR misreads and feed back to the group Owner: FS/OBSCC",
        "IAG0322-03 Speak with LGA on updated adoption of the code and feed back to group",
    ]
    assert latest.xpath(".//ul[@class='brief']//a/@href") == [
        real_register.addresses[f"IAG0322-0{number}"] for number in (1, 2, 3)
    ]


def test_the_home_page_says_nothing_of_what_is_not_recorded(record_site):
    home = text(article(record_site, ""))
    assert not re.search(r"(?i)not recorded|not held|\bnone\b|\bno\b|nothing|planned", home)


def test_the_meetings_index_lists_the_meeting_below_its_year(record_site):
    index = article(record_site, "meetings/")
    assert [text(year) for year in index.iter("h2")] == ["2022"]
    [entry] = index.xpath(".//h2[.='2022']/following-sibling::ul/li")
    assert text(entry) == (
        "21 March 2022 Published by the office; approval not recorded, 10:00 to 12:00, Microsoft Teams "
        "3 new actions, 13 actions reviewed"
    )
    assert next(entry.iter("a")).get("href") == "2022-03-21/"


def test_the_terms_page_begins_with_the_notice_that_the_text_is_to_be_supplied(record_site):
    terms = text(article(record_site, "terms-of-reference/"))
    first = (
        "Terms of reference No adopted version is held here. Please note. The adopted terms of reference are not held"
    )
    assert terms.startswith(first)
    assert "The text is to be supplied by the office." in terms
    assert "Versions" not in terms


def test_every_statement_on_the_terms_page_names_its_source(record_site):
    said = article(record_site, "terms-of-reference/").xpath(".//div[@class='prose']//li")
    assert len(said) == 6
    assert [text(statement) for statement in said if "Source: " not in text(statement)] == []


def test_the_terms_page_links_the_action_that_reviewed_the_terms(record_site):
    page = article(record_site, "terms-of-reference/")
    [entry] = section(page, "actions").xpath(".//li")
    assert text(entry) == "IAG0721-01: Review the IAG Terms of Reference. (completed)"
    assert next(entry.iter("a")).get("href") == "../actions/iag0721-01/"


def test_the_people_page_shows_who_attended_and_leads_to_what_they_own(record_site):
    shown = by_id(article(record_site, "people/"), "ks")
    assert text(shown.find("h3")) == "KS: Katie Scotton"
    assert facts(shown)["Role"] == "Head of Policy, Office of the Biometrics and Surveillance Camera Commissioner"
    assert facts(shown)["Meetings attended"] == "21 March 2022"
    assert facts(shown)["Actions"] == "1 open action, 2 closed (KS)"
    assert shown.xpath(".//a[starts-with(., '1 open action, 2 closed')]/@href") == ["ks/"]


def test_the_people_page_says_of_nobody_that_nothing_is_on_record(record_site):
    page = article(record_site, "people/")
    assert list(facts(by_id(page, "pd"))) == ["Note"]
    assert list(facts(by_id(page, "npcc"))) == []
    assert "Nothing else" not in text(page)


def test_the_people_page_has_everybody_once_below_their_organisation(record_site, record_register):
    page = article(record_site, "people/")
    groups = {
        text(group.find(".//h2")): group.xpath("./section/@id") for group in page.xpath(".//section[@class='body']")
    }
    assert groups["OBSCC: Office of the Biometrics and Surveillance Camera Commissioner"] == ["ks", "lmf", "oc"]
    assert groups["Other organisations"] == ["npcc"]
    assert groups["Organisation not recorded"] == ["fs", "hh", "lw"]
    assert groups["Only initials are on record"] == ["ag", "lp", "pd", "ss"]
    listed = [*page.xpath(".//section[@class='body']/div/@id"), *(key for keys in groups.values() for key in keys)]
    assert sorted(listed) == sorted(map(person_anchor, record_register.archive.people.entries))


def test_an_organisation_shows_how_many_actions_it_owns(record_site):
    shown = by_id(article(record_site, "people/"), "obscc")
    assert text(shown.find("h2")) == "OBSCC: Office of the Biometrics and Surveillance Camera Commissioner"
    assert facts(shown)["Actions"] == "4 open actions, 2 closed (OBSCC)"
