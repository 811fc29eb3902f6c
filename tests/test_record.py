"""The record in data/: it can be published, and what was transcribed from the printed document is as it was."""

from pathlib import Path

import pytest
from folders import ANPR_IAG

from macros.rules.loading import load

FIRST = "2022-03-21"


def test_the_record_can_be_published(project: Path) -> None:
    assert load(project).archive.files >= 2


def test_the_first_meeting_still_says_what_was_printed(project: Path) -> None:
    """The tests of the built site compare the copy in tests/data/anpr-iag with the document, word by word.

    Where a correction is meant, make it in both.
    """
    held, copy = load(project).archive, load(ANPR_IAG).archive.meetings[FIRST]
    if held.group.short_name != "ANPR IAG" or FIRST not in held.meetings:
        pytest.skip("data/ is the record of another group than the ANPR IAG")
    meeting = held.meetings[FIRST]
    assert [(item.number, item.title, item.lead) for item in meeting.agenda] == [
        (item.number, item.title, item.lead) for item in copy.agenda
    ]
    assert meeting.actions == copy.actions
