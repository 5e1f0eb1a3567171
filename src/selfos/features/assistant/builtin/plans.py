"""From "I want to start exercising regularly" to tasks that stand in the calendar.

The goal and what recurs for it are made at once, as one act. The steps on the way are shown as a preview and wait for a
yes.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from typing import Any, Final
from uuid import uuid5
from zoneinfo import ZoneInfo

from selfos.features.assistant.acting import deed_of
from selfos.features.assistant.builtin.items import item_of
from selfos.features.assistant.builtin.slots import Calendar, wished_times
from selfos.features.assistant.builtin.tasks import act
from selfos.features.assistant.builtin.topics import Scene
from selfos.features.assistant.records import CardState
from selfos.intelligence.builtin.intents import Intent
from selfos.intelligence.builtin.planning import GoalBrief, Plan, PlannedHabit, plan
from selfos.intelligence.builtin.talk import plans as talk
from selfos.kernel.recurrence import moment_of
from selfos.kernel.vocabulary import LifeArea

_GENERIC: Final = "generic"
_BEGIN: Final = re.compile(
    r"^(?:(?:to|finally|really|start|begin|get (?:back )?(?:in)?to|get started (?:with|on)|take up|try|be)\s+)+",
    re.IGNORECASE,
)
_SERIES: Final = 3
"""How many things that recur are put into the calendar at once."""
_WHY: Final = "these are many changes at once, so look at them first"


async def plan_goal(scene: Scene, wish: Intent) -> None:
    """Make a goal, put what recurs into the calendar, and preview the rest."""
    areas = _areas(scene, wish)
    title, made = await _planned(scene, wish, areas)
    goal_id = str(uuid5(scene.turn.question.id, "goal"))
    goal = {"id": goal_id, "title": title[:1].upper() + title[1:], "life_areas": areas, "status": "active"}
    if wish.slots.due:
        goal["target_date"] = str(wish.slots.due)
    shared = {"goal_id": goal_id, "life_areas": areas, "timezone": scene.turn.profile.timezone}
    series = [task | shared for task in await _series(scene, made, areas)]
    acts = [{"action": "goals.create", "given": goal}]
    acts += [{"action": "tasks.create", "given": task} for task in series]
    card = await act(scene, "acts.together", {"acts": acts}, f"Start the goal: {goal['title']}")
    if card.state is not CardState.DONE:
        return
    now = scene.turn.question.circumstances
    items = [item_of(task, scene.turn.local) for task in series]
    most = now.available_time if now else None
    scene.turn.say(talk.begun(scene.voice, str(goal["title"]), items, scene.turn.today, minutes=most))
    await _preview(scene, goal_id)


def _areas(scene: Scene, wish: Intent) -> list[str]:
    now = scene.turn.question.circumstances
    return list(wish.slots.life_areas or (now.life_areas if now else ()))


async def _planned(scene: Scene, wish: Intent, areas: list[str]) -> tuple[str, Plan]:
    """The plan for the goal, under the wording that the planner knows: by its words, else by its meaning."""
    said = wish.slots.title or wish.slots.phrase or wish.text
    minutes = wish.slots.minutes or scene.turn.profile.minutes_per_week
    whole = GoalBrief(
        title=said,
        today=scene.turn.today,
        target_date=wish.slots.due,
        minutes_per_week=minutes,
        life_areas=tuple(areas),
    )
    for wording in _wordings(said):
        made = await asyncio.to_thread(plan, replace(whole, title=wording), None)
        if made.template != _GENERIC:
            return wording, made
    return said, await asyncio.to_thread(plan, whole, scene.turn.runtime.encoder)


def _wordings(title: str) -> Iterator[str]:
    """The goal as it was said, without its beginning ("start exercising"), and as a plain verb ("exercise")."""
    yield title
    plain = _BEGIN.sub("", title)
    if plain != title:
        yield plain
    first, _, rest = plain.partition(" ")
    if first.casefold().endswith("ing") and len(first) > 5:
        stem = first[:-3]
        stems = [stem, stem + "e", *([stem[:-1]] if stem[-1] == stem[-2] else [])]
        yield from (f"{one} {rest}".strip() for one in reversed(stems))


async def _series(scene: Scene, made: Plan, areas: list[str]) -> list[dict[str, Any]]:
    """What recurs, as tasks at a realistic time; sessions are no longer than the time there is."""
    turn = scene.turn
    upcoming = await turn.look("tasks.upcoming", days=14)
    calendar = Calendar.of((task for day in upcoming["days"] for task in day["tasks"]), turn.local)
    wished = wished_times(turn.profile.peak_hours, [LifeArea(area) for area in areas])
    now = turn.question.circumstances
    most = now.available_time if now and now.available_time else 24 * 60
    return [_task(habit, calendar, wished, most, turn.profile.zone) for habit in _weekly(made)[:_SERIES]]


def _weekly(made: Plan) -> list[PlannedHabit]:
    """What recurs at least weekly; where nothing does, what recurs."""
    often = [habit for habit in made.habits if "INTERVAL" not in habit.rrule and "MONTHLY" not in habit.rrule]
    return often or list(made.habits)


def _task(habit: PlannedHabit, calendar: Calendar, wished: list[time], most: int, zone: ZoneInfo) -> dict[str, Any]:
    minutes = min(habit.duration_minutes, most)
    at = moment_of(calendar.place(habit.rrule, minutes, habit.starts, wished), zone).isoformat()
    return {
        "title": habit.title,
        "notes": habit.why,
        "rrule": f"{habit.rrule};UNTIL={habit.until:%Y%m%d}",
        "duration_minutes": minutes,
        "start_at": at,
        "due_at": at,
    }


async def _preview(scene: Scene, goal_id: str) -> None:
    """The steps on the way, as a card that waits."""
    steps = await scene.turn.look("goals.decompose", id=goal_id)
    steps = {**steps, "habits": []}
    if not steps["tasks"]:
        return
    count = f"{len(steps['milestones'])} milestones and {len(steps['tasks'])} single tasks"
    deed = deed_of(
        scene.turn.runtime, "goals.apply_plan", {"id": goal_id, "plan": steps}, f"Put {count} into the calendar"
    )
    await scene.turn.act(deed, _WHY)
    items = [item_of(task, scene.turn.local) for task in steps["tasks"]]
    scene.turn.say("\n\n" + talk.preview(scene.voice, items, len(steps["milestones"]), scene.turn.today))
