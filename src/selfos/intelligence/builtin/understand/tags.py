"""Up to five single-word topics: the writer's own #tags, what the words of the text stand for, what it resembles."""

import re
from collections import defaultdict

from selfos.intelligence.builtin.understand import lexicon
from selfos.intelligence.builtin.understand.findings import Label
from selfos.intelligence.builtin.understand.heads import VERSION, Matrix, topic_vectors
from selfos.intelligence.builtin.understand.reading import Reading

RULES = "rules@1"
MOST = 5
#: Cosine below which a topic does not resemble the text enough to be offered.
LEAST_LIKENESS = 0.22

_OWN = re.compile(r"(?<![\w&/#])#([^\W\d_][\w-]{1,30})")
_WORD = re.compile(r"[^\W\d_][\w\u2019'-]+")


def find_tags(reading: Reading, vector: Matrix | None) -> tuple[Label, ...]:
    """Tags, best first; `vector` is the unit vector of the text, (1, dimensions), or None."""
    found: dict[str, Label] = {}
    for tag in (*_own(reading), *_ranked(reading, vector)):
        found.setdefault(tag.name, tag)
    return tuple(found.values())[:MOST]


def _own(reading: Reading) -> list[Label]:
    return [
        Label(span=m.span(), confidence=0.99, found_by=RULES, name=m[1].casefold()) for m in _OWN.finditer(reading.text)
    ]


def _ranked(reading: Reading, vector: Matrix | None) -> list[Label]:
    words = _words(reading)
    scores: defaultdict[str, float] = defaultdict(float)
    spans: dict[str, tuple[int, int]] = {}
    for word, span in words:
        for topic, weight in _topics_of(word):
            scores[topic] += weight
            spans.setdefault(topic, span)
    if vector is not None:
        names, vectors = topic_vectors()
        likeness = vectors @ vector[0]
        for place in likeness.argsort()[::-1][:12]:
            if likeness[place] >= LEAST_LIKENESS:
                scores[names[place]] += 3.0 * float(likeness[place])
    by = RULES if vector is None else f"minilm-topics@{VERSION}"
    everywhere = (0, len(reading.text))
    return [
        Label(span=spans.get(name, everywhere), confidence=round(min(0.9, 0.3 + score / 6), 2), found_by=by, name=name)
        for name, score in sorted(scores.items(), key=lambda item: -item[1])[:MOST]
    ]


def _words(reading: Reading) -> list[tuple[str, tuple[int, int]]]:
    named = {part for person in reading.people for part in person.name.casefold().split()} - set(
        lexicon.mapping("relations")
    )
    timed = [m.span for m in reading.moments]
    found = []
    for match in _WORD.finditer(reading.text):
        word = re.sub(r"['\u2019]s$", "", match.group()).casefold()
        inside = any(start <= match.start() < end for start, end in timed)
        if not inside and word not in named and word not in lexicon.words("dull_words"):
            found.append((word, match.span()))
    return found


def _topics_of(word: str) -> list[tuple[str, float]]:
    """Topics that a word speaks for: itself if it is one, those it stands under, and weakly itself as a noun."""
    single = word[:-1] if word.endswith("s") and len(word) > 4 else word
    topics = lexicon.words("topics")
    mapped = lexicon.mapping("topic_words")
    found = [(w, 1.6) for w in dict.fromkeys((word, single)) if w in topics][:1]
    found += [(topic, 1.0) for topic in mapped.get(word) or mapped.get(single, ())]
    plain = (
        word not in lexicon.words("act_verbs")
        and word not in lexicon.words("past_verbs")
        and not word.endswith(("ed", "ing", "ly", "n't"))
    )
    if not found and plain and len(word) > 3:
        found.append((word, 0.45))
    return found
