"""An invented record in which every text field holds what could break out of a page.

The fields are found by asking the models: one that takes any text gets the hostile text, so a new
field is in here on the day it is added. What a field of another kind holds is written below.
"""

import json
from collections.abc import Iterator
from datetime import date as day
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.record import models

PAYLOADS = (
    "{{ 7*7 }}",
    "{% raw %}x{% endraw %}",
    "{% include 'main.html' %}",
    "{# gone #}",
    "<%# gone #%>",
    "<script>window.hacked=1</script>",
    '<img src=x onerror="window.hacked=1">',
    "<svg/onload=window.hacked=1>",
    "[x](javascript:window.hacked=1)",
    "[x][y]",
    "![p](http://example.org/p.png)",
    "<http://example.org>",
    "</td></tr></table></div></section></article>",
    '"><b>b',
    "'><i onmouseover='window.hacked=1'>i",
    "<!-- gone -->",
    "&amp; &lt; &#60; &copy;",
    "\\<b> \\& \\*",
    "*a* _b_ **c**",
    "`code`",
    "{#id}",
    "{: onclick=x }",
    '--8<-- "mkdocs.yml"',
)
LINES = ("# x", "| a | b |", "|---|---|", "- a", "1. a", "> a", "    a", "{: onclick=x }", "<div markdown>", "x", "=")
HOSTILE = " ".join(PAYLOADS) + "\n\n" + "\n".join(LINES) + "\n\n</p>\n\n***\n\n```"
PAPER = "a&b/c%20(d)#e?f=1.pdf"
ADDRESS = "https://example.org/(x)[y]?a=1&amp;b=*c*&lt;#_d_"
MEANS_NOTHING_IN_PROSE = PAYLOADS[:8]

LONG_AGO = {"since": "2029-01-01", "until": "2030-01-01"}
FIRST, SECOND, NEXT, OFF = "2035-01-10", "2035-03-14", "2035-05-09", "2035-07-11"


def says(kind: type[BaseModel], name: str) -> str:
    """The hostile text of a field, which begins with the field's name."""
    return f"{kind.__name__}.{name} {HOSTILE}"


def takes(field: Any, value: Any) -> bool:
    """Whether a field holds this very value."""
    whole = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    try:
        return TypeAdapter(whole).validate_python(value) == value
    except ValidationError:
        return False


def kinds() -> list[type[BaseModel]]:
    """Every model of the record."""
    found: list[type[BaseModel]] = [
        models.Group, models.People, models.Glossary, models.Meeting, models.Terms, models.Accessibility,
        models.AutomaticTests,
    ]  # fmt: skip
    for kind in found:
        for field in kind.model_fields.values():
            found += [inner for inner in _models_in(field.annotation) if inner not in found]
    return found


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def text_fields() -> list[tuple[type[BaseModel], str]]:
    """Every field of every model that holds text, or a list of texts."""
    return [
        (kind, name)
        for kind in kinds()
        for name, field in kind.model_fields.items()
        if (takes(field, HOSTILE) or takes(field, (HOSTILE,))) and (kind, name) != (models.Paper, "file")
    ]


def is_prose(kind: type[BaseModel], name: str) -> bool:
    """Whether Markdown means something in the field; these are all there are."""
    return (kind, name) in (
        (models.AgendaItem, "minutes"), (models.Terms, "text"), (models.Group, "about"), (models.ActionEntry, "action"),
        (models.ActionEntry, "update"), (models.ActionEntry, "note"), (models.Decision, "decision"),
        (models.Decision, "note"), (models.Meeting, "notes"), (models.ApprovedMinutes, "with_amendments"),
    )  # fmt: skip


def hostile(kind: type[BaseModel], /, **given: Any) -> dict[str, Any]:
    """A record with the hostile text in each text field, and what is given in the others."""
    values = {}
    for name, field in kind.model_fields.items():
        text = says(kind, name)
        if name in given:
            values[name] = given[name]
        elif takes(field, HOSTILE):
            values[name] = text
        elif takes(field, (HOSTILE,)):
            values[name] = [text]
        elif takes(field, ADDRESS):
            values[name] = ADDRESS
        else:
            raise AssertionError(f"say in {__file__} what {kind.__name__}.{name} holds")
    return {name: value for name, value in values.items() if value is not None}


def group() -> dict[str, Any]:
    licence = hostile(models.Licence)
    standing = [hostile(models.StandingItem, time="10:00-10:30", lead="AA, SEC")]
    ids, repository = "ZZZ{month}{year}-{number}", "https://example.org/(x)/[y]&amp;b=*c*&lt;_d_"
    return hostile(
        models.Group,
        publisher="ORG",
        source="this site",
        statuses={"'\">b": "done"},
        restarting_ids="true",
        actions_raised="where first recorded",
        reviews_actions="false",
        action_id=ids,
        licence=licence,
        repository=repository,
        locale="en_IE",
        standing_agenda=standing,
        minutes_due={"within": "3 weeks", "holidays": "IE"},
        forms=hostile(models.Forms, host="github", branch="_main_", approval_required="true"),
        names=[hostile(models.DatedGroupName, **LONG_AGO)],
        changes=changes(),
        acknowledged=acknowledged("number again agenda-x"),
        allow=[hostile(models.Allowed)],
    )


