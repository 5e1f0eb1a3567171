"""Which thoughts are about the same thing: by meaning where they have embeddings, by rare shared words where not."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from statistics import NormalDist
from uuid import UUID

import numpy as np
import numpy.typing as npt

from selfos.intelligence.builtin.patterns.chance import poisson_tail
from selfos.intelligence.builtin.patterns.model import ThoughtView
from selfos.kernel.search.words import STOP_WORDS, Word, read_words, stem

_SENTENCE = re.compile(r"[^.!?;\n]+")
#: A sentence with more subjects than these mentions them; it is about none in particular.
_FEW_TERMS = 3
Matrix = npt.NDArray[np.float32]
Alike = npt.NDArray[np.bool_]
#: How many neighbours a group's centre would have by chance, from the centre and the other members.
Stray = Callable[[int, Sequence[int]], float]

#: Unrelated sentences of one person lie at .1 to .2 (MiniLM); .45 is where a reader begins to see a common subject.
_ALIKE = 0.45
#: Mean likeness at which a group needs no word in common.
_CLOSE = 0.52
#: What one rare word in common adds to the likeness of meaning.
_SHARED_WORD = 0.12
#: Expected number of chance neighbours of a thought that is put up with.
_STRAY = 0.1
#: Expected number of words that chance would make as frequent, below which a word counts as striking.
_RARE = 0.005
#: Thoughts that give middle and spread of the likenesses to the second digit; with too few, MiniLM's usual ones.
_SAMPLE, _FEW = 400, 20
_USUAL = NormalDist(0.12, 0.1)


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a thought that can be a subject, with the place of the first occurrence of each.

    `about` are those that make a good part of a sentence: what it is about, and not only mentions.
    """

    places: Mapping[str, int]
    about: frozenset[str]

    def place(self, subject: Sequence[str]) -> int:
        return next((self.places[term] for term in subject if term in self.places), 0)


@dataclass(frozen=True, slots=True)
class Group:
    """Thoughts about one thing, by index; `chance` is how many such groups unrelated thoughts would give.

    `subject` holds up to three terms, the one that most members have first; `centre` is like all the others.
    """

    members: tuple[int, ...]
    subject: tuple[str, ...]
    centre: int
    chance: float


