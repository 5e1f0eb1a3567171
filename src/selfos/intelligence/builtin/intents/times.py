"""The words of time in a wish: when something shall be, which days are asked about, by how much to shift."""

import re
from calendar import month_name
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from selfos.intelligence.builtin.intents.model import Period
from selfos.intelligence.builtin.intents.patterns import pattern
from selfos.intelligence.builtin.quickadd import QuickTask, read_line
from selfos.intelligence.builtin.when import When, find, find_period

#: Of a question about what was, so that "on Tuesday" is the last one.
_PAST = pattern("times", "past")
_EVENING = re.compile(
    r"\b(?:pm|p\.m\.?|evening|tonight|afternoon|(?:in|after) (?:an?|\d+|half)|1[6-9]:|2[01]:)|\d\s?pm\b", re.IGNORECASE
)
_SHIFT = pattern("times", "shift")
_NUMBERS = {"a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_UNITS = {"min": "minutes", "hr": "hours", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks"}
_EARLIER = re.compile(r"\b(?:earlier|sooner|forward|early)\b", re.IGNORECASE)
_GENERAL_PERIOD = pattern("times", "general period")
_MY_MONTH = re.compile(rf"\b(?:my|this|last)\s+(?P<month>{'|'.join(month_name[1:])})\b", re.IGNORECASE)
_PLAIN = {"weekly": "week", "monthly": "month", "daily": "day", "yearly": "year"}
_HOURS = re.compile(r"\b(?:half an hour|an hour(?: and a half)?|a quarter of an hour|one hour)\b", re.IGNORECASE)
_SPELT_MINUTES = {
    "half an hour": 30,
    "an hour": 60,
    "one hour": 60,
    "an hour and a half": 90,
    "a quarter of an hour": 15,
}


@dataclass(frozen=True, slots=True)
class Timing:
    """When a thing shall be, and the line as quick add reads it."""

    due: date | None
    due_at: datetime | None
    quick: QuickTask

    def __bool__(self) -> bool:
        return bool(self.due or self.quick.rrule)

    def first_day(self, now: datetime) -> date | None:
        """Where a range is named, "next week", its first day that lies ahead; else the day."""
        start = self.quick.when.start
        if self.due_at or self.quick.rrule or start is None or isinstance(start, datetime):
            return self.due
        return max(start, now.date())


def read_timing(text: str, now: datetime) -> Timing:
    """`text` read as a quick-add line; a moment comes with its day."""
    quick = read_line(text, now)
    point = quick.start if isinstance(quick.start, datetime) else quick.due
    if isinstance(point, datetime):
        return Timing(point.date(), point, quick)
    return Timing(point, None, quick)


def read_alarm(text: str, now: datetime) -> Timing:
    """As `read_timing`, but hours of no said half of the day are those at which people get up."""
    timing = read_timing(text, now)
    if timing.due_at is None or not 16 <= timing.due_at.hour <= 21 or _EVENING.search(text):
        return timing
    early = timing.due_at - timedelta(hours=12)
    early = early if early > now else early + timedelta(days=1)
    return Timing(early.date(), early, timing.quick)


def read_shift(text: str) -> timedelta | None:
    """ "by two days", "an hour later", "half an hour earlier"; None where the text shifts nothing."""
    match = _SHIFT.search(text)
    if match is None or not (match["way"] or re.match(r"(?:by|another)\b", match.group(), re.IGNORECASE)):
        return None
    number, unit = match["number"].casefold(), match["unit"].casefold()
    if number == "half an":
        step = timedelta(minutes=30)
    else:
        count = int(number) if number.isdigit() else _NUMBERS.get(number, 2)
        step = timedelta(days=30 * count) if unit == "month" else timedelta(**{_UNITS[unit]: count})
    return -step if _EARLIER.search(text) else step


def kept_day(moment: datetime, stands_at: datetime, *, half_said: bool) -> datetime:
    """The time of day of `moment` on the day of `stands_at`, both on one clock; an hour that may be of either half of
    the day is taken nearest to the time at which the record stands."""
    there = datetime.combine(stands_at.date(), moment.timetz())
    if half_said:
        return there
    other = there.replace(hour=(there.hour + 12) % 24)
    return min(there, other, key=lambda one: abs(one - stands_at))


def shift_removed(text: str) -> str:
    """The text without the words that shift."""
    return re.sub(r"\b(?:forward|back|later|earlier|out)\s*$", "", " ".join(_SHIFT.sub(" ", text).split())).strip()


def read_period(text: str, now: datetime, *, past: bool | None = None) -> Period | None:
    """The days that a question names; what lies ahead unless the words, or `past`, look back."""
    text = re.sub(r"\b(today|tomorrow|yesterday)'s\b", r"\1", text)
    looks_back = bool(_PAST.search(text)) if past is None else past
    if whole := _GENERAL_PERIOD.search(text):
        return _running(whole, now.date(), back=looks_back)
    if looks_back:
        return find_period(text, now) or _month_alone(text, now)
    when = find(text, now)
    return None if when.rrule else _days(when)


def _month_alone(text: str, now: datetime) -> Period | None:
    """ "my October", of which only the month is told."""
    named = _MY_MONTH.search(text)
    return find_period(f"in {named['month']}", now) if named else None


def _days(when: When) -> Period | None:
    first, last = (point.date() if isinstance(point, datetime) else point for point in (when.start, when.end))
    if first is None and last is None:
        return None
    first, last = first or last, last or first
    return (first, last) if first and last and first <= last else None


def _running(match: re.Match[str], today: date, *, back: bool) -> Period:
    """The day, week (from Monday), month or year that `today` lies in."""
    if match["few"]:
        number = match["few"].split()[0]
        return today - timedelta(days=int(number) if number.isdigit() else 3), today
    unit = (match["whole"] or _PLAIN[match["plain"].casefold()]).casefold()
    if unit == "day":
        return today, today
    if unit == "week":
        monday = today - timedelta(days=today.weekday())
        return monday, today if back else monday + timedelta(days=6)
    if unit == "month":
        after = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        return today.replace(day=1), after - timedelta(days=1)
    return today.replace(month=1, day=1), today.replace(month=12, day=31)


def read_minutes(text: str, now: datetime) -> int | None:
    """How long a stretch of time the text names, in minutes."""
    if (match := _HOURS.search(text)) and (said := _SPELT_MINUTES.get(match.group().casefold())):
        return said
    return find(text, now).duration_minutes


def without_times(text: str, now: datetime) -> str:
    """The text without its words of time."""
    return read_line(text, now).title
