"""How a meeting is called on the command line: by the name of its file."""

import re
from datetime import date

from macros.language import _
from macros.record import Stop
from macros.record.models import parse_day_or_month


def day_of(meeting: str) -> date:
    """The day in the name of a meeting, like `2022-11-10-b`. Raises Stop if the name is not valid."""
    written = re.match(r"\d{4}-\d{2}(-\d{2})?(?!\d)", meeting)
    day = written[0] if written else meeting
    letter = meeting.removeprefix(day)
    try:
        found = parse_day_or_month(day)
    except ValueError as error:
        raise Stop(str(error).replace(f"'{day}'", f"'{meeting}'")) from None
    if not re.fullmatch("(-[b-z])?", letter):
        said = _("'{meeting}' is not the name of a meeting; write its day, like {day}, or {day}-b for a second one")
        raise Stop(said.format(meeting=meeting, day=day))
    return found
