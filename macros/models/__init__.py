"""The records: frozen, typed and true, made only by `read`.

Titles, descriptions and examples on the fields are the one source of the JSON Schemas.
"""

from macros.models.accessibility import Accessibility, Issue, IssueKind, Judgement, Trial, TrialKind
from macros.models.action import ActionEntry, ActionStatus
from macros.models.agenda import AgendaItem, StandingItem
from macros.models.automatic_tests import AutomaticTests, Check, CheckName
from macros.models.clock import TimeRange
from macros.models.criteria import CRITERIA
from macros.models.described import descriptions
from macros.models.forms import Forms, Host
from macros.models.glossary import Glossary, Meaning
from macros.models.group import ActionIds, Group, Licence
from macros.models.leaves import leaves
from macros.models.meeting import Change, Meeting, MeetingStatus, Section, Source
from macros.models.names import INITIALS, Names
from macros.models.people import Organisation, People, Person, Post, Role
from macros.models.reading import Fault, first_key, read
from macros.models.record import Prose, Record, parse_day
from macros.models.redirects import Redirects
from macros.models.schema import json_schema, schema_files
from macros.models.terms import Terms

__all__ = [
    "CRITERIA",
    "INITIALS",
    "Accessibility",
    "ActionEntry",
    "ActionIds",
    "ActionStatus",
    "AgendaItem",
    "AutomaticTests",
    "Change",
    "Check",
    "CheckName",
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
    "Names",
    "Organisation",
    "People",
    "Person",
    "Post",
    "Prose",
    "Record",
    "Redirects",
    "Role",
    "Section",
    "Source",
    "StandingItem",
    "Terms",
    "TimeRange",
    "Trial",
    "TrialKind",
    "descriptions",
    "first_key",
    "json_schema",
    "leaves",
    "parse_day",
    "read",
    "schema_files",
]
