"""Lives to look at: a person's thoughts written by hand, and noise in which there is nothing to find."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from selfos.intelligence.builtin.patterns import GoalView, TaskView, ThoughtView

NOW = datetime.fromisoformat("2026-05-20T09:00")

_NOUNS = Path(__file__).with_name("nouns.txt").read_text(encoding="utf-8").split()
_FRAMES = (
    "saw a {} near the {}", "the {} was next to the {} again", "need to look at the {}", "should return the {}",
    "funny {} on the way, and a {}", "idea: a {} shaped like a {}", "why does a {} need a {}?", "talked about the {}",
    "read something about {} and {}", "buy {} and {}", "the {} made me smile", "too tired for the {} today",
    "that {} was awful", "quiet evening with the {}", "must remember the {}", "lovely {} in the {}", "lost the {}",
)  # fmt: skip
_PEOPLE = ("Ann", "Bo", "Chris", "Dee")
_AREAS = ("health", "career", "relationships", "creativity", "finance", "home", "leisure")
_TYPES = ("journal", "journal", "journal", "idea", "question", "note", "task")
_MOODS = ("negative", "neutral", "neutral", "positive")


def thought(content: str, when: datetime, number: int = 0, **rest: object) -> ThoughtView:
    return ThoughtView(id=uid(content, when, number), content=content, captured_at=when, **rest)  # type: ignore[arg-type]


def thoughts(*lines: tuple[int, int, str], **rest: object) -> list[ThoughtView]:
    """Lines of (days ago, hour, text)."""
    return [thought(text, at(days, hour), n, **rest) for n, (days, hour, text) in enumerate(lines)]


def at(days_ago: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime.combine(NOW.date() - timedelta(days=days_ago), datetime.min.time()).replace(
        hour=hour, minute=minute
    )


def uid(*parts: object) -> UUID:
    return UUID(int=random.Random(repr(parts)).getrandbits(128))


def noise(seed: int, count: int = 150, days: int = 90) -> tuple[list[ThoughtView], list[TaskView], list[GoalView]]:
    """Thoughts, moods, people and tasks that have nothing to do with each other nor with any time."""
    dice = random.Random(seed)
    written = [_noise_thought(dice, days) for _ in range(count)]
    return written, [_noise_task(dice, days) for _ in range(40)], []


def _noise_thought(dice: random.Random, days: int) -> ThoughtView:
    frame = dice.choice(_FRAMES)
    when = at(dice.randrange(days), dice.randrange(7, 24), dice.randrange(60))
    return thought(
        frame.format(*dice.sample(_NOUNS, frame.count("{}"))),
        min(when, NOW),
        dice.getrandbits(32),
        type=dice.choice(_TYPES),
        sentiment=dice.choice(_MOODS),
        is_actionable=frame.startswith(("need", "should", "buy", "must")),
        people=tuple(dice.sample(_PEOPLE, dice.choice((0, 0, 0, 1)))),
        areas=tuple(dice.sample(_AREAS, dice.choice((0, 1, 1, 2)))),
    )


def _noise_task(dice: random.Random, days: int) -> TaskView:
    """Someone who keeps up: what is created is done about when it is due."""
    created = at(dice.randrange(3, days), dice.randrange(7, 22))
    due = created + timedelta(days=dice.randrange(1, 10))
    done = due + timedelta(days=dice.choice((-1, 0, 0, 1)), hours=dice.randrange(-4, 5))
    finished = done if done < NOW else None
    return TaskView(
        id=uid("task", dice.getrandbits(64)),
        title=f"{dice.choice(('Return', 'Fix', 'Order'))} the {dice.choice(_NOUNS)}",
        created_at=created,
        status="done" if finished else "todo",
        due=due.date(),
        completed_at=finished,
    )


def titles(found: Sequence[object]) -> list[str]:
    return [finding.title for finding in found]  # type: ignore[attr-defined]
