"""Where the tests' data lies."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
# The record of the ANPR IAG as it was when these tests were written. The tests read this copy, so that they hold
# when the office publishes its next meeting, and when another group has taken the project and removed data/.
ANPR_IAG = DATA / "anpr-iag"
