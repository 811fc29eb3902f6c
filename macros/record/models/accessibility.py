"""The accessibility statement: which problems are known, who tested the site and how, and where to report a problem.

It follows the sections of the model statement for the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
Accessibility Regulations 2018 (SI 2018/852). How far the site complies is not recorded but derived, in
`macros/pages/accessibility/conformance.py`.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _, marked
from macros.record.models.acknowledged import Acknowledged
from macros.record.models.criteria import Criterion
from macros.record.models.record import Contact, Day, Paragraph, Record, Text, quoted


class Judgement(StrEnum):
    """The only status that a person may record: that the site fails most requirements."""

    NOT_COMPLIANT = marked("not compliant")


class IssueKind(StrEnum):
    """The kinds of issue that the regulations distinguish."""

    NON_COMPLIANCE = marked("non-compliance")
    BURDEN = marked("disproportionate burden")
    OUT_OF_SCOPE = marked("not within scope")


class TrialKind(StrEnum):
    """The kinds of test that people do."""

    EVERY_CRITERION = marked("every criterion")
    SCREEN_READER = marked("screen reader")
    SCREEN_MAGNIFIER = marked("screen magnifier")
    SPEECH_INPUT = marked("speech input")
    DISABLED_PEOPLE = marked("disabled people")


class Issue(Record):
    """Something on the site that somebody may not be able to use."""

    what: Paragraph = Field(title="What", description="What is wrong, and for whom, in a sentence or two.")
    where: Paragraph | None = Field(None, title="Where", description="The pages it is on. Left out: everywhere.")
    kind: IssueKind = Field(
        title="Kind",
        description="non-compliance (it breaks the regulations), disproportionate burden (fixing it would ask too "
        "much, and the office has assessed that) or not within scope (the regulations do not ask for it).",
    )
    criterion: Criterion | None = Field(
        None, title="Criterion", description="The number of the WCAG 2.2 success criterion that it fails, like 1.4.3.",
    )  # fmt: skip
    since: Day = Field(title="Since", description="The day since which the problem is known.")
    mended_by: Day | None = Field(None, title="To be fixed by", description="The day by which it is to be fixed.")
    reason: Paragraph | None = Field(
        None, title="Reason", description="Why it is not fixed, or why the regulations do not ask for it.",
    )  # fmt: skip


class Trial(Record):
    """A test of the site by a person."""

    kind: TrialKind = Field(
        title="Kind",
        description="every criterion (somebody judged each success criterion of WCAG 2.2 A and AA), screen reader, "
        "screen magnifier, speech input, or disabled people (who used the site in their own way).",
    )
    tool: Text | None = Field(
        None, title="Tool", description="What was used, such as the names and versions of screen reader and browser.",
    )  # fmt: skip
    by: Text = Field(title="By", description="Who tested.")
    date: Day = Field(title="Date", description="The day of the test, or its last one.")
    result: Paragraph = Field(
        title="Result", description="What was tested and what was found. List each problem under issues too.",
    )  # fmt: skip


def _judged(value: Any) -> Judgement | None:
    if value not in (None, Judgement.NOT_COMPLIANT):
        text = _("{found} cannot be written here, because the status follows from the issues and the tests; write "
                 "'not compliant' if the site fails most requirements, or leave the key out")  # fmt: skip
        raise PydanticCustomError("judged", text, {"found": quoted(value)})
    return None if value is None else Judgement.NOT_COMPLIANT


Judged = Annotated[
    Judgement | None, BeforeValidator(_judged), WithJsonSchema({"type": "string", "enum": [*Judgement]}),
]  # fmt: skip


class Accessibility(Record):
    """What is known about the accessibility of the site."""

    prepared: Day = Field(title="Prepared", description="The day on which this statement was first prepared.")
    prepared_by: Text | None = Field(None, title="Prepared by", description="Who prepared it.")
    adopted: Day | None = Field(
        None, title="Adopted",
        description="The day on which the publisher made the statement its own. Left out: the page says that the "
        "publisher has not adopted it yet.",
    )  # fmt: skip
    reviewed: Day | None = Field(
        None, title="Reviewed",
        description="The day of the last review. The statement has to be reviewed at least once in twelve months.",
    )  # fmt: skip
    applies_to: Paragraph | None = Field(
        None, title="Applies to", description="What the statement is about, if that is not just this website.",
    )  # fmt: skip
    status: Judged = Field(
        None, title="Status",
        description="not compliant, if the site fails most requirements. Every other status follows from the issues "
        "and the tests.",
    )  # fmt: skip
    issues: tuple[Issue, ...] = Field((), title="Issues", description="The problems that are known.")
    trials: tuple[Trial, ...] = Field(
        (), title="Trials",
        description="Tests by people. What nobody has tested, the page says is not tested.",
    )  # fmt: skip
    contact: Contact | None = Field(
        None, title="Contact",
        description="Where to report a problem of accessibility, if that is not the contact in the group's file.",
    )  # fmt: skip
    reply: Text | None = Field(
        None, title="Reply", description="Within how long a reply comes, like 5 working days.",
        examples=["5 working days"],
    )  # fmt: skip
    enforcement: Paragraph | None = Field(
        None, title="Enforcement",
        description="Whom a reader turns to who is not happy with the reply. Left out in a locale of the United "
        "Kingdom: the bodies that its regulations name.",
    )  # fmt: skip
    note: Paragraph | None = Field(None, title="Note", description="What else a reader should know.")
    acknowledged: Acknowledged = ()

    @property
    def last_reviewed(self) -> date:
        """The day of the last review, or of the preparation if there was no review."""
        return self.reviewed or self.prepared
