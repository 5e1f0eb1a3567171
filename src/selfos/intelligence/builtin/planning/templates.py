"""The library of plans: one TOML file for each domain in `templates/`, read once.

A line of a template may hold {placeholders} (see `wording`) and may depend on what the person said: `if = "person"`
keeps it only when the goal names a person, `unless = "person"` only when it does not.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One task. `within` caps its date at so many days from the start; optional ones are the first to be left out.

    A `whole` one (a test, a visit, a talk) is never laid out in sessions.
    """

    do: str
    note: str = ""
    minutes: int = 30
    within: int | None = None
    optional: bool = False
    whole: bool = False
    priority: int = 3
    energy: int = 3
    only_if: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A milestone and its tasks; `at` is where it ends, as a share of the time between the start and the buffer."""

    title: str
    at: float
    why: str = ""
    within: int | None = None
    steps: tuple[Step, ...] = ()
    only_if: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """What a growing habit asks for from week `first` to week `last` (counted from 0, both included)."""

    first: int
    last: int
    what: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A habit. `floor` is the shortest session worth having; `begin` and `end` are shares of the whole time.

    One with a `share` grows with the minutes a person has: more sessions, up to six a week, then longer ones.
    One with `phases` was sized by a progression and is not shortened again.
    """

    do: str
    why: str = ""
    per_week: int = 1
    every: str = "week"
    minutes: int = 30
    floor: int = 10
    days: str = ""
    begin: float = 0.0
    end: float = 1.0
    share: float = 0.0
    only_if: str = ""
    unless: str = ""
    phases: tuple[Phase, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """`words` choose the template, `hints` only when nothing else does.

    `subject` is a pattern with a group `subject`; where it finds nothing `default_subject` stands in.
    """

    name: str
    summary: str
    words: tuple[str, ...]
    hints: tuple[str, ...]
    weeks: int
    finish: str
    finish_why: str
    subject: str
    default_subject: str
    event: bool
    habit_share: float
    progression: str
    settings: Mapping[str, float]
    review: bool
    stages: tuple[Stage, ...]
    rhythms: tuple[Rhythm, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Something in a person's life that changes any plan, known by `match` in what they wrote."""

    name: str
    match: re.Pattern[str]
    note: str
    steps: tuple[Step, ...]
    longest: int | None
    skip: tuple[str, ...]


def _step(raw: Mapping[str, Any]) -> Step:
    names = {"min": "minutes", "if": "only_if"}
    return Step(**{names.get(key, key): value for key, value in raw.items()})


def _stage(raw: Mapping[str, Any]) -> Stage:
    rest = {("only_if" if key == "if" else key): value for key, value in raw.items() if key != "tasks"}
    return Stage(**rest, steps=tuple(_step(step) for step in raw.get("tasks", ())))


def _rhythm(raw: Mapping[str, Any]) -> Rhythm:
    names = {"min": "minutes", "if": "only_if", "from": "begin", "until": "end"}
    return Rhythm(**{names.get(key, key): value for key, value in raw.items()})


def _template(raw: Mapping[str, Any]) -> Template:
    return Template(
        name=raw["name"],
        summary=raw["summary"],
        words=tuple(raw.get("words", ())),
        hints=tuple(raw.get("hints", ())),
        weeks=raw["weeks"],
        finish=raw.get("finish", "{goal}"),
        finish_why=raw.get("finish_why", ""),
        subject=raw.get("subject", ""),
        default_subject=raw.get("default_subject", "it"),
        event=raw.get("event", False),
        habit_share=raw.get("habit_share", 0.65),
        progression=raw.get("progression", ""),
        settings=raw.get("settings", {}),
        review=raw.get("review", True),
        stages=tuple(_stage(stage) for stage in raw["stage"]),
        rhythms=tuple(_rhythm(rhythm) for rhythm in raw.get("habit", ())),
        notes=tuple(raw.get("notes", ())),
    )


def _situation(raw: Mapping[str, Any]) -> Situation:
    steps = tuple(_step(step) for step in raw.get("tasks", ()))
    match = re.compile(raw["match"], re.IGNORECASE)
    return Situation(raw["name"], match, raw.get("note", ""), steps, raw.get("longest"), tuple(raw.get("skip", ())))


def _files() -> Iterator[Mapping[str, Any]]:
    folder = resources.files(__package__) / "templates"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            yield tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def library() -> Mapping[str, Template]:
    """Every template by its name."""
    return {raw["name"]: _template(raw) for raw in _files()}


@cache
def situations() -> tuple[Situation, ...]:
    """Every situation, in the order of the file."""
    text = (resources.files(__package__) / "situations.toml").read_text(encoding="utf-8")
    return tuple(_situation(raw) for raw in tomllib.loads(text)["situation"])
