"""Which reader finds the particulars of which want."""

from collections.abc import Callable, Mapping
from datetime import datetime

from selfos.intelligence.builtin.intents import asking, existing, making
from selfos.intelligence.builtin.intents.making import Read
from selfos.intelligence.builtin.intents.model import Want

Reader = Callable[[str, datetime], Read]

READERS: Mapping[Want, Reader] = {
    Want.CREATE_TASK: making.task,
    Want.REMIND: making.reminder,
    Want.SCHEDULE: making.appointment,
    Want.ADD_TO_LIST: making.list_items,
    Want.COMPLETE: existing.completed,
    Want.REOPEN: existing.reopened,
    Want.MOVE: existing.moved,
    Want.CHANGE: existing.changed,
    Want.DELETE: existing.removed,
    Want.PLAN_GOAL: making.goal,
    Want.LOG_HABIT: making.habit,
    Want.LOG_MOOD: making.mood,
    Want.NOTE: making.kept,
    Want.EXPENSE: making.expense,
    Want.REMEMBER: making.statement,
    Want.FORGET: asking.forgotten,
    Want.SEARCH: asking.found,
    Want.ASK_MEMORY: asking.remembered,
    Want.AGENDA: asking.agenda,
    Want.FREE_TIME: asking.free,
    Want.SUGGEST: asking.next_step,
    Want.SUMMARISE: asking.summary,
    Want.EXPLAIN: asking.explained,
    Want.CLOCK: asking.clock,
    Want.GENERAL: asking.whole,
}
