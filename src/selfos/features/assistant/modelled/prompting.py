"""What a model is told: its part, the person's profile and day, what is remembered, and what was said."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from selfos.features.assistant.attached import Attached, read_attached
from selfos.features.assistant.modelled.budget import BUDGET, Budget
from selfos.features.assistant.modelled.foreign import Marks
from selfos.features.assistant.modelled.tools import tools_of
from selfos.features.assistant.records import Citation, Message, Role, Touched
from selfos.features.assistant.turn import Turn
from selfos.features.memories import Recollection, recall
from selfos.intelligence import models
from selfos.intelligence.models.tokens import text_tokens, tools_tokens
from selfos.intelligence.prompts import prompt

_MEMORIES: Final = 2000
_DAY: Final = 800
_ATTACHED: Final = 2500
_SAID_BEFORE: Final = 1500
_LONGEST_MEMORY: Final = 600


@dataclass(slots=True)
class Brief:
    """A prompt, and what its numbers in square brackets stand for."""

    system: str
    turns: tuple[models.Turn, ...]
    tools: tuple[models.Tool, ...]
    marks: Marks
    label: str
    cited: list[Citation] = field(default_factory=list)
    records: dict[str, str] = field(default_factory=dict)
    """Titles of the records that were shown, by id."""
    reads_foreign: bool = False
    """Whether anything was read that is not the person's own: an earlier reply may quote such a thing too."""


async def brief(turn: Turn) -> Brief:
    """Gather what goes into the prompt, within its budget, and tell how much of what that is."""
    budget, marks, chat = Budget(), Marks(), prompt("chat")
    tools = tools_of(turn.runtime, turn.principal)
    budget.spend("tools", tools_tokens(tools))
    budget.spend("message", text_tokens(turn.question.text))
    budget.spend("rules", text_tokens(chat.text))
    profile = budget.take("profile", _profile(turn))
    async with turn.room:
        attached, found, day = await asyncio.gather(read_attached(turn), _recalled(turn), _day(turn))
    parts = budget.take("attachments", [marks.around(a.text, a.title) for a in attached], _ATTACHED)
    memories = budget.take("memories", [_memory(n, r, marks) for n, r in enumerate(found, 1)], _MEMORIES)
    today = budget.take("today", [marks.around(_task_line(item), "today") for item in day], _DAY)
    system = chat.render(
        now=f"{turn.local:%A, %Y-%m-%d %H:%M} ({turn.profile.timezone})",
        mark=marks.nonce,
        profile="\n".join(profile) or "nothing is known",
        memories="\n".join(memories) or "none fit",
        today="\n".join(today) or "nothing is planned",
        attachments="\n".join(parts) or "none",
    )
    before = _said_before(turn.before, budget)
    turn.prompted(budget.portions, BUDGET)
    _note_read(turn, found[: len(memories)], attached[: len(parts)])
    return Brief(
        system=system,
        turns=(models.Turn("system", system), *before, models.Turn("user", turn.question.text)),
        tools=tools,
        marks=marks,
        label=chat.label,
        cited=[_citation(r) for r in found[: len(memories)]],
        records=_titles(turn, found, day),
        reads_foreign=bool(memories or today or parts or any(said.role == "assistant" for said in before)),
    )


def _profile(turn: Turn) -> list[str]:
    """Lines about the person, and how things stand with them now."""
    profile, now = turn.profile, turn.question.circumstances
    told = {
        "time zone": profile.timezone,
        "minutes a week for goals": profile.minutes_per_week,
        "likes replies": profile.reply_style,
        "best hours": ", ".join(f"{hours.starts:%H:%M} to {hours.ends:%H:%M}" for hours in profile.peak_hours),
        "areas by weight": ", ".join(f"{area} {weight:.0%}" for area, weight in profile.area_weights.items()),
        "mood now": now.current_mood if now else None,
        "minutes they have now": now.available_time if now else None,
        "areas this is about": ", ".join(now.life_areas) if now else None,
    }
    return [f"{name}: {value}" for name, value in told.items() if value]


async def _recalled(turn: Turn) -> Sequence[Recollection]:
    if not turn.principal.may("search:read"):
        return ()
    found = await recall(turn.context, turn.question.text[:500], limit=8)
    mine = {message.id for message in (*turn.talk.messages, turn.question)}
    return [item for item in found.items if item.id not in mine]


def _memory(number: int, item: Recollection, marks: Marks) -> str:
    return f"[{number}] {marks.around(item.text[:_LONGEST_MEMORY], f'{item.kind}, {item.at:%Y-%m-%d}, {item.said_by}')}"


async def _day(turn: Turn) -> list[dict[str, Any]]:
    """The tasks of today, each with its reason."""
    if not turn.principal.may("tasks:read"):
        return []
    return list((await turn.look("tasks.today"))["items"])


def _task_line(item: dict[str, Any]) -> str:
    task = item["task"]
    return f"{item['reason']}: {task['title']} (id {task['id']}, due {task['due_at'] or task['due'] or 'never'})"


def _said_before(messages: Sequence[Message], budget: Budget) -> list[models.Turn]:
    """The end of the conversation; of what is older nothing is told."""
    latest = [m for m in reversed(messages) if m.text]
    kept = latest[: len(budget.take("conversation", [m.text for m in latest], _SAID_BEFORE))]
    return [models.Turn("user" if m.role is Role.USER else "assistant", m.text) for m in reversed(kept)]


def _titles(turn: Turn, found: Sequence[Recollection], day: Sequence[dict[str, Any]]) -> dict[str, str]:
    cards = (touched for card in turn.talk.cards for touched in card.records)
    tasks = {item["task"]["id"]: item["task"]["title"] for item in day}
    return tasks | {str(r.id): r.text for r in found} | {str(t.id): t.title for t in cards}


def _note_read(turn: Turn, found: Sequence[Recollection], attached: Sequence[Attached]) -> None:
    read = [Touched(kind=r.kind, id=r.id, title=r.text[:80].splitlines()[0] if r.text else r.kind) for r in found]
    read += [Touched(kind="source", id=a.id, title=a.title) for a in attached]
    turn.made.read |= {one.id: one for one in read}


def _citation(item: Recollection) -> Citation:
    return Citation(kind=item.kind, id=item.id, at=item.at, quote=item.text[:_LONGEST_MEMORY], said_by=item.said_by)
