"""When each of several values of one thing held, from what was said about them and when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Final
from uuid import UUID

_NEWS: Final = timedelta(days=31)
"""How long ago something may have begun that is told as news."""


@dataclass(frozen=True, slots=True)
class Said:
    """One time that a value was spoken of: when (aware), from which day on, and where it ended, since which day."""

    at: datetime
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """When a value held, [since, until), when it was learnt that it did, and when that it no longer did."""

    learned_at: datetime
    since: date | None = None
    until: date | None = None
    closed_at: datetime | None = None
    superseded_by: UUID | None = None

    @property
    def begins(self) -> date:
        """The day it held from, as far as is known: at the latest when it was told of."""
        return self.since or self.learned_at.date()


def timeline(said: Mapping[UUID, Sequence[Said]], *, single: bool) -> dict[UUID, Validity]:
    """The validity of each value by its id. Where `single`, one holds at a time and ends where the next begins."""
    alone = {name: _alone(sorted(times, key=lambda one: one.at)) for name, times in said.items() if times}
    return dict(_one_by_one(alone)) if single else alone


def _alone(times: Sequence[Said]) -> Validity:
    """A value by itself: the last word counts for whether it holds."""
    since = min((one.since for one in times if one.since), default=None)
    last = times[-1]
    return Validity(times[0].at, since, last.until, last.at if last.until else None)


def _one_by_one(alone: Mapping[UUID, Validity]) -> Iterator[tuple[UUID, Validity]]:
    order = sorted(alone.items(), key=lambda item: (_counts_from(item[1]), item[1].learned_at, item[0]))
    for (name, own), (other, successor) in pairwise(order):
        if own.until is not None and own.until <= successor.begins:
            yield name, own
        else:
            ends, closed = max(own.since or date.min, successor.begins), max(own.learned_at, successor.learned_at)
            yield name, replace(own, until=ends, closed_at=closed, superseded_by=other)
    yield from order[-1:]


def _counts_from(validity: Validity) -> datetime:
    """What is news when it is told counts from then on, against all that was said before; history from its own day."""
    told = validity.learned_at
    if validity.since is None or timedelta(0) <= told.date() - validity.since <= _NEWS:
        return told
    return datetime.combine(validity.since, time.min, told.tzinfo)
