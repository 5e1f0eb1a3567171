"""Answering: a search by words and meaning, what is related to a record, and lists by key and time."""

from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

import numpy as np
import numpy.typing as npt

from .contents import Contents, count_terms
from .documents import Ref, microseconds
from .highlight import Spans, highlight
from .matching import FloatArray, match, match_words, strict_mask
from .ports import Encoder, MeaningUnavailable
from .query import Filter, Query, Sought, Wish, read_wish
from .ranking import WEIGHTS, read_signals, weigh
from .table import Documents, Mask

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
    try:
        reading = read(contents, query, None if query.mode == "text" else encoder)
    except MeaningUnavailable as reason:
        reading, degraded = read(contents, query, None), str(reason)
    score = weigh(reading.signals) if reading.wish.sought else contents.documents.column("at")
    return Results(_hits(contents, reading.found, score, query.limit, reading), degraded)


def read(contents: Contents, query: Query, encoder: Encoder | None) -> Reading:
    """The query against every record."""
    documents = contents.documents
    wish = read_wish(query.text, documents.speakers, documents.people)
    found = _within(contents, query) & strict_mask(documents, contents.postings, wish)
    likeness = np.zeros(documents.size, np.float32)
    if not wish.sought:
        blank = not query.text.strip() or bool(wish.excluded)  # signs alone are nowhere to be found
        return Reading(wish, found & blank, likeness, {})
    if encoder is not None:
        likeness = contents.likeness(encoder.encode([wish.meaning])[0])
    matches = match(documents, contents.postings, wish, query.linked)
    if query.mode == "meaning":
        matches = replace(matches, score=np.zeros_like(matches.score), own=np.zeros_like(matches.own))
    fits = matches.own | (likeness >= LEAST_LIKENESS)
    found &= fits if query.mode == "text" else _with_conversations(documents, fits)
    return Reading(wish, found, likeness, read_signals(documents, query, wish, matches, likeness))


def signals(contents: Contents, query: Query, encoder: Encoder) -> tuple[list[Ref], FloatArray]:
    """Every record with its signals in the order of WEIGHTS, (records, signals)."""
    reading = read(contents, query, encoder)
    slots = np.flatnonzero(contents.documents.used)
    columns = [reading.signals[name][slots] for name in WEIGHTS]
    return [contents.documents.at(slot).ref for slot in slots.tolist()], np.stack(columns, axis=1)


def related(contents: Contents, ref: Ref, kinds: tuple[str, ...], limit: int) -> tuple[Hit, ...]:
    """Records nearest in meaning to one; where it has no vectors, those that share its rarest words."""
    documents = contents.documents
    slot = documents.slot(*ref)
    if slot is None:
        return ()
    others = documents.of_kinds(kinds) & ~documents.mask([slot])
    rows = contents.rows(ref)
    if not len(rows):
        score, own = match_words(documents, contents.postings, _rarest(contents, slot))
        return _hits(contents, others & own, score, limit)
    middle = rows.mean(axis=0)
    likeness = contents.likeness(middle / max(float(np.linalg.norm(middle)), 1e-9))
    return _hits(contents, others & (likeness >= LEAST_RELATED), likeness, limit)


def list_ids(contents: Contents, wanted: Filter) -> list[UUID]:
    """Ids of one kind's records with all these keys and words, by time and then id, at most `limit`."""
    documents = contents.documents
    slots = set(documents.of_kind(wanted.kind))
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
    mask = documents.of_kinds(query.kinds)
    at = documents.column("at")
    if query.since:
        mask &= at >= microseconds(query.since)
    if query.until:
        mask &= at < microseconds(query.until)
    return mask


def _with_conversations(documents: Documents, fits: Mask) -> Mask:
    """What fits by itself, and all of a conversation that anything fits in: there the answer may share no word."""
    threads = documents.column("thread")
    alive = np.bincount(threads + 1, weights=fits) > 0
    found: Mask = fits | ((threads >= 0) & alive[threads + 1])
    return found


def _saying(contents: Contents, words: str) -> set[int]:
    """Slots that hold every sought word and phrase and nothing excluded."""
    wish = read_wish(words)
    mask = strict_mask(contents.documents, contents.postings, wish)
    for sought in wish.sought:
        mask &= match_words(contents.documents, contents.postings, (sought,))[1]
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
