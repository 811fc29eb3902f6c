"""Dates, ages, lists, counts and states as text in the current language."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from html import unescape

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from macros.language import MonthOnly, _, current_locale, ngettext

_TAG = re.compile(r"<[^<>]*>")
_ENDS = re.compile(r"[.!?…:;,][\"'”’»]*$")


def not_recorded() -> str:
    """The text for a value that is not recorded."""
    return _("Not recorded")


def in_a_draft() -> str:
    """The text after a value that only a draft record contains."""
    return _("(in a draft record)")


def not_held() -> str:
    """The text after the month of a meeting whose record is not held."""
    return _("(record not held)")


def not_listed() -> str:
    """The text after the month in the id of an action that the record of that month does not list."""
    return _("(not in the record of that month)")


def first_recorded(year: int, month_number: int) -> str:
    """The text after "Not recorded", where nothing says when an action was raised: when it is first mentioned."""
    return _("(first recorded in {month})").format(month=month(year, month_number))


def raised_before() -> str:
    """The text after the month of an action that was raised then or before."""
    return _("(then or before)")


def no_apologies() -> str:
    """The text if the record says that nobody sent apologies."""
    return _("None")


def not_mentioned() -> str:
    """The text for an open action that a meeting did not mention."""
    return _("not mentioned")


def day(value: date) -> str:
    """`21 March 2022`, or `March 2022` where no more is known."""
    return month(value.year, value.month) if isinstance(value, MonthOnly) else _date(value, "long", current_locale())


def month(year: int, number: int) -> str:
    """`March 2022`."""
    return _skeleton(date(year, number, 1), "yMMMM", current_locale())


@cache
def _date(value: date, form: str, locale: str) -> str:
    return format_date(value, form, locale=locale)


@cache
def _skeleton(value: date, skeleton: str, locale: str) -> str:
    return format_skeleton(skeleton, value, locale=locale)


def days(first: date, last: date) -> str:
    """`21 March 2022 to 22 March 2022`, or the day if both are the same."""
    return from_to(day(first), day(last))


def all_days(first: date, last: date | None, others: Iterable[date]) -> str:
    """The days of a meeting: `21 March 2022`, `21 March 2022 to 22 March 2022`, or several with commas and `and`."""
    return listed([days(first, last or first), *map(day, others)])


def meeting_day(said: str, stem: str) -> str:
    """The days of a meeting; with `(b)` for a file whose name ends in -b."""
    letter = letter_of(stem)
    return f"{said} ({letter})" if letter else said


def letter_of(stem: str) -> str:
    """The letter at the end of the name of a file, like the b of `2022-03-21-b`; empty if it has none."""
    letter = stem.rpartition("-")[2]
    return letter if letter.isalpha() else ""


def titled_day(said: str, title: str) -> str:
    """`21 March 2022 (Extraordinary meeting)`, for one of several meetings on a day."""
    return _("{day} ({title})").format(day=said, title=title)


def short_day(value: date, stem: str) -> tuple[str, str, str]:
    """`21`, `Mar` and `2022`, for the header of a narrow column; a second meeting on a day is `21b`."""
    number = "" if isinstance(value, MonthOnly) else str(value.day)
    return f"{number}{letter_of(stem)}", _date(value, "MMM", current_locale()), str(value.year)


def listed(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return format_list(tuple(words), locale=current_locale())


def language() -> str:
    """The name of the current locale in its own language: `English (United Kingdom)`."""
    return str(Locale.parse(current_locale()).get_display_name())


def number(value: int) -> str:
    """`12,006`, in the format of the locale."""
    return _number(value, current_locale())


@cache
def _number(value: int, locale: str) -> str:
    return format_decimal(value, locale=locale)


def from_to(first: str, last: str) -> str:
    """`a to b`, or `a` if both are the same."""
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def meetings(count: int) -> str:
    """`1 meeting`, `2 meetings` or `no meetings`. The counts below have the same form."""
    return _counted(_("no meetings"), ngettext("{number} meeting", "{number} meetings", count), count)


def actions(count: int) -> str:
    """How many actions."""
    return _counted(_("no actions"), ngettext("{number} action", "{number} actions", count), count)


def actions_recorded(reviewed: int, arising: int, others: int) -> str:
    """What a meeting recorded of actions: how many of earlier meetings, how many arising, and how many others, of which
    nothing says where they were raised. If there are others, nothing is said to be none, for it may be among them."""
    if not reviewed + arising and others:
        return _("{actions} recorded.").format(actions=sentence(actions(others)))
    said = _("{reviewed} reviewed, {arising} arising.")
    if others and not reviewed:
        said = _("{arising} arising.")
    elif others and not arising:
        said = _("{reviewed} reviewed.")
    said = said.format(reviewed=actions(reviewed), arising=actions(arising))
    return sentence(said) + (" " + _("Others: {number}.").format(number=number(others)) if others else "")


def new_actions(count: int) -> str:
    """How many actions arose at a meeting."""
    return _counted(_("no new actions"), ngettext("{number} new action", "{number} new actions", count), count)


def actions_reviewed(count: int) -> str:
    """How many actions of earlier meetings a meeting reviewed."""
    many = ngettext("{number} action reviewed", "{number} actions reviewed", count)
    return _counted(_("no actions reviewed"), many, count)


def other_actions(count: int) -> str:
    """How many actions a meeting records of which nothing says where they were raised."""
    return _counted(_("no other actions"), ngettext("{number} other action", "{number} other actions", count), count)


def papers(count: int) -> str:
    """How many papers."""
    return _counted(_("no papers"), ngettext("{number} paper", "{number} papers", count), count)


def open_actions(count: int) -> str:
    """How many open actions."""
    return _counted(_("no open actions"), ngettext("{number} open action", "{number} open actions", count), count)


def decisions(count: int) -> str:
    """How many decisions."""
    return _counted(_("no decisions"), ngettext("{number} decision", "{number} decisions", count), count)


def agenda_items(count: int) -> str:
    """How many items of an agenda."""
    return _counted(_("no agenda items"), ngettext("{number} agenda item", "{number} agenda items", count), count)


def files(count: int) -> str:
    """How many files."""
    return _counted(_("no files"), ngettext("{number} file", "{number} files", count), count)


def errors(count: int) -> str:
    """How many errors."""
    return _counted(_("no errors"), ngettext("{number} error", "{number} errors", count), count)


def warnings(count: int) -> str:
    """How many warnings."""
    return _counted(_("no warnings"), ngettext("{number} warning", "{number} warnings", count), count)


def notes(count: int) -> str:
    """How many notes."""
    return _counted(_("no notes"), ngettext("{number} note", "{number} notes", count), count)


def number_of_days(count: int) -> str:
    """How many days, at least one."""
    return ngettext("{number} day", "{number} days", count).format(number=number(count))


def months(count: int) -> str:
    """How many whole months."""
    return _counted(_("less than a month"), ngettext("{number} month", "{number} months", count), count)


def _counted(none: str, some: str, count: int) -> str:
    return some.format(number=number(count)) if count else none


def age(months_open: int, meetings_held: int, about: bool, at_least: bool = False) -> str:
    """`8 months, 1 meeting`: how long an action is or was open.

    `about 8 months, 1 meeting on record` if only the month in which it was raised is known, and `at least 8 months,
    1 meeting` if not even that is known.
    """
    if at_least:
        known = [said for said, count in ((months(months_open), months_open), (meetings(meetings_held), meetings_held))
                 if count]  # fmt: skip
        return _("at least {age}").format(age=", ".join(known)) if known else not_known()
    said = _("about {months}, {meetings} on record") if about and months_open else _("{months}, {meetings}")
    return said.format(months=months(months_open), meetings=meetings(meetings_held))


def not_known() -> str:
    """The age of an action of which nothing says when it was raised, and that no second meeting mentioned."""
    return _("not known")


def until_closed(said: str, is_open: bool) -> str:
    """The age of an action; if it is known and the action is closed, with the words that it is counted until the
    closing was recorded."""
    return said if is_open or said == not_known() else _("{age}, until recorded closed").format(age=said)


def first_words(text: str, letters: int) -> str:
    """The text on one line, if it is longer than so many letters only its first words, with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= letters:
        return line
    words = line[:letters].rpartition(" ")[0] or line[: letters - 1]
    return f"{words.rstrip(' ,;:.–-(')} …"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def has_ended(text: str) -> bool:
    """Whether a text, which may be HTML, ends with punctuation, so that no full stop may follow; as `Jr.` and `a)` do,
    and `AB (Chair)` does not."""
    if text[-1:].isalnum():
        return False
    words = unescape(_TAG.sub("", text)).rstrip()
    return bool(_ENDS.search(words)) or (words.endswith(")") and words.count(")") > words.count("("))


def full_stop(text: str) -> str:
    """The full stop that a text of the record needs behind it: none, if it ends with punctuation."""
    return "" if has_ended(text) else "."


def filled(said: str, **values: str) -> str:
    """A sentence with what stands for its {names}, and no full stop behind a value that ends with punctuation."""
    return with_one_stop(said, "{%s}", [name for name, value in values.items() if has_ended(value)]).format(**values)


def with_one_stop(said: str, form: str, ended: Iterable[str]) -> str:
    """A sentence before values take the place of its names, without the full stops behind those that have `ended`.
    `form`: how a name stands in the sentence, like `{%s}`."""
    for name in ended:
        said = re.sub(rf"({re.escape(form % name)}(?:</\w+>)*)\.(?=\s|<|$)", r"\1", said)
    return said


def numbered(number: str | None, title: str | None) -> str:
    """`3. Title`, as far as they are recorded; `3) Title` and `3. Title` where the number is printed with such a
    sign."""
    if not number or not title:
        return number or title or ""
    return f"{number}{point(number)} {title}"


def point(number: str) -> str:
    """The full stop between the number of an agenda item and its title: none, if a sign is printed there."""
    return "." if number[-1].isalnum() else ""
