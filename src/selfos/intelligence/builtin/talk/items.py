"""What replies speak of, and how lists of it look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from selfos.intelligence.builtin.talk.times import date_words, minutes_words, when_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A task, an appointment, a step: `at` is a moment on the person's clock, `day` its day or a day alone."""

    title: str
    day: date | None = None
    at: datetime | None = None
    rrule: str | None = None
    minutes: int | None = None

    def when(self, today: date) -> str:
        """When it is, with a space before it."""
        return when_words(self.day, self.at, self.rrule, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The person's own words; `written` is the day on their clock, `source` names what else they stem from."""

    text: str
    written: date | None = None
    source: str | None = None


def line(item: Item, today: date) -> str:
    """One item on one line: "Call Ana, tomorrow at 16:00 (30 minutes)"."""
    said = item.when(today).strip(" ,")
    length = f" ({minutes_words(item.minutes)})" if item.minutes else ""
    return f"{item.title}{', ' + said if said else ''}{length}"


def numbered(lines: Sequence[str], most: int = 10) -> str:
    """The lines with their numbers, by which they can be pointed at; what is beyond `most` is counted."""
    shown = [f"{number}. {text}" for number, text in enumerate(lines[:most], 1)]
    rest = len(lines) - most
    return "\n".join([*shown, *([f"… and {rest} more."] if rest > 0 else [])])


def quoted(quote: Quote, number: int, today: date) -> str:
    """ "On 3 March you wrote: “…” [1]"."""
    if quote.source:
        return f"“{_short(quote.text)}” ({quote.source}) [{number}]"
    day = f"On {date_words(quote.written, today)} you" if quote.written else "You"
    return f"{day} wrote: “{_short(quote.text)}” [{number}]"


def named(titles: Sequence[str]) -> str:
    """ "“a”, “b” and “c”"."""
    marked = [f"“{title}”" for title in titles]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}" if marked else "nothing"


def count(number: int, what: str, several: str | None = None) -> str:
    """ "one task", "3 tasks", "no tasks"."""
    if number == 1:
        return f"one {what}"
    return f"{number or 'no'} {several or what + 's'}"


def _short(text: str, most: int = 240) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[:most].rsplit(' ', 1)[0]} …"
