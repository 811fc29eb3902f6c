"""The sentences of the accessibility statement about the status, the issues and the tests."""

from macros.language import _
from macros.pages.accessibility.conformance import Conformance, Status
from macros.record.models import CheckName, IssueKind, TrialKind


def compliance(found: Conformance) -> str:
    """The sentence on the status. For the three statuses of the regulations, it follows the model statement."""
    standard = _standard()
    match found.status:
        case Status.FULL:
            return _("This website is fully compliant with {standard}.").format(standard=standard)
        case Status.PARTIAL:
            text = _("This website is partially compliant with {standard}, due to {reasons} listed below.")
            return text.format(standard=standard, reasons=_reasons(found.known))
        case Status.NOT:
            return not_compliant()
        case Status.UNKNOWN:
            text = _("How far this website is compliant with {standard} is not established.")
            return f"{text.format(standard=standard)} {_why_unknown(found)}"


def not_compliant() -> str:
    """The sentence for the recorded status `not compliant`."""
    text = _("This website is not compliant with {standard}. What is known to fail is listed below.")
    return text.format(standard=_standard())


def _standard() -> str:
    return _("the Web Content Accessibility Guidelines version 2.2 AA standard")


def _reasons(known: frozenset[IssueKind]) -> str:
    exempt = known - {IssueKind.NON_COMPLIANCE}
    if exempt and IssueKind.NON_COMPLIANCE in known:
        return _("the non-compliances and exemptions")
    return _("the exemptions") if exempt else _("the non-compliances")


def _why_unknown(found: Conformance) -> str:
    if found.known:
        return _("Problems are listed below, but no test is on record that shows how much else there is.")
    if found.found:
        return _("The automatic tests found something that is not listed as a problem yet.")
    return _("No failure is known, but not everything has been tested; what has been and what has not stands below.")


def issues_of(kind: IssueKind) -> str:
    """The heading above the issues of a kind, in the words of the regulations."""
    return {
        IssueKind.NON_COMPLIANCE: _("Non-compliance with the accessibility regulations"),
        IssueKind.BURDEN: _("Disproportionate burden"),
        IssueKind.OUT_OF_SCOPE: _("Content that is not within scope of the accessibility regulations"),
    }[kind]


def trial(kind: TrialKind) -> str:
    """The name of a kind of test by people."""
    return {
        TrialKind.EVERY_CRITERION: _("Every criterion of WCAG 2.2, levels A and AA, judged by a person"),
        TrialKind.SCREEN_READER: _("With a screen reader"),
        TrialKind.SCREEN_MAGNIFIER: _("With a screen magnifier"),
        TrialKind.SPEECH_INPUT: _("With speech input"),
        TrialKind.DISABLED_PEOPLE: _("By disabled people, in their own way"),
    }[kind]


def check(name: CheckName) -> str:
    """The name of a group of automatic tests."""
    return {
        CheckName.AXE: _("Rules that the program axe-core can judge"),
        CheckName.KEYBOARD: _("Use by keyboard alone"),
        CheckName.ADAPTING: _("Adapting to the reader"),
        CheckName.MARKUP: _("HTML markup"),
    }[name]


def claim(name: CheckName) -> str:
    """What may be claimed if every test of a group was run and passed. Each claim corresponds to tests in
    `tests/site/test_built_<name>.py`."""
    return {
        CheckName.AXE: _(
            "axe-core found nothing wrong, as far as a program can judge WCAG 2.0 to 2.2, levels A and AA: on each "
            "kind of page, in each state and on each page of this website, at widths of 320, 768 and 1,280 pixels; in "
            "light colours by all its rules, in dark ones by those about colour."
        ),
        CheckName.KEYBOARD: _(
            "With the keyboard alone, each control on each kind of page is reached in the order in which it stands, "
            "and can be seen when it is, also enlarged to 400 %. No single key does anything by itself."
        ),
        CheckName.ADAPTING: _(
            "From 320 pixels on, no kind of page scrolls sideways, and no text is cut off or covered, also with the "
            "text set apart as criterion 1.4.12 asks. Nothing moves by itself. Forced colours keep signs, controls "
            "and marks."
        ),
        CheckName.MARKUP: _(
            "The Nu HTML checker found no error and no warning on any page. Each page says its language and has a "
            "title of its own and one main heading, no level of headings is skipped, and each table that the site "
            "makes has a caption, and heads on its rows and columns."
        ),
    }[name]
