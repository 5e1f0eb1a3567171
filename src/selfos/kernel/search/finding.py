"""Answering: a search by words and meaning, what is related to a record, and lists by key and time."""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

import numpy as np
import numpy.typing as npt

from .contents import Contents, count_terms
from .documents import Mask, microseconds
from .highlight import Spans, highlight
from .matching import FloatArray, Matches, match_words, strict_mask
from .ports import Encoder
from .query import Filter, Query, Sought, Wish, read_wish
from .ranking import read_signals, weigh

NEEDS_MODEL: Final = "semantic search needs the model: make model"
#: Likeness from which a record is a find for its meaning alone. Unrelated English sentences lie about 0 to .2.
LEAST_LIKENESS: Final = 0.25
#: Likeness from which two records are called related.
LEAST_RELATED: Final = 0.35


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found. `score` orders the hits of one search and means nothing beyond it.

    `likeness` is the cosine of meanings, 0 to 1; `highlights` are spans (start, end) in characters by field.
    """

    kind: str
    id: UUID
    score: float
    likeness: float = 0.0
    highlights: dict[str, Spans] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """Hits, best first. `degraded` says what was not searched and what to do about it, None when all was."""

    hits: tuple[Hit, ...]
    degraded: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that decides the order of a search: who may be found, and the signals of every slot."""

    wish: Wish
    found: Mask
    likeness: FloatArray
    signals: dict[str, FloatArray]


def search(contents: Contents, query: Query, encoder: Encoder | None) -> Results:
    """The best hits; without any words the newest records. `encoder` None leaves meaning out."""
    degraded = NEEDS_MODEL if encoder is None and query.mode != "text" else None
    reading = read(contents, query, None if query.mode == "text" else encoder)
    score = weigh(reading.signals) if reading.wish.sought else contents.documents.column("at")
    return Results(_hits(contents, reading.found, score, query.limit, reading), degraded)


def read(contents: Contents, query: Query, encoder: Encoder | None) -> Reading:
    """The query against every record."""
    documents = contents.documents
    wish = read_wish(query.text, lambda term: term in documents.speakers or term in documents.people)
    found = _within(contents, query) & strict_mask(documents, contents.postings, wish)
    likeness = np.zeros(documents.size, np.float32)
    if not wish.sought:
        return Reading(wish, found, likeness, {})
    if encoder is not None:
        likeness = contents.vectors.likeness(encoder.encode([wish.meaning])[0], documents.size)
    matches = match_words(documents, contents.postings, wish.sought)
    if query.mode == "meaning":
        matches = Matches(np.zeros_like(matches.score), np.zeros_like(matches.own))
    found &= matches.own | (likeness >= LEAST_LIKENESS)
    return Reading(wish, found, likeness, read_signals(documents, query, wish, matches, likeness))


def related(contents: Contents, kind: str, record_id: UUID, limit: int) -> tuple[Hit, ...]:
    """Records nearest in meaning to one; where it has no vectors, those that share its rarest words."""
    documents = contents.documents
    slot = documents.slot(kind, record_id)
    if slot is None:
        return ()
    others = documents.used & ~documents.mask([slot])
    rows = contents.vectors.get((kind, record_id))
    if not len(rows):
        matches = match_words(documents, contents.postings, _rarest(contents, slot))
        return _hits(contents, others & matches.own, matches.score, limit)
    middle = rows.mean(axis=0)
    likeness = contents.vectors.likeness(middle / max(float(np.linalg.norm(middle)), 1e-9), documents.size)
    return _hits(contents, others & (likeness >= LEAST_RELATED), likeness, limit)


def list_ids(contents: Contents, wanted: Filter) -> list[UUID]:
    """Ids of one kind's records with all these keys and words, by time and then id, at most `limit`."""
    documents = contents.documents
    slots = set(documents.with_key("kind", wanted.kind))
    for name, value in wanted.keys.items():
        slots &= documents.with_key(name, value)
    if wanted.words:
        slots &= _saying(contents, wanted.words)
    first = microseconds(wanted.since) if wanted.since else None
    end = microseconds(wanted.until) if wanted.until else None
    places = [(int(documents.column("at")[slot]), documents.at(slot).id) for slot in slots]
    places = [place for place in places if (first is None or place[0] >= first) and (end is None or place[0] < end)]
    if wanted.after:
        mark = microseconds(wanted.after[0]), wanted.after[1]
        places = [place for place in places if (place < mark if wanted.descending else place > mark)]
    places.sort(reverse=wanted.descending)
    return [record_id for _, record_id in places[: wanted.limit]]


def _within(contents: Contents, query: Query) -> Mask:
    documents = contents.documents
    mask = documents.used
    if query.kinds:
        mask &= documents.mask(slot for kind in query.kinds for slot in documents.with_key("kind", kind))
    at = documents.column("at")
    if query.since:
        mask &= at >= microseconds(query.since)
    if query.until:
        mask &= at < microseconds(query.until)
    return mask


def _saying(contents: Contents, words: str) -> set[int]:
    """Slots that hold every sought word and phrase and nothing excluded."""
    wish = read_wish(words, lambda _: False)
    mask = strict_mask(contents.documents, contents.postings, wish)
    for sought in wish.sought:
        mask &= match_words(contents.documents, contents.postings, (sought,)).own
    return set(np.flatnonzero(mask).tolist())


def _rarest(contents: Contents, slot: int, most: int = 12) -> tuple[Sought, ...]:
    terms = count_terms(contents.documents.at(slot))
    rarest = sorted(terms, key=lambda term: (len(contents.postings.slots(term)), term))
    return tuple(Sought(term) for term in rarest[:most])


def _hits(
    contents: Contents, found: Mask, score: npt.NDArray[np.generic], limit: int, reading: Reading | None = None
) -> tuple[Hit, ...]:
    slots = np.flatnonzero(found)
    if len(slots) > limit:
        least = np.partition(score[slots], -limit)[-limit]
        slots = slots[score[slots] >= least]

    def rank(slot: int) -> tuple[float, int, bytes]:
        # Equal scores: the newer first, then by id, so that the order never depends on slots.
        doc = contents.documents.at(slot)
        return -round(float(score[slot]), 5), -microseconds(doc.at), doc.id.bytes

    hits = []
    for slot in sorted(slots.tolist(), key=rank)[:limit]:
        doc = contents.documents.at(slot)
        like = float(reading.likeness[slot]) if reading else float(score[slot])
        hits.append(Hit(doc.kind, doc.id, float(score[slot]), like, highlight(doc, reading.wish) if reading else {}))
    return tuple(hits)
