"""What a day, a time or a word was meant to be that is written in another way than here."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_LONGEST_MONTH = 31
_QUOTED = (("“", "”"), ("‘", "’"), ("„", "“"), ("”", "”"), ("’", "’"))
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})|(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./ ])(\d{1,2})\2(\d{4})")
_IN_WORDS = re.compile(
    r"(?:(?P<weekday>[a-z]{3,9})\.?,? )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<month>[a-z]{3,9})\.?,? "
    r"(?P<year>\d{4})"
)
_MONTH_FIRST = re.compile(
    r"(?:(?P<weekday>[a-z]{3,9})\.?,? )?(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?|(\d{2})(\d{2})|(noon|midday)")
_BETWEEN = re.compile(r" ?(?:[-–—−]|\bto\b|\buntil\b) ?")


class Meant(NamedTuple):
    """The text as it is written here. `certain`: nothing else can be meant. `lists`: it is a key that has a list."""

    text: str
    certain: bool = True
    lists: bool = False


def plain(text: str) -> str:
    """The text without characters that nobody sees, curly quotes around it and space at its ends."""
    seen = re.sub(f"[{UNSEEN}]", "", re.sub(f"[{SPACES}\t]", " ", text)).strip()
    for opened, closed in _QUOTED:
        if len(seen) > 1 and seen.startswith(opened) and seen.endswith(closed):
            return seen[1:-1].strip()
    return seen


def day_meant(text: str) -> Meant | None:
    """The day that a text gives in another form than 2022-03-21; None if it gives none of the calendar.

    A day and a month in numbers of up to 12 could change places, so that their order is a guess: the day comes first.
    """
    found = re.sub("[–—−]", "-", " ".join(plain(text).lower().split()))
    if numbers := _YEAR_FIRST.fullmatch(found):
        year, month, day = (int(part) for part in numbers.groups() if part)
        return _day(year, month, day) or _day(year, day, month, certain=False)
    if numbers := _YEAR_LAST.fullmatch(found):
        one, other, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
        certain = one > len(MONTHS) or one == other
        return _day(year, other, one, certain) or _day(year, one, other)
    words = _IN_WORDS.fullmatch(found) or _MONTH_FIRST.fullmatch(found)
    month = _numbered(words["month"], MONTHS) if words else 0
    meant = _day(int(words["year"]), month, int(words["day"])) if words and month else None
    if meant and words and words["weekday"]:
        weekday = _numbered(words["weekday"], _WEEKDAYS) - 1
        return meant if date.fromisoformat(meant.text).weekday() == weekday else meant._replace(certain=False)
    return meant


def days_of_the_month(text: str) -> int:
    """How many days the month of a day has that is beyond its end, like 2022-06-31 or 31 June 2022; else 0."""
    found = " ".join(plain(text).lower().split())
    numbers, words = _YEAR_FIRST.fullmatch(found), _IN_WORDS.fullmatch(found) or _MONTH_FIRST.fullmatch(found)
    last = _YEAR_LAST.fullmatch(found)
    if numbers:
        year, month, day = (int(part) for part in numbers.groups() if part)
    elif last:
        day, month, year = int(last[1]), int(last[3]), int(last[4])
    elif words:
        year, month, day = int(words["year"]), _numbered(words["month"], MONTHS), int(words["day"])
    else:
        return 0
    days = monthrange(year, month)[1] if 1 <= month <= len(MONTHS) and year else 0
    return days if days < day <= _LONGEST_MONTH else 0


def times_meant(text: str) -> Meant | None:
    """The time that a text gives in another form than 10:00-12:00: 10am to 12.30pm, 10.00-12.00, 1000-1200 hrs.

    What may be the first or the second half of the day, as 12 pm may be, is a guess.
    """
    found = re.sub(r"\ba\.m\b\.?", "am", re.sub(r"\bp\.m\b\.?", "pm", " ".join(plain(text).lower().split())))
    found = re.sub(r" ?(?:hrs|hours|h)\.?$", "", found)
    parts = _BETWEEN.split(found)
    if len(parts) > 2:
        return None
    last = _CLOCK.fullmatch(parts[-1])
    read = [_clock(part, last) for part in parts]
    times = [one for one in read if one]
    if len(times) < len(read) or (len(parts) == 1 and parts[0].isdigit()) or times[0].text.startswith("24"):
        return None
    return Meant("-".join(one.text for one in times), all(one.certain for one in times))


def _clock(part: str, end: re.Match[str] | None) -> Meant | None:
    """A time of day as hour and minute. Without a half of the day, that of the end may be meant, as in 2-4pm."""
    found = _CLOCK.fullmatch(part)
    if not found:
        return None
    if found[6]:
        return Meant("12:00")
    hour, minute = int(found[1] or found[4]), found[2] or found[5] or "00"
    half = found[3] or (end[3] if end else None)
    if end and half and not found[3] and hour % 12 > int(end[1]) % 12:  # 11-1pm
        half = "am" if half == "pm" else "pm"
    if half and (hour > 12 or hour == 0):
        half = None
    if hour > 24 or int(minute) > 59 or not (half or found[2] or found[4]):
        return None
    if half:
        hour = hour % 12 + 12 * (half == "pm")
    return Meant(f"{hour:02}:{minute}", certain=not half or (bool(found[3]) and int(found[1]) != 12))


def _day(year: int, month: int, day: int, certain: bool = True) -> Meant | None:
    try:
        return Meant(date(year, month, day).isoformat(), certain)
    except ValueError:
        return None


def _numbered(word: str, names: tuple[str, ...]) -> int:
    """The number of a name, or of one shortened to three letters or more; 0 if it is none."""
    return next((number for number, name in enumerate(names, 1) if name.startswith(word)), 0)