def acknowledged(*warnings: str) -> list[dict[str, Any]]:
    """Acknowledged warnings, which may be about a part of a page. Pages do not have their names."""
    return [hostile(models.Acknowledgement, warning=warning) for warning in warnings]


def people() -> dict[str, Any]:
    role = hostile(models.Role, organisation="ORG", since="2030-01-01", until="2036-01-01")
    dated = {
        "names": [hostile(models.DatedName, **LONG_AGO)],
        "printed_as": [hostile(models.DatedInitials, printed="ZZ", **LONG_AGO)],
    }
    person = hostile(models.Person, withheld=None, roles=[role], names=dated["names"], printed_as=[], not_printed=None)
    return {
        "people": {
            "AA": {**person, "printed_as": [{"printed": "YY"}]},
            "O'N": person,
            "ÉL.B-x": person,
            "WIT": hostile(
                models.Person,
                name=None,
                names=[],
                printed_as=[],
                roles=[role],
                not_printed="true",
            ),
            "HID": {**person, "name": "Hidden person", "not_printed": "true"},
        },
        "posts": {
            "HIDPOST": hostile(
                models.Post, name="Hidden post", organisation="ORG", names=[], printed_as=[], not_printed="true"
            ),
            "SEC": hostile(models.Post, organisation="ORG", not_printed=None, **dated),
        },
        "organisations": {
            "HIDORG": hostile(models.Organisation, name="Hidden body", names=[], printed_as=[], not_printed="true"),
            "ORG": hostile(models.Organisation, names=dated["names"], printed_as=[{"printed": "OO"}], not_printed=None),
        },
        "changes": changes(),
        "acknowledged": acknowledged("role AA", "role"),
    }


def glossary() -> dict[str, Any]:
    return {
        "words": {"R&D's": hostile(models.Meaning)}, "changes": changes(), "acknowledged": acknowledged("twice X"),
    }  # fmt: skip


def changes() -> list[dict[str, Any]]:
    return [hostile(models.Change, date="2036-03-03", minor="true", removed="true")]


def action(
    number: int, status: str | None, reopened: str | None = None, by: str | None = None, **more: Any
) -> dict[str, Any]:
    """An entry; `more`: keys that not every entry may have."""
    few = dict.fromkeys(("ref", "follows", "raised", "no_longer_listed", "struck_through", "moved_to"))
    return hostile(
        models.ActionEntry,
        id=f"ZZZ0135-0{number}",
        owner="AA / O'N, SEC, ÉL.B-x",
        status=status,
        reopened=reopened,
        superseded_by=by,
        due=f"ActionEntry.due {HOSTILE}",
        **few | more,
    )


def decisions(minuted: bool) -> list[dict[str, Any]] | None:
    votes = hostile(models.Votes)
    return (
        [hostile(models.Decision, id="<b>R2 & *3*", ref="r2", supersedes=["<i>R1"], votes=votes)] if minuted else None
    )


def attendance() -> list[dict[str, Any]]:
    """A group in which a hostile text names each."""
    named = {name: f"Attendee.{name} {HOSTILE}" for name in ("name", "organisation", "deputy_for")}
    entry = hostile(models.Attendee, **named)
    return [hostile(models.Attendance, present=[entry], apologies=["AA", entry], absent=[entry])]


def meeting(date: str, status: str, actions: list[dict[str, Any]], **given: Any) -> dict[str, Any]:
    minuted = status == "approved"
    papers = [
        hostile(models.Paper, file=PAPER, not_published=None),
        hostile(models.Paper, file=None, not_published="true"),
    ]
    marks = {"on_agenda": "false", "private": "true", "decisions": decisions(minuted), "lead": "O'N/AA"}
    marks |= {"papers": papers} | ({} if minuted else {"minutes": None})
    inner = hostile(models.AgendaItem, time=None, items=None, **marks)
    item = hostile(models.AgendaItem, time="10:00-10:30", items=[inner], **marks)
    unnumbered = {**item, "number": None, "time": "10:30-11:00"}
    source = hostile(models.Source, published="2036-01-01", supplies=[*models.Section])
    unlinked = {name: value for name, value in source.items() if name != "url"}
    values = {
        "published": "2036-01-01" if minuted else None,
        "approved": "2036-02-02" if minuted else None,
        "attendees": ["AA", "O'N"] if minuted else None,
        "apologies": "ÉL.B-x",
        "attendance": attendance() if minuted else None,
        "approves": [hostile(models.ApprovedMinutes), hostile(models.ApprovedMinutes, meeting=FIRST)],
        "not_mentioned": None,
        "decisions": decisions(minuted),
        "changes": changes() if minuted else None,
        "end_date": (day.fromisoformat(date) + timedelta(days=1)).isoformat() if minuted else None,
        "acknowledged": acknowledged("chair", "no owner ZZZ0135-01", f"no owner {FIRST}/1"),
        "also_on": ["2036-01-01"] if minuted else None,
        "links": [hostile(models.PrintedLink), ADDRESS],
        "papers": papers,
        "withheld": [hostile(models.Withheld, review="2036-01-01")] if minuted else None,
        "next_meeting": hostile(
            models.NextMeeting, date=f"NextMeeting.date {HOSTILE}", time=f"NextMeeting.time {HOSTILE}"
        ),
        "source": "this site" if minuted else None,
        **given,
    }
    return hostile(
        models.Meeting,
        date=date,
        time="10:00-12:00",
        status=status,
        agenda=[item, {name: value for name, value in unnumbered.items() if value is not None}],
        actions=actions,
        sources=[source, {**unlinked, "supplies": ["details"]}],
        **values,
    )


