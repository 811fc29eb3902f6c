"""Where the tests' data lies, and what they leave out."""

import sys
from pathlib import Path

DATA = Path(__file__).parent / "data"
# The record of the ANPR IAG as it was when these tests were written. The tests read this copy, so that they hold
# when the office publishes its next meeting, and when another group has taken the project and removed data/.
ANPR_IAG = DATA / "anpr-iag"
# PDFs take seconds. Tests that are not about them run as if WeasyPrint was not installed, wherever it is.
WITHOUT_PDF = Path(__file__).parent / "without"


def leave_out_pdf() -> None:
    """Let no PDF be made in this process."""
    sys.modules["weasyprint"] = None  # type: ignore[assignment]
