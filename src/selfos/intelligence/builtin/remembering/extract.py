"""Reading out of a text what it claims of a life.

Precise rather than greedy: what is not plainly said is left alone, search finds it all the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from selfos.intelligence.builtin.remembering import labels
from selfos.intelligence.builtin.remembering.claims import ME, Claim, What
from selfos.intelligence.builtin.remembering.frames import Frame, frames
from selfos.intelligence.builtin.remembering.lexicon import alternatives
from selfos.intelligence.builtin.remembering.making import claimed, dates, reads_past
from selfos.intelligence.builtin.remembering.opinions import read_opinion
from selfos.intelligence.builtin.remembering.people import called, child, kinships, parted
from selfos.intelligence.builtin.remembering.routines import read_routine
from selfos.intelligence.builtin.remembering.sentences import Sentence, sentences
from selfos.intelligence.builtin.remembering.subjects import ADVERBS, about
from selfos.intelligence.builtin.remembering.times import Held, read_times
from selfos.intelligence.builtin.remembering.wording import clauses, core, names_day, trimmed

_READ_TO: Final = 20_000
"""Characters of a text that are read."""
_MOST: Final = 40
"""Claims of one text."""

_LESSON: Final = re.compile(
    r"(?:lesson|note to self|rule|takeaway)(?: [\w ]{2,60})?: (?P<value>.{12,300})", re.IGNORECASE
)
_PETS: Final = re.compile(rf"\b(?:{alternatives('pets')})\b", re.IGNORECASE)
_PARTNERS: Final = frozenset(("wife", "husband", "partner", "girlfriend", "boyfriend", "fianc\u00e9", "fianc\u00e9e"))


def extract(text: str, told: datetime) -> tuple[Claim, ...]:
    """What a text claims of the writer and of people in their life, each claim once; `told` is local to the writer."""
    found: dict[tuple[str, str, str], Claim] = {}
    for claim in _Reader(told).claims(text[:_READ_TO]):
        found.setdefault((claim.subject, claim.attribute, claim.value.casefold()), claim)
    return tuple(found.values())[:_MOST]


@dataclass(slots=True)
class _Reader:
    """Reads one text from its beginning: who and which pet was named last tells who "she" and "its" are."""

    told: datetime
    person: str | None = None
    pet: str | None = None

    def claims(self, text: str) -> Iterator[Claim]:
        for sentence in sentences(text):
            self._note(sentence.text)
            if sentence.asserts:
                yield from self._of(sentence)

    def _note(self, text: str) -> None:
        found = about(text)
        if found and found.subject != ME and not found.pronoun:
            self.person = found.subject
        if pet := _PETS.search(text):
            self.pet = pet.group().casefold()
        elif self.pet is None and (name := called(text)):
            self.person = name

    def _of(self, sentence: Sentence) -> Iterator[Claim]:
        yield from self._people(sentence)
        held = read_times(sentence.text, self.told, past=reads_past(sentence.text))
        routine = read_routine(sentence, self.told)
        if routine:
            today = self.told.date()
            since = held.since or (held.on if held.on and held.on >= today else None)
            statement, attribute = f"{routine.activity}: {routine.when}", f"routine {routine.activity.casefold()}"
            yield claimed(
                "routine", attribute, routine.when, statement, sentence, confidence=0.75, single=True, since=since
            )
        for clause in clauses(sentence):
            claim = self._labelled(clause, sentence, held) or self._said(clause, sentence, held)
            if claim:
                yield claim

    def _people(self, sentence: Sentence) -> Iterator[Claim]:
        for owner, kin, name in kinships(sentence.text):
            whose = self.person if owner.casefold() in {"his", "her"} else owner
            if whose and whose != name:
                yield _kin(whose, kin, name, sentence)
        if self.pet and (pet := called(sentence.text)):
            yield _kin(ME, self.pet, pet, sentence)
        if self.person and (baby := child(sentence.text)):
            yield _kin(self.person, "baby", baby, sentence)
        if ex := parted(sentence.text):
            told = f"I was with {ex}"
            yield claimed("person", "partner", ex, told, sentence, confidence=0.85, until=self.told.date(), ends=True)

    def _labelled(self, clause: Sentence, sentence: Sentence, held: Held) -> Claim | None:
        match = next(filter(None, (pattern.search(clause.text) for pattern in labels.PATTERNS)), None)
        if match is None:
            return None
        label, groups = match["label"], match.groupdict()
        said = match["value"] if labels.is_day(label) else core(match["value"], self.told)
        value = labels.value_of(label, trimmed(said))
        if not value:
            return None
        owner: str | None = labels.owner_of(groups.get("owner"))
        if owner in {"his", "her"}:
            owner = self._only_one(sentence.text)
        elif groups.get("owner") is None:
            owner = _named_before(sentence.text[: clause.start - sentence.start + match.start()]) or owner
        if owner is None:
            return None
        attribute = labels.attribute_of(label, groups.get("where"))
        what: What = "preference" if attribute.startswith("favo") else "fact" if owner == ME else "person"
        return claimed(
            what,
            attribute,
            value,
            f"{_whose(owner)} {attribute}: {value}",
            sentence,
            subject=owner,
            confidence=0.85,
            single=True,
            since=None if labels.is_day(label) else held.since or held.on,
            until=held.until,
        )

    def _only_one(self, text: str) -> str | None:
        """Who "his" and "her" are: the person named last, where the sentence names no other."""
        others = {name for _, _, name in kinships(text)} - {self.person}
        return None if others else self.person

    def _said(self, clause: Sentence, sentence: Sentence, held: Held) -> Claim | None:
        """What a verb says of somebody."""
        if lesson := _LESSON.match(clause.text):
            return claimed("reflection", "learned", lesson["value"], sentence.text, sentence, confidence=0.85)
        whom = about(clause.text)
        subject = (self.person if whom.pronoun else whom.subject) if whom else None
        if whom is None or subject is None:
            return None
        rest = ADVERBS.sub("", whom.rest.lstrip(" ,"), count=1)
        if opinion := read_opinion(rest):
            value = opinion.thing if opinion.prefers else f"{opinion.verb} {opinion.thing}"
            statement = f"{_who(subject)} {opinion.verb} {opinion.thing}"
            return claimed(
                "preference",
                opinion.attribute,
                value,
                statement,
                sentence,
                subject=subject,
                confidence=opinion.confidence,
                single=not opinion.prefers,
            )
        for frame in frames():
            if frame.is_for(subject) and (match := frame.says.match(rest)):
                return self._framed(frame, subject, match["value"], sentence, held)
        return None

    def _framed(self, frame: Frame, subject: str, said: str, sentence: Sentence, held: Held) -> Claim | None:
        value = core(said, self.told)
        if not value or len(value) > 160 or names_day(value):
            return None
        tells = frame.tells[0 if subject == ME else 1]
        since, until = dates(frame.turn, held, self.told)
        return claimed(
            frame.what,
            frame.attribute,
            value,
            f"{_who(subject)} {tells} {value}" if tells else sentence.text,
            sentence,
            subject=subject,
            confidence=frame.confidence,
            single=frame.single,
            since=since,
            until=until,
            ends=frame.turn == "ends",
        )


def _kin(owner: str, kin: str, name: str, sentence: Sentence) -> Claim:
    whose = _whose(owner)
    statement = f"{name} is {whose.lower() if owner == ME else whose} {kin}"
    single = kin in _PARTNERS
    return claimed("person", kin, name, statement, sentence, subject=owner, confidence=0.85, single=single)


def _named_before(text: str) -> str | None:
    """Somebody else whom the words before speak of."""
    whom = about(f"{text} ")
    return whom.subject if whom and not whom.pronoun and whom.subject != ME and whom.subject in text else None


def _whose(owner: str) -> str:
    return "My" if owner == ME else f"{_who(owner)}'s"


def _who(subject: str) -> str:
    return "I" if subject == ME else subject[:1].upper() + subject[1:]
