"""What a message in a conversation wants. Times are on the person's clock: aware where `now_local` was."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Literal


class Group(StrEnum):
    """What kind of thing is wanted."""

    CAPTURE = "capture"  # change what is kept
    ACT = "act"  # do something that leaves no record: undo, stop, a call, music
    ASK = "ask"  # answer from what is kept
    OTHER = "other"  # talk, and all that is out of scope


class Want(StrEnum):
    """What is wanted, one by one."""

    CREATE_TASK = "create_task"
    REMIND = "remind"
    SCHEDULE = "schedule"
    ADD_TO_LIST = "add_to_list"
    COMPLETE = "complete"
    REOPEN = "reopen"
    MOVE = "move"
    CHANGE = "change"
    DELETE = "delete"
    PLAN_GOAL = "plan_goal"
    LOG_HABIT = "log_habit"
    LOG_MOOD = "log_mood"
    NOTE = "note"
    EXPENSE = "expense"
    REMEMBER = "remember"
    FORGET = "forget"
    UNDO = "undo"
    STOP = "stop"
    SEARCH = "search"
    ASK_MEMORY = "ask_memory"
    AGENDA = "agenda"
    FREE_TIME = "free_time"
    SUGGEST = "suggest"
    SUMMARISE = "summarise"
    EXPLAIN = "explain"
    CLOCK = "clock"
    GREET = "greet"
    THANK = "thank"
    HELP = "help"
    JOKE = "joke"
    YES = "yes"
    NO = "no"
    PICK = "pick"
    OUTSIDE = "outside"
    GENERAL = "general"
    UNCLEAR = "unclear"


Outside = Literal["calls", "messages", "music", "house", "payments", "bank", "weather"]
"""What SelfOS has no hand in; `bank` and `weather` are questions, the others acts."""

Period = tuple[date, date]
"""Local days, both included."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Points at what was spoken of last: all of it, or its `nth` (1 is the first, -1 the last)."""

    nth: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """The particulars of a wish; which are set depends on the want.

    title: of what is to be made, or what is to be kept (a goal, a note, a habit, a statement)
    items: where one wish names several things: "milk, eggs and bread"
    list_name: "shopping" of "my shopping list"
    phrase: the words that name a record which exists: "the dentist"
    stands_at: when that record stands: "the 3 o'clock"
    refers: instead of a phrase, "it", "those", "the second one"
    due, due_at, rrule, duration_minutes: when; due alone is a day, due_at comes with its day as due
    day_said: False where only a time of day was said, and the day of due_at is the next to come
    half_said: False where an hour was said that may be of either half of the day
    shift: how much later than it stands, or earlier where it is negative
    period: the days that are asked about or meant ("clear my calendar on Friday")
    query: the question without its words of time and politeness
    kinds: kinds of record that are meant, none for any
    every: whether all records of the first of these kinds are meant
    minutes: how long there is
    amount_minor, currency: money in minor units, ISO 4217
    place: of "what time is it in Lisbon"
    outside: what the wish would need that SelfOS has no hand in
    """

    title: str | None = None
    items: tuple[str, ...] = ()
    list_name: str | None = None
    phrase: str | None = None
    stands_at: datetime | None = None
    refers: Reference | None = None
    due: date | None = None
    due_at: datetime | None = None
    rrule: str | None = None
    duration_minutes: int | None = None
    day_said: bool = True
    half_said: bool = True
    shift: timedelta | None = None
    period: Period | None = None
    query: str | None = None
    kinds: tuple[str, ...] = ()
    every: bool = False
    minutes: int | None = None
    priority: int | None = None
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    life_areas: tuple[str, ...] = ()
    amount_minor: int | None = None
    currency: str | None = None
    place: str | None = None
    outside: Outside | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask back: the slot that is missing, or "want" where the wish itself is unclear, with ready answers."""

    missing: Literal["want", "title", "phrase", "when", "change"]
    text: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One wish; `further` are the other wishes of the same message, in its order.

    `confidence` is the probability, 0 to 1 and fitted on held-out sentences, that the want is right. A `question` is
    to be asked before anything is done. `text` is the part of the message that holds the wish.
    """

    group: Group
    want: Want
    confidence: float
    text: str
    found_by: str
    slots: Slots = Slots()
    question: Question | None = None
    further: tuple["Intent", ...] = ()

    def wishes(self) -> Iterator["Intent"]:
        """This wish and the further ones."""
        yield self
        yield from self.further


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A record that a reply spoke of, in the order in which it was shown."""

    kind: str
    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What the conversation last spoke of: the records shown, the wish that waits for an answer to its question, and
    whether an act waits for a yes or no."""

    records: tuple[Mentioned, ...] = ()
    asked: Intent | None = None
    awaits_yes: bool = False


#: The group of each want; OUTSIDE is an act or a question by what it would need.
GROUPS: dict[Want, Group] = {
    **dict.fromkeys(list(Want)[: list(Want).index(Want.UNDO)], Group.CAPTURE),
    Want.UNDO: Group.ACT,
    Want.STOP: Group.ACT,
    Want.OUTSIDE: Group.ACT,
    **dict.fromkeys((Want.SEARCH, Want.ASK_MEMORY, Want.AGENDA, Want.FREE_TIME, Want.SUGGEST), Group.ASK),
    **dict.fromkeys((Want.SUMMARISE, Want.EXPLAIN, Want.CLOCK), Group.ASK),
    **dict.fromkeys((Want.GREET, Want.THANK, Want.HELP, Want.JOKE, Want.YES, Want.NO, Want.PICK), Group.OTHER),
    **dict.fromkeys((Want.GENERAL, Want.UNCLEAR), Group.OTHER),
}


def group_of(want: Want, outside: Outside | None = None) -> Group:
    """The group that a want belongs to."""
    return Group.ASK if want is Want.OUTSIDE and outside in ("bank", "weather") else GROUPS[want]
