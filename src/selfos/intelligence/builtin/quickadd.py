"""The quick-add line: one line of text to a task.

    call mum every other sunday at 6pm #family @mum !high ~30m /home-front

`#tag @person /project !priority ~30m ^area` and words of time become fields; the rest is the title. A backslash
before a word, "quotes" and `back-ticks` keep text as it is. Pure: local time in, local time out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from .when import When, find

LIFE_AREAS = frozenset(
    ["health", "career", "relationships", "creativity", "finance", "personal_growth", "spirituality", "home", "leisure"]
)
PRIORITIES = {"urgent": 1, "high": 1, "medium": 3, "med": 3, "normal": 3, "low": 5, "!!": 1, "!": 2}
MARKS = re.compile(
    r"""
    (?P<literal> "[^"\n]*" | `[^`\n]*` )
  | (?P<escape> \\ )(?P<escaped> \S+ )
  | (?<!\S) (?:
        \#(?P<tag> [^\W\d_][\w-]* )
      | @(?P<person> [^\W\d_](?:[\w.'-]*\w)? )
      | !(?P<priority> urgent|high|medium|med|normal|low|[1-5]|!!? )
      | /(?P<project> [^\W\d_][\w-]* )
      | \^(?P<area> [^\W\d_][\w-]* )
    ) (?= [\s,;.:!?)]* (?:\s|$) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What stands right before or after the words of a time and belongs to them.
LEADING = re.compile(r"(?:(?<!\S)(?:on|at|for|from|by|due|the|@)\s+|[,;:\u2013-]\s*|\(\s*)$", re.IGNORECASE)
TRAILING = re.compile(r"\s*[,;:\u2013)-](?=\s|$)")
FIELDS = {"time": "start", "deadline": "due", "repeat": "rrule", "length": "duration_minutes"}
MASK = "\0"
NO_TIME = When()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch [start, end) of the line that became the value of a field; an "escape" has no value."""

    field: str
    start: int
    end: int
    text: str
    value: object


@dataclass(frozen=True, slots=True)
class QuickTask:
    """What the line says.

    due is the day or time to show: the deadline, else the end of a range, else when it starts. start is set only
    where a time of day, a range or a repeat was given. priority is 1 (highest) to 5. when is the reading of the times
    as such.
    """

    title: str
    start: date | datetime | None = None
    due: date | datetime | None = None
    duration_minutes: int | None = None
    rrule: str | None = None
    after_completion: bool = False
    priority: int | None = None
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    life_areas: tuple[str, ...] = ()
    project: str | None = None
    parts: tuple[Part, ...] = ()
    when: When = NO_TIME


def read_line(text: str, now: datetime, timezone: tzinfo | None = None) -> QuickTask:
    """Read one line. Times come out in `timezone` if given (now is then moved there), else on the clock of `now`."""
    local = now if timezone is None else (now.astimezone(timezone) if now.tzinfo else now.replace(tzinfo=timezone))
    marks, masked = _marks(text)
    when = find(masked, local)
    parts = tuple(sorted([*marks, *_times(text, masked, when)], key=lambda part: part.start))
    return QuickTask(
        title=_title(text, parts),
        start=when.start if _has_start(when) else None,
        due=when.end if when.end and not when.rrule else when.start,
        duration_minutes=when.duration_minutes,
        rrule=when.rrule,
        after_completion=when.after_completion,
        priority=next((int(value) for value in _values(parts, "priority")), None),
        tags=_values(parts, "tag"),
        people=_values(parts, "person"),
        life_areas=_areas(parts),
        project=next(iter(_values(parts, "project")), None),
        parts=parts,
        when=when,
    )


def _marks(text: str) -> tuple[list[Part], str]:
    """The marked parts, and the text with them and all literal text blotted out."""
    parts: list[Part] = []
    masked = list(text)
    seen: set[str] = set()
    for match in MARKS.finditer(text):
        start, end = match.span()
        field = match.lastgroup or ""
        if field == "escaped":
            parts.append(Part("escape", start, start + 1, "\\", None))
        elif field != "literal":
            value = _value(field, match[field])
            if value is None or (field in ("priority", "project") and field in seen):
                continue
            seen.add(field)
            parts.append(Part(field, start, end, match.group(), value))
        masked[start:end] = MASK * (end - start)
    return parts, "".join(masked)


def _value(field: str, word: str) -> object | None:
    if field == "priority":
        return int(word) if word.isdigit() else PRIORITIES[word.lower()]
    if field == "area":
        area = word.lower().replace("-", "_")
        return area if area in LIFE_AREAS else None
    return word


def _times(text: str, masked: str, when: When) -> Iterable[Part]:
    values = {"time": when.start, "deadline": when.end, "repeat": when.rrule, "length": when.duration_minutes}
    taken = 0
    for span in when.spans:
        start, end = _widened(masked, span.start, span.end, taken)
        taken = end
        yield Part(FIELDS[span.role], start, end, text[start:end], values[span.role])


def _widened(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """Take in the small words and marks around, as in "on", "(…)" or "tomorrow:"."""
    while before := LEADING.search(text, max(floor, start - 8), start):
        start = before.start()
    after = TRAILING.match(text, end)
    if after and (after.group().strip() != ")" or text[start] == "("):
        end = after.end()
    return start, end


def _title(text: str, parts: Iterable[Part]) -> str:
    kept, at = [], 0
    for part in parts:
        kept.append(text[at : part.start])
        # A backslash vanishes without a gap.
        kept.append("" if part.field == "escape" else " ")
        at = part.end
    return " ".join("".join([*kept, text[at:]]).split())


def _has_start(when: When) -> bool:
    return bool(when.rrule or when.end or isinstance(when.start, datetime)) and when.start is not None


def _values(parts: Iterable[Part], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(part.value) for part in parts if part.field == field))


def _areas(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """Areas are named by ^health, or by a tag that is the name of one."""
    named = [str(part.value).lower().replace("-", "_") for part in parts if part.field in ("area", "tag")]
    return tuple(dict.fromkeys(name for name in named if name in LIFE_AREAS))
