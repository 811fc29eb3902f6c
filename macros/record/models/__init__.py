"""The records: typed, immutable and valid. Only `read` makes them.

The JSON Schemas are generated from the titles, descriptions and examples of the fields.
"""

from macros.record.models.accessibility import Accessibility, Issue, IssueKind, Judgement, Trial, TrialKind
from macros.record.models.acknowledged import Acknowledgement, about, not_beside
from macros.record.models.action import ActionEntry
from macros.record.models.action_ids import ActionIds
from macros.record.models.agenda import AgendaItem, StandingItem, every_item
from macros.record.models.allowed import Allowed
from macros.record.models.approves import ApprovedMinutes
from macros.record.models.attendance import Attendance, Attendee
from macros.record.models.automatic_tests import AutomaticTests, Check, CheckName
from macros.record.models.change import Change, seen_in
from macros.record.models.clock import DAY, TimeRange
from macros.record.models.criteria import CRITERIA
from macros.record.models.decision import Decision, DecisionResult, Votes, result_kind
from macros.record.models.described import descriptions, hint
from macros.record.models.due import Due
from macros.record.models.forms import Forms, Host
from macros.record.models.glossary import Glossary, Meaning
from macros.record.models.group import DatedGroupName, Group, Licence
from macros.record.models.keys import every_key, first_key, is_like_a_key
from macros.record.models.leaves import leaves
from macros.record.models.link import PrintedLink
from macros.record.models.meant import SPACES, UNSEEN, day_meant, plain
from macros.record.models.meeting import Meeting, MeetingStatus, Section, Source
from macros.record.models.minutes_due import ENGLAND, WORKING_DAY, MinutesDue, Within
from macros.record.models.names import INITIALS, Attendees, Names, Owners, is_full_name, is_name, parts_of
from macros.record.models.next_meeting import NextMeeting
from macros.record.models.paper import Paper
from macros.record.models.people import (
    DatedInitials,
    DatedName,
    Organisation,
    People,
    Person,
    Post,
    Role,
    Somebody,
    is_called_by,
    name_on,
)
from macros.record.models.period import Period, holds_on, is_dated, last_on
from macros.record.models.raised import RaisedWhen, When
from macros.record.models.reading import Fault, read
from macros.record.models.record import (
    Prose,
    ProseMark,
    Record,
    ShortProseMark,
    is_web_address,
    parse_day,
    parse_day_or_month,
    quoted,
)
from macros.record.models.redirects import Redirects
from macros.record.models.schema import json_schema, schema_files
from macros.record.models.status import KINDS, USUAL_WORDS, ActionStatus
from macros.record.models.terms import Terms
from macros.record.models.withheld import Withheld

__all__ = [
    "CRITERIA",
    "DAY",
    "ENGLAND",
    "INITIALS",
    "KINDS",
    "SPACES",
    "UNSEEN",
    "USUAL_WORDS",
    "WORKING_DAY",
    "Accessibility",
    "Acknowledgement",
    "ActionEntry",
    "ActionIds",
    "ActionStatus",
    "AgendaItem",
    "Allowed",
    "ApprovedMinutes",
    "Attendance",
    "Attendee",
    "Attendees",
    "AutomaticTests",
    "Change",
    "Check",
    "CheckName",
    "DatedGroupName",
    "DatedInitials",
    "DatedName",
    "Decision",
    "DecisionResult",
    "Due",
    "Fault",
    "Forms",
    "Glossary",
    "Group",
    "Host",
    "Issue",
    "IssueKind",
    "Judgement",
    "Licence",
    "Meaning",
    "Meeting",
    "MeetingStatus",
    "MinutesDue",
    "Names",
    "NextMeeting",
    "Organisation",
    "Owners",
    "Paper",
    "People",
    "Period",
    "Person",
    "Post",
    "PrintedLink",
    "Prose",
    "ProseMark",
    "RaisedWhen",
    "Record",
    "Redirects",
    "Role",
    "Section",
    "ShortProseMark",
    "Somebody",
    "Source",
    "StandingItem",
    "Terms",
    "TimeRange",
    "Trial",
    "TrialKind",
    "Votes",
    "When",
    "Withheld",
    "Within",
    "about",
    "day_meant",
    "descriptions",
    "every_item",
    "every_key",
    "first_key",
    "hint",
    "holds_on",
    "is_called_by",
    "is_dated",
    "is_full_name",
    "is_like_a_key",
    "is_name",
    "is_web_address",
    "json_schema",
    "last_on",
    "leaves",
    "name_on",
    "not_beside",
    "parse_day",
    "parse_day_or_month",
    "parts_of",
    "plain",
    "quoted",
    "read",
    "result_kind",
    "schema_files",
    "seen_in",
]