def terms(adopted: str, more: str = "") -> str:
    values = hostile(models.Terms, adopted=adopted, acknowledged=acknowledged("as typed x"), changes=changes())
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items() if key != "text")
    return f"---\n{front}---\n{values['text']}\n{more}"


def accessibility() -> dict[str, Any]:
    """A statement with an issue of each kind."""
    issues = [
        hostile(models.Issue, kind=kind, criterion="1.4.3", since="2035-01-10", mended_by="2036-01-10")
        for kind in models.IssueKind
    ]
    trials = [hostile(models.Trial, kind=kind, date="2035-02-02") for kind in models.TrialKind]
    return hostile(
        models.Accessibility,
        prepared="2035-01-10",
        adopted="2035-01-11",
        reviewed="2036-01-10",
        status="not compliant",
        issues=issues,
        trials=trials,
        acknowledged=acknowledged("late 2036-01-10"),
    )


def automatic_tests() -> dict[str, Any]:
    check = hostile(models.Check, passed="1", failed="2", skipped="3")
    return hostile(
        models.AutomaticTests,
        date="2035-03-03",
        pages="4",
        kinds="5",
        states="6",
        tools={"'\"><b>b": HOSTILE},
        checks=dict.fromkeys(models.CheckName, check),
    )


def meetings() -> dict[str, dict[str, Any]]:
    """A meeting that raises three actions, one that closes, reopens and passes over, and two that were not held."""
    first = [action(1, "completed"), action(2, "outstanding"), action(3, None)]
    moved = {"moved_to": says(models.ActionEntry, "moved_to"), "no_longer_listed": "true", "struck_through": "true"}
    second = [
        action(1, "in progress", reopened="true"),
        action(3, "superseded", by="ZZZ0135-01", follows="ZZZ0135-03"),
        action(4, None, ref="r", raised="here", **moved),
    ]  # fmt: skip
    return {
        FIRST: meeting(FIRST, "approved", first),
        SECOND: meeting(SECOND, "approved", second, not_mentioned=["ZZZ0135-02"]),
        NEXT: meeting(NEXT, "scheduled", []),
        OFF: meeting(OFF, "cancelled", []),
    }


def write_hostile_record(data: Path) -> None:
    """Write the record's files; JSON is YAML too."""
    texts = {
        "group.yml": json.dumps(group()),
        "people.yml": json.dumps(people()),
        "glossary.yml": json.dumps(glossary()),
        "accessibility.yml": json.dumps(accessibility()),
        "accessibility-tests.yml": json.dumps(automatic_tests()),
    }
    texts |= {f"meetings/{stem}.yml": json.dumps(record) for stem, record in meetings().items()}
    texts |= {
        "terms-of-reference/2034-02-03.md": terms("2034-02-03"),
        "terms-of-reference/2034-02-04.md": terms("2034-02-04", f"\n{HOSTILE}\n"),
        "terms-of-reference/known.md": terms("not recorded"),
    }
    for name, text in texts.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")
    paper = data.parent / "docs/papers" / PAPER
    paper.parent.mkdir(parents=True)
    paper.write_bytes(b"%PDF-1.4 invented")


def filled() -> SimpleNamespace:
    """The record as the models read it."""
    return SimpleNamespace(
        group=models.Group.model_validate(group()),
        people=models.People.model_validate(people()),
        glossary=models.Glossary.model_validate(glossary()),
        meetings=[models.Meeting.model_validate(record) for record in meetings().values()],
        accessibility=models.Accessibility.model_validate(accessibility()),
        automatic_tests=models.AutomaticTests.model_validate(automatic_tests()),
        terms=models.Terms.model_validate(
            hostile(models.Terms, adopted="2034-02-03", acknowledged=acknowledged("as typed x"), changes=changes())
        ),
    )