@cache
def _generic() -> frozenset[str]:
    text = (resources.files(__package__) / "generic.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(stem(word) for line in lines for word in line.split())


def read_terms(thoughts: Iterable[ThoughtView]) -> dict[UUID, Terms]:
    """The terms of each thought by its id."""
    return {thought.id: terms_of(thought) for thought in thoughts}


def terms_of(thought: ThoughtView) -> Terms:
    """Without everyday words, numbers and the names of people, which are a subject of their own."""
    names = {word.term for name in thought.people for word in read_words(name)}
    return terms_in(thought.content, names)


def terms_in(text: str, without: frozenset[str] | set[str] = frozenset()) -> Terms:
    places: dict[str, int] = {}
    about: set[str] = set()
    for sentence in _SENTENCE.finditer(text):
        found = {word.term: word.start for word in read_words(sentence[0]) if _can_be_subject(word, without)}
        if len(found) <= _FEW_TERMS:
            about.update(found)
        for term, start in found.items():
            places.setdefault(term, sentence.start() + start)
    return Terms(places, frozenset(about))


def _can_be_subject(word: Word, without: frozenset[str] | set[str]) -> bool:
    common = word.term in _generic() or word.text in STOP_WORDS
    return len(word.term) > 2 and not word.term[0].isdigit() and not common and word.term not in without


@dataclass(frozen=True, slots=True)
class Background:
    """What is usual for this person: how many words they choose from, and how alike their unrelated thoughts are."""

    vocabulary: float
    likeness: NormalDist


def background_of(thoughts: Sequence[ThoughtView], read: Mapping[UUID, Terms]) -> Background:
    """Words never seen yet are reckoned from those seen once and twice (Chao 1984, bias-corrected)."""
    counts = Counter(term for thought in thoughts for term in read[thought.id].places)
    once, twice = (sum(count == times for count in counts.values()) for times in (1, 2))
    vocabulary = len(counts) + once * (once - 1) / (2 * (twice + 1))
    vectors = [thought.embedding for thought in thoughts if thought.embedding is not None]
    return Background(max(vocabulary, 1.0), _likeness(vectors))


def _likeness(vectors: Sequence[Matrix]) -> NormalDist:
    """Middle and spread of the likeness of pairs, most of which are unrelated."""
    if len(vectors) < _FEW:
        return _USUAL
    sample = np.stack(vectors[:: max(len(vectors) // _SAMPLE, 1)])
    pairs = (sample @ sample.T)[np.triu_indices(len(sample), 1)]
    middle, low = np.quantile(pairs, [0.5, 0.16])
    return NormalDist(float(middle), max(float(middle - low), 0.05))


def groups(thoughts: Sequence[ThoughtView], terms: Sequence[Terms], least: int, background: Background) -> list[Group]:
    """Groups of at least `least` thoughts, the largest first; a thought is in one group at most.

    Where most thoughts have an embedding the others, just captured, wait for theirs; else words decide.
    """
    embedded = [index for index, thought in enumerate(thoughts) if thought.embedding is not None]
    if len(embedded) < least or 2 * len(embedded) < len(thoughts):
        stars = _stars(*_by_words(terms, background), terms, least)
        return [group for group in stars if _has_subject(group, terms)]
    vectors = np.stack([vector for thought in thoughts if (vector := thought.embedding) is not None])
    inside = [terms[index] for index in embedded]
    stars = _stars(*_by_meaning(vectors, _shared(inside), background), inside, least)
    found = [group for group in stars if _has_subject(group, inside) or _is_close(group, vectors)]
    return [_renumbered(group, embedded) for group in found]


def _renumbered(group: Group, places: Sequence[int]) -> Group:
    return replace(group, members=tuple(places[index] for index in group.members), centre=places[group.centre])


def _has_subject(group: Group, terms: Sequence[Terms]) -> bool:
    """Whether three members and most of them share a word."""
    held = sum(term in terms[index].places for index in group.members for term in group.subject[:1])
    return held >= 3 and held >= 0.6 * len(group.members)


def _is_close(group: Group, vectors: Matrix) -> bool:
    """Whether the members say nearly the same, so that no common word is needed."""
    inside = vectors[list(group.members)]
    closeness = inside @ inside.T
    count = len(inside)
    return float(closeness.sum() - np.trace(closeness)) >= _CLOSE * count * (count - 1)


def _by_meaning(vectors: Matrix, shared: npt.NDArray[np.bool_], background: Background) -> tuple[Alike, Stray]:
    """Who is like whom; the threshold rises with the number of thoughts so that chance neighbours stay rare.

    By chance a thought has as many neighbours as the usual likeness puts above the least likeness in its group.
    """
    count = len(vectors)
    threshold = max(_ALIKE, background.likeness.inv_cdf(1 - _STRAY / max(count, 2)))
    closeness = vectors @ vectors.T
    alike = closeness + np.float32(_SHARED_WORD) * shared >= threshold
    np.fill_diagonal(alike, val=False)

    def stray(centre: int, others: Sequence[int]) -> float:
        return count * (1 - background.likeness.cdf(float(closeness[centre, others].min())))

    return alike, stray


def _shared(terms: Sequence[Terms]) -> npt.NDArray[np.bool_]:
    """Which pairs have a rare word in common."""
    counts = Counter(term for one in terms for term in one.places)
    most = max(5, min(len(terms) // 10, 50))
    rare = {term for term, count in counts.items() if 2 <= count <= most}
    return _sharing([one.places.keys() & rare for one in terms])


def _by_words(terms: Sequence[Terms], background: Background) -> tuple[Alike, Stray]:
    """Pairs about a word used more often than chance spreads words; by chance one is used as often as is usual."""
    counts = Counter(term for one in terms for term in one.about)
    usual = counts.total() / background.vocabulary
    striking = {t for t, n in counts.items() if background.vocabulary * poisson_tail(n, usual) <= _RARE}
    alike = _sharing([one.about & striking for one in terms])
    np.fill_diagonal(alike, val=False)
    return alike, lambda _centre, _others: usual


def _sharing(held: Sequence[AbstractSet[str]]) -> npt.NDArray[np.bool_]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, terms in enumerate(held):
        for term in terms:
            rows[term].append(row)
    shared = np.zeros((len(held), len(held)), dtype=bool)
    for holders in rows.values():
        shared[np.ix_(holders, holders)] = True
    return shared


def _stars(alike: Alike, stray: Stray, terms: Sequence[Terms], least: int) -> Iterator[Group]:
    """The thought with most neighbours and those neighbours, again and again among the rest."""
    if not len(alike):
        return
    free = np.ones(len(alike), dtype=bool)
    degrees = alike.sum(axis=1)
    while True:
        centre = int(np.where(free, degrees, -1).argmax())
        if not free[centre] or degrees[centre] < least - 1:
            return
        others = np.flatnonzero(alike[centre] & free).tolist()
        members = sorted([*others, centre])
        free[members] = False
        degrees = degrees - alike[:, members].sum(axis=1)
        if len(members) >= least:
            chance = len(alike) * poisson_tail(len(others), stray(centre, others))
            yield Group(tuple(members), _subject(members, terms), centre, min(chance, 1.0))


def _subject(members: Sequence[int], terms: Sequence[Terms]) -> tuple[str, ...]:
    """The words most of them share, rarest in general first; what names the group."""
    inside = Counter(term for index in members for term in terms[index].places)
    outside = Counter(term for one in terms for term in one.places)
    common = [term for term, count in inside.items() if count >= max(2, math.ceil(len(members) * 0.3))]
    return tuple(sorted(common, key=lambda term: (-inside[term], outside[term], term))[:3])
