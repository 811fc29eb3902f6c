"""The success criteria of WCAG 2.2, levels A and AA: what a website of the public sector has to meet.

Numbers, names and levels as in the W3C Recommendation "Web Content Accessibility Guidelines (WCAG) 2.2",
https://www.w3.org/TR/WCAG22/. Criterion 4.1.1 is obsolete there, so it is not in the table.
"""

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.language import _, marked
from macros.record.models.record import quoted
from macros.record.problems import nearest

CRITERIA: dict[str, tuple[str, str]] = {
    "1.1.1": (marked("Non-text Content"), "A"),
    "1.2.1": (marked("Audio-only and Video-only (Prerecorded)"), "A"),
    "1.2.2": (marked("Captions (Prerecorded)"), "A"),
    "1.2.3": (marked("Audio Description or Media Alternative (Prerecorded)"), "A"),
    "1.2.4": (marked("Captions (Live)"), "AA"),
    "1.2.5": (marked("Audio Description (Prerecorded)"), "AA"),
    "1.3.1": (marked("Info and Relationships"), "A"),
    "1.3.2": (marked("Meaningful Sequence"), "A"),
    "1.3.3": (marked("Sensory Characteristics"), "A"),
    "1.3.4": (marked("Orientation"), "AA"),
    "1.3.5": (marked("Identify Input Purpose"), "AA"),
    "1.4.1": (marked("Use of Color"), "A"),
    "1.4.2": (marked("Audio Control"), "A"),
    "1.4.3": (marked("Contrast (Minimum)"), "AA"),
    "1.4.4": (marked("Resize Text"), "AA"),
    "1.4.5": (marked("Images of Text"), "AA"),
    "1.4.10": (marked("Reflow"), "AA"),
    "1.4.11": (marked("Non-text Contrast"), "AA"),
    "1.4.12": (marked("Text Spacing"), "AA"),
    "1.4.13": (marked("Content on Hover or Focus"), "AA"),
    "2.1.1": (marked("Keyboard"), "A"),
    "2.1.2": (marked("No Keyboard Trap"), "A"),
    "2.1.4": (marked("Character Key Shortcuts"), "A"),
    "2.2.1": (marked("Timing Adjustable"), "A"),
    "2.2.2": (marked("Pause, Stop, Hide"), "A"),
    "2.3.1": (marked("Three Flashes or Below Threshold"), "A"),
    "2.4.1": (marked("Bypass Blocks"), "A"),
    "2.4.2": (marked("Page Titled"), "A"),
    "2.4.3": (marked("Focus Order"), "A"),
    "2.4.4": (marked("Link Purpose (In Context)"), "A"),
    "2.4.5": (marked("Multiple Ways"), "AA"),
    "2.4.6": (marked("Headings and Labels"), "AA"),
    "2.4.7": (marked("Focus Visible"), "AA"),
    "2.4.11": (marked("Focus Not Obscured (Minimum)"), "AA"),
    "2.5.1": (marked("Pointer Gestures"), "A"),
    "2.5.2": (marked("Pointer Cancellation"), "A"),
    "2.5.3": (marked("Label in Name"), "A"),
    "2.5.4": (marked("Motion Actuation"), "A"),
    "2.5.7": (marked("Dragging Movements"), "AA"),
    "2.5.8": (marked("Target Size (Minimum)"), "AA"),
    "3.1.1": (marked("Language of Page"), "A"),
    "3.1.2": (marked("Language of Parts"), "AA"),
    "3.2.1": (marked("On Focus"), "A"),
    "3.2.2": (marked("On Input"), "A"),
    "3.2.3": (marked("Consistent Navigation"), "AA"),
    "3.2.4": (marked("Consistent Identification"), "AA"),
    "3.2.6": (marked("Consistent Help"), "A"),
    "3.3.1": (marked("Error Identification"), "A"),
    "3.3.2": (marked("Labels or Instructions"), "A"),
    "3.3.3": (marked("Error Suggestion"), "AA"),
    "3.3.4": (marked("Error Prevention (Legal, Financial, Data)"), "AA"),
    "3.3.7": (marked("Redundant Entry"), "A"),
    "3.3.8": (marked("Accessible Authentication (Minimum)"), "AA"),
    "4.1.2": (marked("Name, Role, Value"), "A"),
    "4.1.3": (marked("Status Messages"), "AA"),
}


def _criterion(value: Any) -> str:
    if not isinstance(value, str) or value not in CRITERIA:
        guess = nearest(value, CRITERIA) if isinstance(value, str) else ""
        raise PydanticCustomError(
            "criterion", _("{found} is not a success criterion of WCAG 2.2, level A or AA{fix}"),
            {"found": quoted(value), "fix": guess or _("; write its number, like 1.4.3")},
        )  # fmt: skip
    return value


Criterion = Annotated[
    str, BeforeValidator(_criterion), WithJsonSchema({"type": "string", "enum": list(CRITERIA), "examples": ["1.4.3"]}),
]  # fmt: skip
