"""Questions about one's own life: the day, free time, what was said, what was done, and why something is known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from selfos.features.assistant.builtin.finding import alike, list_named
from selfos.features.assistant.builtin.items import item_of
from selfos.features.assistant.builtin.slots import Calendar
from selfos.features.assistant.builtin.topics import Scene
from selfos.features.assistant.records import Citation, Role, Touched
from selfos.features.memories import Recollection, recall
from selfos.intelligence.builtin.intents import Intent
from selfos.intelligence.builtin.remembering import answer_from_memory
from selfos.intelligence.builtin.talk import answers
from selfos.intelligence.builtin.talk.answers import Review
from selfos.intelligence.builtin.talk.items import Item, Quote
from selfos.kernel import clock
from selfos.kernel.recurrence import moment_of

_MOST: Final = 10
_QUOTED: Final = 5
_DAY_BEGINS, _DAY_ENDS = time(8), time(22)
_LEAST_FREE: Final = timedelta(minutes=30)
_FOUND_KINDS: Final = "thought,task,goal,milestone,habit,project,memory"


async def agenda(scene: Scene, wish: Intent) -> None:
    """What is on: on days, on a list, or when one thing is."""
    if wish.slots.list_name:
        await _on_list(scene, wish.slots.list_name)
        return
    if wish.slots.phrase:
        await _appointment(scene, wish.slots.phrase)
        return
    today = scene.turn.today
    first, last = wish.slots.period or (today, today)
    tasks: list[dict[str, Any]] = []
    if first <= today <= last:
        items = (await scene.turn.look("tasks.today"))["items"]
        tasks = [item["task"] for item in items if item["reason"] != "ready"]
    known = {task["id"] for task in tasks}
    tasks += [task for task in await _coming(scene, first, last) if task["id"] not in known]
    scene.turn.say(answers.agenda(scene.voice, _items(scene, tasks), (first, last), today))


async def _on_list(scene: Scene, name: str) -> None:
    mine = await list_named(scene, name)
    found = await scene.turn.look("tasks.list", project_id=mine, status="todo", limit=200) if mine else {"items": []}
    titles = [item.title for item in _items(scene, found["items"])]
    scene.turn.say(answers.on_list(scene.voice, titles, name))


async def _appointment(scene: Scene, phrase: str) -> None:
    hits = (await scene.turn.look("search.query", q=phrase[:500], kinds="task", limit=_MOST))["items"]
    open_ones = [hit["record"] for hit in hits if hit["record"]["status"] in {"todo", "in_progress"}]
    near = [task for task in open_ones if alike(phrase, task["title"])]
    scene.turn.say(answers.appointment(scene.voice, _items(scene, near), phrase, scene.turn.today))


async def free_time(scene: Scene, wish: Intent) -> None:
    """When nothing stands."""
    today = scene.turn.today
    first, last = wish.slots.period or (today, today)
    calendar = Calendar.of(await _coming(scene, first, last), scene.turn.local)
    least = max(_LEAST_FREE, timedelta(minutes=wish.slots.minutes or 0))
    gaps = {day: _gaps(calendar, day, least) for day in _days(first, last)}
    asked = wish.slots.due_at.replace(tzinfo=None) if wish.slots.due_at else None
    scene.turn.say(answers.free(scene.voice, gaps, today, asked))


async def suggest(scene: Scene, wish: Intent) -> None:
    """What to take up now, in the time there is."""
    now = scene.turn.question.circumstances
    minutes = wish.slots.minutes or (now.available_time if now else None)
    items = (await scene.turn.look("tasks.today"))["items"]
    fitting = [i["task"] for i in items if not i["blocked_by"] and _fits(i["task"], minutes)]
    shown = _items(scene, fitting[:3])
    mood = now.current_mood if now else None
    scene.turn.say(answers.next_step(scene.voice, shown, scene.turn.today, minutes=minutes, mood=mood))


async def search(scene: Scene, wish: Intent) -> None:
    """Records that match."""
    words = wish.slots.query or wish.slots.phrase or wish.text
    kinds = ",".join(wish.slots.kinds) or _FOUND_KINDS
    hits = (await scene.turn.look("search.query", q=words[:500], kinds=kinds, limit=_MOST, **_moments(scene, wish)))[
        "items"
    ]
    lines = []
    for hit in hits:
        title = hit["title"] or hit["snippet"]
        lines.append(f"{title} ({hit['kind'].replace('_', ' ')}, {hit['at'][:10]})")
        scene.mention(hit["kind"], hit["id"], title)
        scene.turn.made.read[hit["id"]] = Touched(kind=hit["kind"], id=hit["id"], title=title[:200])
    scene.turn.say(answers.found(scene.voice, lines, words))


async def ask_memory(scene: Scene, _wish: Intent) -> None:
    """What is known, by quoting and citing, or that nothing is."""
    turn = scene.turn
    question = turn.question.text
    found = await recall(turn.context, question[:500], limit=8)
    others = replace(found, items=tuple(r for r in found.items if r.id != turn.question.id))
    answer = answer_from_memory(question, others, clock.now().astimezone(turn.profile.zone))
    turn.say(answer.text)
    for cited in answer.citations:
        _cite(scene, cited.kind, cited.id, cited.quote, cited.at)
    by_id = {r.id: r for r in others.items}
    for cited in answer.citations:
        if cited.id in by_id:
            scene.mention(cited.kind, cited.id, _first_line(by_id[cited.id]))


async def summarise(scene: Scene, wish: Intent) -> None:
    """What was done and captured in a time."""
    turn = scene.turn
    first, last = wish.slots.period or (turn.today, turn.today)
    since, until = _moment(scene, first), _moment(scene, last + timedelta(days=1))
    done = (await turn.look("tasks.list", completed_at_since=since, completed_at_until=until, limit=200))["items"]
    said = (await turn.look("thoughts.list", since=since, until=until, limit=200))["items"]
    quotes = [" ".join(thought["content"].split()) for thought in said[:_QUOTED]]
    for thought, quote in zip(said, quotes, strict=False):
        _cite(scene, "thought", thought["id"], quote, datetime.fromisoformat(thought["captured_at"]))
    told = Review(
        period=(first, last),
        done=tuple(item.title for item in _items(scene, done)),
        thoughts=len(said),
        quotes=tuple(_quote(scene, cited) for cited in turn.made.citations),
    )
    turn.say(answers.review(scene.voice, told, turn.today))


async def explain(scene: Scene, wish: Intent) -> None:
    """Where the last answer, or what is asked about, is known from."""
    if wish.slots.refers is None and wish.slots.query:
        await _explain_known(scene, wish.slots.query)
        return
    replies = [m for m in reversed(scene.turn.before) if m.role is Role.ASSISTANT]
    cited = replies[0].citations if replies else ()
    scene.turn.made.citations = list(cited)
    scene.turn.say(answers.sources(scene.voice, [_quote(scene, one) for one in cited], scene.turn.today))


async def _explain_known(scene: Scene, query: str) -> None:
    turn = scene.turn
    found = await recall(turn.context, query[:500], limit=8)
    answer = answer_from_memory(query, found, clock.now().astimezone(turn.profile.zone))
    for cited in answer.citations:
        _cite(scene, cited.kind, cited.id, cited.quote, cited.at)
    quotes = [_quote(scene, one) for one in turn.made.citations]
    turn.say(answers.sources(scene.voice, quotes, turn.today) if quotes else answer.text)


def _quote(scene: Scene, cited: Citation) -> Quote:
    written = cited.at.astimezone(scene.turn.profile.zone).date() if cited.at else None
    own = cited.said_by in {None, "me"} and cited.kind != "source"
    return Quote(text=cited.quote, written=written, source=None if own else cited.kind)


async def _coming(scene: Scene, first: date, last: date) -> list[dict[str, Any]]:
    days = max(1, (last - scene.turn.today).days + 1)
    upcoming = await scene.turn.look("tasks.upcoming", days=min(days, 366))
    return [t for day in upcoming["days"] if str(first) <= day["day"] <= str(last) for t in day["tasks"]]


def _items(scene: Scene, tasks: Sequence[dict[str, Any]]) -> list[Item]:
    """The tasks as they are spoken of; "the second one" means the second of them from now on."""
    for task in tasks[:_MOST]:
        scene.mention("task", task["id"], task["title"])
    return [item_of(task, scene.turn.local) for task in tasks]


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
