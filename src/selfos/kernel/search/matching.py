"""How well the words of records match: BM25 over a record and, with less weight, the records next to it.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); a neighbour's words count like
words of a weaker field (BM25F).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from .documents import name_terms
from .postings import Postings
from .query import Phrase, Sought, Wish
from .table import Documents, Mask
from .words import read_words

FloatArray = npt.NDArray[np.float32]

#: Fitted by conversation with the weights of `ranking`; the measure is flat around them.
K1: Final = 1.0
B: Final = 0.3
NEIGHBOUR: Final = 0.4
#: Part of the score that goes with the share of the sought words that are there.
COVERAGE: Final = 0.4
#: What a word that only begins as wanted counts beside the word itself.
BEGINNING: Final = 0.4
_MOST_BEGINNINGS: Final = 48


@dataclass(frozen=True, slots=True)
class Matches:
    """How a query's words and names fit each record.

    `score`: 0 to 1, 1 for the best record if it or its neighbours hold every word. `own`: whether the record itself
    holds a word or name. `person`: in a conversation, 1 for what the first person named has said; elsewhere the share
    of the named people it speaks of. `linked`: the share of the linked names it speaks of.
    """

    score: FloatArray
    own: Mask
    person: FloatArray
    linked: FloatArray


def beside(column: FloatArray, places: npt.NDArray[np.int32]) -> FloatArray:
    """A column as seen from the neighbours: 0 where there is none."""
    padded: FloatArray = np.append(column, np.float32(0))
    return padded[places]


def match(documents: Documents, postings: Postings, wish: Wish, linked: tuple[str, ...] = ()) -> Matches:
    """The records against the words and names of a query, and the names that are linked with them."""
    score, own = match_words(documents, postings, wish.sought)
    threaded = documents.column("thread") >= 0
    speaks = np.zeros(documents.size, np.float32)
    named = _naming(documents, postings, wish.names) * ~threaded
    behind = _naming(documents, postings, tuple(term for name in linked for term in name_terms(name)))
    if wish.names:
        speaks[list(documents.speakers.get(wish.names[0]))] = 1
    return Matches(score, own | (named > 0) | (behind > 0), named + speaks * threaded, behind)


def _naming(documents: Documents, postings: Postings, names: tuple[str, ...]) -> FloatArray:
    """The share of these terms of names that each record speaks of."""
    share = np.zeros(documents.size, np.float32)
    for name in names:
        holds = documents.mask(documents.people.get(name)) | (postings.counts(name, documents.size) > 0)
        share += holds / np.float32(len(names))
    return share


def match_words(documents: Documents, postings: Postings, sought: tuple[Sought, ...]) -> tuple[FloatArray, Mask]:
    """The score of the sought words, 0 to 1, and which records hold any of them themselves."""
    before, after = documents.column("before"), documents.column("after")

    def with_neighbours(column: FloatArray) -> FloatArray:
        return column + NEIGHBOUR * (beside(column, before) + beside(column, after))

    lengths = with_neighbours(documents.column("length"))
    norm = K1 * (1 - B + B * lengths * (len(documents) / max(float(lengths.sum()), 1)))
    score = np.zeros(documents.size, np.float32)
    covered, own, total = score.copy(), np.zeros(documents.size, np.bool_), 0.0
    for counts in (_counts(postings, term, documents.size) for term in sought):
        holds = counts > 0
        found = int(holds.sum())
        weight = np.float32(np.log1p((len(documents) - found + 0.5) / (found + 0.5)))
        total += float(weight)
        if not found:
            continue
        near = with_neighbours(counts)
        score += weight * near / (near + norm)
        covered += weight * (near > 0)
        own |= holds
    if own.any():
        covered /= total
        score *= 1 - COVERAGE + COVERAGE * covered
        most = score.max()
        # A best record that holds half of what was sought is no full match; the root keeps it above mere meaning.
        score *= np.sqrt(covered[score == most].max()) / most
    return score, own


def _counts(postings: Postings, sought: Sought, size: int) -> FloatArray:
    counts = postings.counts(sought.term, size)
    if sought.prefix:
        begun = np.zeros(size, np.float32)
        for term in postings.starting_with(sought.prefix, _MOST_BEGINNINGS):
            if term != sought.term:
                begun += postings.counts(term, size)
        counts += begun * BEGINNING
    return counts


def strict_mask(documents: Documents, postings: Postings, wish: Wish) -> Mask:
    """Records with every quoted phrase and without anything excluded."""
    mask = np.ones(documents.size, np.bool_)
    for phrase in wish.phrases:
        mask &= _holding(documents, postings, phrase)
    for phrase in wish.excluded:
        mask &= ~_holding(documents, postings, phrase)
    return mask


def _holding(documents: Documents, postings: Postings, phrase: Phrase) -> Mask:
    slots = set(postings.slots(phrase[0]).tolist())
    for term in phrase[1:]:
        slots &= set(postings.slots(term).tolist())
    if len(phrase) > 1:
        slots = {slot for slot in slots if _says(documents.at(slot).words, phrase)}
    return documents.mask(slots)


def _says(text: str, phrase: Phrase) -> bool:
    terms = [word.term for word in read_words(text)]
    return any(tuple(terms[place : place + len(phrase)]) == phrase for place in range(len(terms)))
