"""Questions about one's own life: the day, free time, what was said, what was done, and why something is known."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from selfos.features.assistant.attached import read_attached
from selfos.features.assistant.builtin.slots import Calendar
from selfos.features.assistant.builtin.topics import Scene
from selfos.features.assistant.builtin.words import day_of, task_line
from selfos.features.assistant.records import Citation, Role, Touched
from selfos.features.memories import Recalled, Recollection, recall
from selfos.intelligence.builtin.intents import Intent
from selfos.intelligence.builtin.remembering import answer_from_memory
from selfos.kernel import clock
from selfos.kernel.recurrence import moment_of

_MOST: Final = 10
_QUOTED: Final = 5
_DAY_BEGINS, _DAY_ENDS = time(8), time(22)
_LEAST_FREE: Final = timedelta(minutes=30)
_FOUND_KINDS: Final = "thought,task,goal,milestone,habit,project,memory"


async def agenda(scene: Scene, wish: Intent) -> None:
    """What is on."""
    first, last = wish.slots.period or (scene.turn.today, scene.turn.today)
    if first <= scene.turn.today <= last:
        items = (await scene.turn.look("tasks.today"))["items"]
        tasks = [item["task"] for item in items if item["reason"] != "ready"]
    else:
        tasks = []
    if last > scene.turn.today:
        known = {task["id"] for task in tasks}
        tasks += [t for t in await _coming(scene, first, last) if t["id"] not in known]
    named = day_of(first, scene.turn.today) if first == last else f"from {first:%A} to {last:%A}"
    if not tasks:
        scene.turn.say(f"Nothing is planned {named}.")
        return
    scene.turn.say(f"{_count(len(tasks), 'task')} {named}:\n")
    _list_tasks(scene, tasks)


async def free_time(scene: Scene, wish: Intent) -> None:
    """When nothing stands."""
    first, last = wish.slots.period or (scene.turn.today, scene.turn.today)
    calendar = Calendar.of(await _coming(scene, first, last), scene.turn.local)
    for day in _days(first, last):
        gaps = _gaps(calendar, day, max(_LEAST_FREE, timedelta(minutes=wish.slots.minutes or 0)))
        said = ", ".join(f"{a:%H:%M} to {b:%H:%M}" for a, b in gaps) or "no free time"
        scene.turn.say(f"{day_of(day, scene.turn.today).capitalize()}: {said}.\n")


async def suggest(scene: Scene, wish: Intent) -> None:
    """What to take up now, in the time there is."""
    now = scene.turn.question.circumstances
    minutes = wish.slots.minutes or (now.available_time if now else None)
    items = (await scene.turn.look("tasks.today"))["items"]
    fitting = [i["task"] for i in items if not i["blocked_by"] and _fits(i["task"], minutes)]
    if not fitting:
        scene.turn.say("Nothing on your list fits just now. That is a fine reason for a break.")
        return
    scene.turn.say("I would take up this next:\n" if minutes is None else f"In {minutes} minutes this fits:\n")
    _list_tasks(scene, fitting[:3])


async def search(scene: Scene, wish: Intent) -> None:
    """Records that match."""
    words = wish.slots.query or wish.slots.phrase or wish.text
    kinds = ",".join(wish.slots.kinds) or _FOUND_KINDS
    hits = (await scene.turn.look("search.query", q=words[:500], kinds=kinds, limit=_MOST, **_moments(scene, wish)))[
        "items"
    ]
    if not hits:
        scene.turn.say(f"I find nothing about “{words}”.")
        return
    scene.turn.say(f"I found {_count(len(hits), 'record')}:\n")
    for number, hit in enumerate(hits, 1):
        title = hit["title"] or hit["snippet"]
        scene.turn.say(f"{number}. {title} ({hit['kind'].replace('_', ' ')}, {hit['at'][:10]})\n")
        scene.mention(hit["kind"], hit["id"], title)
        scene.turn.made.read[hit["id"]] = Touched(kind=hit["kind"], id=hit["id"], title=title[:200])


async def ask_memory(scene: Scene, _wish: Intent) -> None:
    """What is known, by quoting and citing, or that nothing is."""
    turn = scene.turn
    if turn.question.attachments and await _from_attachments(scene):
        return
    question = turn.question.text
    found = await recall(turn.context, question[:500], limit=8)
    mine = {message.id for message in (*turn.talk.messages, turn.question)}
    others = Recalled(tuple(r for r in found.items if r.id not in mine and r.said_by != "assistant"), found.degraded)
    answer = answer_from_memory(question, others, clock.now().astimezone(turn.profile.zone))
    turn.say(answer.text)
    for cited in answer.citations:
        _cite(scene, cited.kind, cited.id, cited.quote, cited.at)
    by_id = {r.id: r for r in others.items}
    for cited in answer.citations:
        if cited.id in by_id:
            scene.mention(cited.kind, cited.id, _first_line(by_id[cited.id]))


async def _from_attachments(scene: Scene) -> bool:
    """What the attachments say, quoted from their beginnings."""
    attached = await read_attached(scene.turn)
    for one in attached:
        beginning = " ".join(one.text.split())[:400]
        scene.turn.say(f"“{one.title}” begins: {beginning}…\n\n")
        _cite(scene, "source", one.id, beginning[:200], None)
    return bool(attached)


async def summarise(scene: Scene, wish: Intent) -> None:
    """What was done and captured in a time."""
    turn = scene.turn
    if turn.question.attachments and await _from_attachments(scene):
        return
    first, last = wish.slots.period or (turn.today, turn.today)
    since, until = _moment(scene, first), _moment(scene, last + timedelta(days=1))
    done = (await turn.look("tasks.list", completed_at_since=since, completed_at_until=until, limit=200))["items"]
    said = (await turn.look("thoughts.list", since=since, until=until, limit=200))["items"]
    named = day_of(first, turn.today) if first == last else f"from {first} to {last}"
    turn.say(
        f"{named.capitalize()} you finished {_count(len(done), 'task')} and kept {_count(len(said), 'thought')}.\n"
    )
    for task in done[:_MOST]:
        turn.say(f"- done: {task['title']}\n")
        scene.mention("task", task["id"], task["title"])
    for thought in said[:_QUOTED]:
        quote = " ".join(thought["content"].split())[:160]
        turn.say(f"- you wrote: “{quote}”\n")
        _cite(scene, "thought", thought["id"], quote, datetime.fromisoformat(thought["captured_at"]))


async def explain(scene: Scene, _wish: Intent) -> None:
    """Where the last answer is known from."""
    replies = [m for m in reversed(scene.turn.before) if m.role is Role.ASSISTANT]
    cited = replies[0].citations if replies else ()
    if not cited:
        scene.turn.say("My last answer did not stand on anything you told me.")
        return
    scene.turn.say("I know it from your own words:\n")
    for citation in cited:
        at = f"{citation.at.astimezone(scene.turn.profile.zone):%d %B %Y}" if citation.at else "a source"
        scene.turn.say(f"- {citation.kind}, {at}: “{citation.quote}”\n")
    scene.turn.made.citations = list(cited)


async def _coming(scene: Scene, first: date, last: date) -> list[dict[str, Any]]:
    days = max(1, (last - scene.turn.today).days + 1)
    upcoming = await scene.turn.look("tasks.upcoming", days=min(days, 366))
    return [t for day in upcoming["days"] if str(first) <= day["day"] <= str(last) for t in day["tasks"]]


def _list_tasks(scene: Scene, tasks: Sequence[dict[str, Any]]) -> None:
    for number, task in enumerate(tasks[:_MOST], 1):
        scene.turn.say(f"{number}. {task_line(task, scene.turn.local)}\n")
        scene.mention("task", task["id"], task["title"])
    if len(tasks) > _MOST:
        scene.turn.say(f"… and {len(tasks) - _MOST} more.\n")


def _gaps(calendar: Calendar, day: date, least: timedelta) -> list[tuple[datetime, datetime]]:
    begin, end = datetime.combine(day, _DAY_BEGINS), datetime.combine(day, _DAY_ENDS)
    begin = max(begin, calendar.now) if day == calendar.now.date() else begin
    gaps = []
    for start, stop in sorted(span for span in calendar.taken if span[0].date() == day):
        if start - begin >= least:
            gaps.append((begin, start))
        begin = max(begin, stop)
    return [*gaps, (begin, end)] if end - begin >= least else gaps


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(min((last - first).days, 13) + 1)]


def _fits(task: dict[str, Any], minutes: int | None) -> bool:
    return minutes is None or (task["duration_minutes"] or 30) <= minutes


def _moments(scene: Scene, wish: Intent) -> dict[str, str]:
    if not wish.slots.period:
        return {}
    first, last = wish.slots.period
    return {"since": _moment(scene, first), "until": _moment(scene, last + timedelta(days=1))}


def _moment(scene: Scene, day: date) -> str:
    return moment_of(datetime.combine(day, time()), scene.turn.profile.zone).isoformat()


def _cite(scene: Scene, kind: str, record_id: Any, quote: str, at: datetime | None) -> None:
    scene.turn.made.citations.append(Citation(kind=kind, id=record_id, quote=quote, at=at))
    scene.turn.made.read[record_id] = Touched(kind=kind, id=record_id, title=quote[:80])


def _first_line(item: Recollection) -> str:
    return item.text.splitlines()[0][:200] if item.text else item.kind


def _count(number: int, what: str) -> str:
    return f"{'one' if number == 1 else number or 'no'} {what}{'' if number == 1 else 's'}"
