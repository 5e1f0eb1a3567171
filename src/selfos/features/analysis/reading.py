"""From what the engine understood of a thought to what is kept of it. Pure: no clock, no database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from selfos.features.analysis.records import Found, What
from selfos.features.calibration import UNTOUCHED, Calibrated
from selfos.features.suggestions import Proposal
from selfos.features.thoughts import Thought
from selfos.intelligence.builtin.understand import understand
from selfos.intelligence.builtin.understand.findings import Finding, FoundTask, Moment, Understanding
from selfos.kernel.recurrence import checked_rule, moment_of, wall
from selfos.kernel.search.ports import Encoder

_RULES: Final = "built-in-1"
"""Raised when the engine reads otherwise than before, so that thoughts are read again when that is asked for."""

_PLANNED_YEARS: Final = range(1900, 2400)
"""Beyond them there are no plans, and no words like tomorrow."""
_LONGEST_TASK: Final = timedelta(days=365)
_SURE_AREA: Final = 0.4
_MOST_PEOPLE: Final = 50


@dataclass(frozen=True, slots=True)
class Reader:
    """The built-in engine for one person: their time zone, the encoder if there is one, and how sure it may be."""

    zone: ZoneInfo
    encoder: Encoder | None
    calibrated: Calibrated = UNTOUCHED

    @property
    def engine(self) -> str:
        """Who reads: the rules, and the model beneath them."""
        return f"{_RULES}+{self.encoder.model}" if self.encoder else _RULES

    def read(self, thought: Thought) -> Understanding:
        """What stands in a thought, its days and times as they were when it was captured."""
        return understand(thought.content, self.told(thought), self.encoder)

    def told(self, thought: Thought) -> datetime:
        """The writer's clock when it was captured."""
        told = thought.captured_at if thought.captured_at.year in _PLANNED_YEARS else thought.created_at
        return wall(told, self.zone)

    def proposals(self, understood: Understanding) -> list[Proposal]:
        """The tasks in it, their times as instants."""
        areas = tuple(label.name for label in understood.life_areas)
        return [self._proposal(task, areas) for task in understood.tasks]

    def _proposal(self, task: FoundTask, areas: tuple[str, ...]) -> Proposal:
        due = task.due if task.due and task.due.year in _PLANNED_YEARS else None
        return Proposal(
            title=_line(task.title),
            confidence=task.confidence,
            span=task.span,
            due=due.date() if isinstance(due, datetime) else due,
            due_at=moment_of(due, self.zone) if isinstance(due, datetime) else None,
            timezone=self.zone.key if due or task.rrule else None,
            rrule=_rule(task.rrule),
            duration_minutes=_minutes(task.duration) if task.duration and task.duration <= _LONGEST_TASK else None,
            people=_lines(task.people),
            life_areas=areas,
        )


def facts(understood: Understanding, calibrated: Calibrated = UNTOUCHED) -> dict[str, Any]:
    """The thought's own fields, but for its tags."""
    areas = understood.life_areas
    return {
        "type": understood.type.name,
        "is_actionable": understood.is_actionable,
        "sentiment": understood.sentiment.name,
        "life_areas": tuple(a.name for a in areas if calibrated.confidence("life_area", a.confidence) >= _SURE_AREA),
        "people": _lines(person.name for person in understood.people),
    }


def findings(understood: Understanding, length: int) -> tuple[Found, ...]:
    """Everything that was found in a text of this length, with who found it, how sure it is and where it stands."""
    sure = understood.confidence if understood.is_actionable else 1 - understood.confidence
    judged: list[tuple[What, Any, Finding]] = [
        ("type", understood.type.name, understood.type),
        ("sentiment", understood.sentiment.name, understood.sentiment),
        *(("life_area", label.name, label) for label in understood.life_areas),
        *(("tag", label.name, label) for label in understood.tags),
        *(("person", _line(person.name), person) for person in understood.people),
        *(("amount", {"value": str(a.value), "currency": a.currency}, a) for a in understood.amounts),
        *(("date", _moment(moment), moment) for moment in understood.dates),
        *(("task", _task(task), task) for task in understood.tasks),
    ]
    return (
        Found(
            what="is_actionable",
            value=understood.is_actionable,
            confidence=_share(sure),
            found_by=understood.found_by,
            span=(0, length),
        ),
        *(_found(what, value, finding) for what, value, finding in judged),
    )


def _found(what: What, value: Any, finding: Finding) -> Found:
    return Found(
        what=what, value=value, confidence=_share(finding.confidence), found_by=finding.found_by, span=finding.span
    )


def _moment(moment: Moment) -> JsonValue:
    named = {"start": _iso(moment.start), "end": _iso(moment.end), "rrule": moment.rrule}
    return dict(_present({**named, "duration_minutes": _minutes(moment.duration)}.items()))


def _task(task: FoundTask) -> JsonValue:
    said = {"title": _line(task.title), "due": _iso(task.due), "rrule": task.rrule}
    return dict(_present({**said, "duration_minutes": _minutes(task.duration)}.items()))


def _present(items: Iterable[tuple[str, JsonValue]]) -> Iterator[tuple[str, JsonValue]]:
    return ((name, value) for name, value in items if value is not None)


def _iso(point: date | datetime | None) -> str | None:
    """Local, as it was said."""
    return point.isoformat() if point else None


def _minutes(length: timedelta | None) -> int | None:
    return max(1, round(length.total_seconds() / 60)) if length else None


def _rule(text: str | None) -> str | None:
    """The rule if tasks can follow it."""
    try:
        return checked_rule(text) if text else None
    except ValueError:
        return None


def _lines(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_line, names))))[:_MOST_PEOPLE]


def _line(words: str) -> str:
    return " ".join(words.split())[:500]


def _share(confidence: float) -> float:
    """Rounded to what it can tell, so that the same reading on another machine is the same record."""
    return round(min(1.0, max(0.0, float(confidence))), 3)
