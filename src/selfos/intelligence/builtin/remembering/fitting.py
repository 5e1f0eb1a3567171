"""How well recollections fit a question: which of its words they hold, of whom they speak, and when they count."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final

from selfos.intelligence.builtin.remembering.claims import ME
from selfos.intelligence.builtin.remembering.questions import OCCUPATION, Question
from selfos.intelligence.builtin.remembering.recollections import Held, Recalled, Recollection
from selfos.intelligence.builtin.remembering.sentences import Sentence, sentences
from selfos.intelligence.builtin.remembering.subjects import STARTERS, about
from selfos.intelligence.builtin.remembering.times import read_times
from selfos.intelligence.builtin.remembering.words import terms
from selfos.intelligence.builtin.when import find_all

#: Share of the telling words of a question that an answer holds at least; less where the meaning is near.
LEAST: Final = 0.66
LEAST_IF_LIKE: Final = 0.5
LIKE: Final = 0.5
#: What a word counts that stands in another sentence of the same record.
_BESIDE: Final = 0.6
#: What is left of the share of a memory that tells another thing than was asked for ("thesis supervisor" for a thesis).
_ASIDE: Final = 0.7
#: What a figure says without the word.
_FIGURES: Final = frozenset(terms("cost price number time score point amount age size total"))
_ANY_DAY: Final = datetime(2025, 1, 1)  # noqa: DTZ001 - only whether a time is named counts
_PLACE_LABEL: Final = re.compile(r"address|office|school|nursery|gym|surgery|room|home ?town|bank|locker|plot")
_ALSO: Final[Mapping[str, str]] = {
    "lives in": "city town place home address",
    "works at": "job employer company",
    "works as": f"job {OCCUPATION}",
    "does": OCCUPATION,
    "studies": "study subject course university",
    "belongs to": "play sing band choir member team club group",
    "owns": "have own",
    "takes": "medicine medication pill dose",
    "is allergic to": "allergy",
    "diet": "diet eat",
    "goal": "goal want plan aim",
    "habit": "do",
}
_SELF: Final = re.compile(r"\b(?:I|I'm|I've|my|me|we|our|us|mine)\b", re.IGNORECASE)
_CAPITAL: Final = re.compile(r"\b[A-Z\u00c0-\u00de][\w'\u2019-]+")
_PLACED: Final = re.compile(
    r"\b(?:in|at|on|to|above|below|near|behind|under|beside|from|next to|opposite)\b|\d", re.IGNORECASE
)


@dataclass(frozen=True)
class Candidate:
    """Words that may answer. `share` is how much of the question they hold; `said` and `begins` are days."""

    item: Recollection
    quote: str
    share: float
    said: date
    begins: date
    until: date | None = None
    stated: bool = True
    """Whether what it tells is what was asked for, rather than that its words hold that too."""

    @property
    def memory(self) -> bool:
        """Whether it is a memory, else words as they were written."""
        return self.item.memory is not None

    def holds(self, first: date, last: date) -> bool:
        """Whether it was so at some time from `first` to `last`, both included."""
        return self.begins <= last and (self.until is None or self.until > first)


class _Sought:
    """The words of a question, each with other words that stand for it."""

    def __init__(self, asked: Question, names: Mapping[tuple[str, str], tuple[str, ...]]) -> None:
        self.asked = asked
        self.others: dict[str, set[str]] = {}
        for (owner, role), called in names.items():
            roles = set(terms(role))
            meant = {term for name in called for term in terms(name)}
            if (
                roles
                and roles <= set(asked.terms)
                and (owner == ME or asked.mine or set(terms(owner)) & set(asked.terms))
            ):
                for term in roles:
                    self.others.setdefault(term, set()).update(meant)
            for term in meant & set(asked.terms):
                self.others.setdefault(term, set()).update(roles if owner == ME else set())

    @cached_property
    def names(self) -> set[str]:
        """Terms that an answer must hold."""
        return {term for name in self.asked.names for term in terms(name)} & set(self.asked.terms)

    def asks(self, term: str) -> bool:
        """Whether a word is asked for, by itself or by another that stands for it."""
        return term in self.asked.terms or any(term in others for others in self.others.values())

    def holds(self, term: str, words: set[str]) -> bool:
        return term in words or not self.others.get(term, set()).isdisjoint(words)

    def share(self, words: set[str], beside: set[str]) -> float:
        """The share of the terms among the words, those beside them counting less; 0 where a name is missing."""
        if not self.asked.terms or not all(self.holds(term, words | beside) for term in self.names):
            return 0.0
        if self.asked.form == "amount" and any(word[0].isdigit() for word in words):
            words = words | _FIGURES
        held = sum(1.0 if self.holds(t, words) else _BESIDE * self.holds(t, beside) for t in self.asked.terms)
        return held / len(self.asked.terms)


def candidates(asked: Question, recalled: Recalled, now: datetime) -> Iterator[Candidate]:
    """What may answer a question, in the order in which it was recalled."""
    sought = _Sought(asked, recalled.names)
    for item in recalled.items:
        found = _of_memory(sought, item, item.memory, now) if item.memory else _of_record(sought, item, now)
        yield from (one for one in found if _enough(asked, one))


def _enough(asked: Question, one: Candidate) -> bool:
    if asked.form == "whether":
        return one.share > 0.99
    near = one.item.likeness >= LIKE and len(asked.terms) > 2
    return one.share >= (LEAST_IF_LIKE if near else LEAST)


def _of_memory(sought: _Sought, item: Recollection, memory: Held, now: datetime) -> Iterator[Candidate]:
    asked = sought.asked
    subject, attribute = memory.subject or ME, memory.attribute or ""
    whose = {*terms(subject), *(terms(memory.value or "") if memory.what == "person" else ())}
    if (subject != ME and not any(sought.holds(term, whose) for term in asked.terms)) or not _tells(asked, memory):
        return
    words = {*terms(memory.statement), *terms(attribute), *terms(subject), *_meant(attribute)}
    words |= {"stop"} if memory.valid_until else set()
    words |= {"begin"} if memory.valid_from else set()
    share = sought.share(words, set(terms(memory.quote)))
    if is_label(memory) and (head := list(terms(attribute))[-1:]) and not sought.asks(head[0]):
        share *= _ASIDE
    told = memory.learned_at.astimezone(now.tzinfo).date()
    begins = memory.valid_from or min(told, (memory.valid_until or date.max) - timedelta(days=1))
    until = begins + timedelta(days=1) if memory.what == "achievement" else memory.valid_until
    yield Candidate(item, memory.quote, share, told, begins, until, stated=sought.share(words, set()) >= LEAST)


def is_label(memory: Held) -> bool:
    """Whether a memory is a thing with its value ("rent: 1,040"), rather than what a verb says."""
    return memory.single and memory.what != "routine" and ": " in memory.statement


def _meant(attribute: str) -> Iterator[str]:
    """Words by which what a memory tells may be asked for."""
    yield from terms(_ALSO.get(attribute, ""))
    if attribute.startswith("opinion of"):
        yield from terms("like hate feel think")


def _tells(asked: Question, memory: Held) -> bool:
    """Whether a memory can tell what is asked for: a place for where, a name for who, a figure for how much."""
    if memory.what == "person" and re.search(rf"\b{re.escape(memory.attribute or ' ')}['\u2019]s\b", asked.text):
        return False  # "my sister's baby" asks for the baby
    match asked.form:
        case "where":
            return not is_label(memory) or bool(
                _PLACE_LABEL.search(memory.attribute or "") or _PLACED.search(memory.value or "")
            )
        case "who":
            return bool(_CAPITAL.search(memory.value or "")) or memory.what == "person"
        case "amount":
            return any(character.isdigit() for character in f"{memory.statement} {memory.value}")
    return True


def _of_record(sought: _Sought, item: Recollection, now: datetime) -> Iterator[Candidate]:
    asked, told = sought.asked, item.at.astimezone(now.tzinfo)
    parts = list(sentences(item.text))
    everything = set(terms(item.text))
    for part in parts:
        if _speaks_of_others(asked, part) or not (part.asserts or asked.said) or not _suits(asked, part.text):
            continue
        share = sought.share(set(terms(part.text)), everything)
        held = read_times(part.text, told.replace(tzinfo=None), past=True) if share else None
        begins = (held and (held.on or held.since)) or told.date()
        yield Candidate(item, part.text, share, told.date(), min(begins, told.date()))


def _speaks_of_others(asked: Question, part: Sentence) -> bool:
    """Whether a sentence is about somebody whom a question about oneself does not name."""
    whom = about(part.text)
    if not asked.mine or asked.names or whom is None or whom.subject == ME or _SELF.search(part.text):
        return False
    return not set(terms(whom.subject)) & set(asked.terms)


def _suits(asked: Question, text: str) -> bool:
    """Whether a sentence can hold what is asked for: a name for who, a figure for how much."""
    named = [word for word in _CAPITAL.findall(text) if word.split("'")[0] not in STARTERS]
    unasked = [word for word in named if not set(terms(word)) & set(asked.terms)]
    match asked.form:
        case "amount":
            return any(character.isdigit() for character in text)
        case "who":
            return bool(unasked) or bool(asked.names)
        case "where":
            return bool(_PLACED.search(text))
        case "when":
            return asked.past or any(c.isdigit() for c in text) or bool(find_all(text, _ANY_DAY))
    return True
