"""The time that the words of a search speak of, for the search index."""

from datetime import UTC, date, datetime, time, timedelta

from selfos.intelligence.builtin.when import find_period
from selfos.kernel.search import DateSpan


def date_hints(text: str, now: datetime) -> tuple[DateSpan, ...]:
    """Spans in UTC, end excluded, of the days named in `text`; none where it names none.

    `now` is the person's aware local time: its zone says when a day begins.
    """
    period = find_period(text, now)
    if period is None:
        return ()
    # "the sunday before 25 October" reads as running backwards; its last day is the one that was named.
    first, last = (period[1], period[1]) if period[1] < period[0] else period
    return ((_midnight(first, now), _midnight(last + timedelta(days=1), now)),)


def _midnight(day: date, now: datetime) -> datetime:
    return datetime.combine(day, time.min, now.tzinfo).astimezone(UTC)
