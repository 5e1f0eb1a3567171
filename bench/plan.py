"""Prints the plan of each goal of a file as markdown: `python -m bench.plan GOALS.jsonl [--out plans.jsonl]`.

Each line of the file is an object with id, title, vision, now (local ISO), target_date or null, and
context.available_minutes_per_week and context.life_areas; the plans written are the product's own, as JSON.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from selfos.intelligence.builtin.encoder import ModelMissing, load_encoder
from selfos.intelligence.builtin.planning import GoalBrief, Plan, PlannedHabit, plan
from selfos.kernel.search.ports import Encoder


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("goals", type=Path)
    arguments.add_argument("--out", type=Path, help="also write the plans as JSON lines")
    chosen = arguments.parse_args()
    goals = [json.loads(line) for line in chosen.goals.read_text(encoding="utf-8").splitlines() if line.strip()]
    encoder = _encoder()
    plans = [(goal, plan(brief_of(goal), encoder)) for goal in goals]
    print("\n".join("\n".join(markdown(goal, made)) for goal, made in plans))
    if chosen.out:
        lines = (
            json.dumps({"id": goal["id"], **asdict(made)}, default=str, ensure_ascii=False) for goal, made in plans
        )
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _encoder() -> Encoder | None:
    """The product plans by words alone where the model is not built."""
    try:
        return load_encoder()
    except ModelMissing as missing:
        print(f"{missing}\n", file=sys.stderr)
        return None


def brief_of(goal: dict[str, Any]) -> GoalBrief:
    context = goal.get("context") or {}
    target = goal.get("target_date")
    return GoalBrief(
        title=goal["title"],
        vision=goal.get("vision") or "",
        today=datetime.fromisoformat(goal["now"]).date(),
        target_date=datetime.fromisoformat(target).date() if target else None,
        minutes_per_week=context.get("available_minutes_per_week"),
        life_areas=tuple(context.get("life_areas") or ()),
    )


def markdown(goal: dict[str, Any], made: Plan) -> Iterator[str]:
    yield f"# {goal['id']} {goal['title']}\n"
    yield f"> {goal.get('vision') or ''}\n"
    span = f"{made.starts} to {made.ends}, buffer from {made.buffer_from}"
    yield f"{span}; {made.minutes_per_week} minutes a week; template: {made.template}\n"
    yield from (f"- **Note** {note}" for note in made.notes)
    yield from (f"- **Warning** {warning}" for warning in made.warnings)
    yield "\n## Habits"
    for habit in made.habits:
        yield from _habit(habit)
    for index, milestone in enumerate(made.milestones):
        yield f"\n## {milestone.date} {milestone.title}"
        if milestone.why:
            yield f"*{milestone.why}*"
        for task in (task for task in made.tasks if task.milestone == index):
            notes = f": {task.notes}" if task.notes else ""
            yield f"- {task.due} **{task.title}** ({task.duration_minutes} min, priority {task.priority}){notes}"
    yield f"\nMinutes by week: {', '.join(map(str, made.load))}\n"


def _habit(habit: PlannedHabit) -> Iterator[str]:
    why = f": {habit.why}" if habit.why else ""
    yield f"- **{habit.title}** ({habit.duration_minutes} min, {habit.rrule}, {habit.starts} to {habit.until}){why}"
    yield from (
        f"  - {phase.starts} to {phase.until}: {phase.what} ({phase.duration_minutes} min)" for phase in habit.phases
    )


if __name__ == "__main__":
    main()
