"""Everything that is read off a text before it is judged: clauses, times, people, amounts and sentence vectors."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from selfos.intelligence.builtin.understand.amounts import find_amounts
from selfos.intelligence.builtin.understand.calendar import find_moments
from selfos.intelligence.builtin.understand.clauses import Clause, split
from selfos.intelligence.builtin.understand.features import Features, clause_features
from selfos.intelligence.builtin.understand.findings import Amount, Moment, Person
from selfos.intelligence.builtin.understand.heads import Matrix
from selfos.intelligence.builtin.understand.people import find_people
from selfos.kernel.search.ports import Encoder

#: Longer texts are read to their last whole line within this bound; a thought may be up to 100 kB.
READ_CHARACTERS = 8_000
#: Clauses beyond this number are judged by their words alone.
EMBEDDED_CLAUSES = 48


@dataclass(frozen=True, slots=True)
class Reading:
    text: str
    now: datetime
    clauses: tuple[Clause, ...]
    moments: tuple[Moment, ...]
    people: tuple[Person, ...]
    amounts: tuple[Amount, ...]

    def clause_features(self) -> list[Features]:
        return [clause_features(self.clauses, i, self.moments, self.people) for i in range(len(self.clauses))]


def read(text: str, now: datetime) -> Reading:
    """Reads a text by rules alone; `now` is local and naive."""
    text = _bounded(text)
    moments = find_moments(text, now)
    named = tuple(m.span for m in moments)
    return Reading(
        text=text,
        now=now,
        clauses=tuple(split(text)),
        moments=moments,
        people=find_people(text),
        amounts=find_amounts(text, named),
    )


def _bounded(text: str) -> str:
    if len(text) <= READ_CHARACTERS:
        return text
    cut = max(text.rfind("\n", 0, READ_CHARACTERS), text.rfind(" ", 0, READ_CHARACTERS))
    return text[: cut if cut > 0 else READ_CHARACTERS]


def embed(reading: Reading, encoder: Encoder) -> tuple[Matrix, Matrix]:
    """Unit vectors of the whole text (1, d) and of each clause (clauses, d), by one call of the encoder.

    Clauses beyond the bound get zeros.
    """
    parts = [clause.text for clause in reading.clauses[:EMBEDDED_CLAUSES]]
    distinct = list(dict.fromkeys([reading.text, *parts]))
    vectors = dict(zip(distinct, encoder.encode(distinct), strict=True))
    rest = [np.zeros(encoder.dimensions, dtype=np.float32)] * (len(reading.clauses) - len(parts))
    rows = [vectors[part] for part in parts] + rest
    clauses = np.stack(rows) if rows else np.zeros((0, encoder.dimensions), dtype=np.float32)
    return vectors[reading.text][None, :], clauses
