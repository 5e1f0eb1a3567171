"""Names what can be seen in a clause or a text, for the fitted heads: a sparse vector as a dict of named numbers."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from selfos.intelligence.builtin.understand import lexicon
from selfos.intelligence.builtin.understand.clauses import Clause
from selfos.intelligence.builtin.understand.findings import Amount, Moment, Person
from selfos.intelligence.builtin.understand.lexicon import pattern
from selfos.intelligence.builtin.understand.verbs import opens_with_act

Features = dict[str, float]

_TOKEN = pattern("features", "token")


def clause_features(
    clauses: Sequence[Clause], index: int, moments: Sequence[Moment], people: Sequence[Person]
) -> Features:
    """What speaks for or against an act in one clause, its neighbours and heading included."""
    clause = clauses[index]
    core = _core(clause.text)
    found = _signs(core)
    words = tokens(core)
    found |= {f"w:{word}": 1.0 for word in set(words)}
    found |= {f"b:{a} {b}": 1.0 for a, b in pairwise(words)}
    found |= _opening(words)
    found |= _surroundings(clauses, index, people)
    found |= _times(clause, moments)
    return found | _sums(clause, found)


#: What follows says more about an act without changing what it is.
_TAIL = pattern("features", "tail")


def _core(text: str) -> str:
    return _TAIL.sub(" ", text)


def _unled(text: str) -> str:
    """The text from its first word that is no filler."""
    return re.sub(
        rf"^(?:(?:{'|'.join(sorted(map(re.escape, lexicon.words('fillers'))))})\s+)+", "", text, flags=re.IGNORECASE
    )


def _sums(clause: Clause, found: Features) -> Features:
    """A few judgements put together by hand, so that few examples suffice to weigh them."""
    opens = opens_with_act(_unled(clause.text))
    against = any(
        found.get(f"sign:{name}") for name in ("not needed", "should have", "cancelled", "rhetoric", "recipe")
    )
    barred = (
        against
        or clause.quoted
        or clause.asked
        or clause.ticked
        or found.get("opens past")
        or _PAST_DAY.search(clause.text)
        or found.get("h idea")
        or found.get("h recipe")
    )
    obliged = any(found.get(f"sign:{name}") for name in ("duty", "remember", "promised", "needs doing", "intends"))
    dated = any(found.get(name) for name in ("has day", "deadline", "repeats"))
    third = found.get("sign:third person duty") and not found.get("says I")
    sums = {
        "plain act": bool(opens) and not barred,
        "plain act, dated": bool(opens) and not barred and dated,
        "obliged": obliged and not against and not third,
        "obliged others": obliged and bool(third),
        "appointment, dated": bool(found.get("sign:appointment")) and dated and not barred and not found.get("past"),
        "barred": bool(barred),
        "money due": bool(found.get("sign:pays")) and dated and not barred and not found.get("past"),
        "shares the verb": bool(found.get("before opens act"))
        and bool(found.get("deadline"))
        and not found.get("sign:fact verb"),
        "no verb, dated": dated and not opens and not found.get("sign:fact verb") and not found.get("past"),
        "past without act": bool(found.get("past")) and not opens and not obliged,
        "bracketed without act": clause.bracketed and not opens and not obliged,
    }
    return {name: 1.0 for name, holds in sums.items() if holds}


def text_features(
    text: str, clauses: Sequence[Clause], acts: Sequence[float], moments: Sequence[Moment], amounts: Sequence[Amount]
) -> Features:
    """What speaks for the type, mood and life areas of the whole text; `acts` holds each clause's probability."""
    words = tokens(text)
    found = {f"w:{word}": 1.0 for word in set(words)}
    found |= {f"t:{name}": value for name, value in _signs(text).items()}
    found |= _opening(words)
    found |= _moods(words)
    found |= _areas(words)
    first_asked = bool(clauses) and clauses[0].asked
    found |= {
        "asked": float(any(c.asked for c in clauses)),
        "asked only": float(bool(clauses) and all(c.asked for c in clauses)),
        "asked first": float(first_asked),
        "amounts": min(len(amounts), 4) / 2,
        "has amount": float(bool(amounts)),
        "has time": float(any(m.start is not None for m in moments)),
        "has clock": float(any(hasattr(m.start, "hour") for m in moments)),
        "repeats": float(any(m.rrule for m in moments)),
        "length": min(len(words), 120) / 40,
        "short": float(len(words) <= 6),
        "sentences": min(len({c.sentence for c in clauses}), 10) / 5,
        "bullets": float(sum(c.bullet for c in clauses) > 1),
        "lower": float(text == text.lower()),
    }
    ranked = sorted(acts, reverse=True) or [0.0]
    found |= {
        "act max": ranked[0] * 3,
        "act second": [*ranked, 0.0][1] * 2,
        "act mean": 2 * sum(acts) / max(1, len(acts)),
    }
    return {name: value for name, value in found.items() if value}


def tokens(text: str) -> list[str]:
    """Lower-case words, currency signs and marks; every number reads `0`."""
    return [("0" if t.isdigit() else t.replace("\u2019", "'").casefold()) for t in _TOKEN.findall(text)]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    pairs = (line.split(":", 1) for line in lexicon.phrases("speech_signs"))
    return tuple((name.strip(), re.compile(pattern.strip(), re.IGNORECASE)) for name, pattern in pairs)


def signs(text: str) -> frozenset[str]:
    """The names of the speech signs (duty, wish, done, negated …) that a text shows."""
    return frozenset(name for name, pattern in _patterns() if pattern.search(text))


def _signs(text: str) -> Features:
    return {f"sign:{name}": 1.0 for name in signs(text)}


def _opening(words: list[str]) -> Features:
    start = next((i for i, word in enumerate(words) if word not in lexicon.words("fillers")), 0)
    rest = words[start : start + 3]
    if not rest:
        return {"empty": 1.0}
    found = {f"o:{rest[0]}": 1.0, f"o:{' '.join(rest[:2])}": 1.0}
    verb, noun = rest[0] in lexicon.words("act_verbs"), rest[0] in lexicon.words("noun_verbs")
    found["opens act"] = float(verb and not noun)
    found["opens maybe act"] = float(verb and noun)
    found["opens act + the"] = float((verb or noun) and len(rest) > 1 and rest[1] in lexicon.words("object_openers"))
    found["opens past"] = float(rest[0] in lexicon.words("past_verbs") or rest[0].endswith("ed"))
    found["opens ing"] = float(rest[0].endswith("ing") and len(rest[0]) > 5)
    found["opens subject"] = float(rest[0] in lexicon.words("subjects"))
    found["opens I"] = float(rest[0] in ("i", "i'm", "i've", "i'll", "i'd", "im"))
    found["one or two words"] = float(len(words) <= 2)
    past = sum(w in lexicon.words("past_verbs") or (w.endswith("ed") and len(w) > 4) for w in words)
    found["past"] = min(past, 3) / 2
    found["says I"] = float(any(w in ("i", "i'm", "i've", "i'll", "me", "my") for w in words))
    return {name: value for name, value in found.items() if value}


def _surroundings(clauses: Sequence[Clause], index: int, people: Sequence[Person]) -> Features:
    clause = clauses[index]
    found: Features = {
        "bullet": float(clause.bullet),
        "ticked": float(clause.ticked),
        "bracketed": float(clause.bracketed),
        "quoted": float(clause.quoted),
        "asked": float(clause.asked),
        "headed": float(bool(clause.heading)),
        "only": float(len(clauses) == 1),
        "opens sentence": float(clause.first),
        "is heading": float(clause.is_heading),
        "shouted": float(clause.text.isupper() and len(clause.text) > 3),
        "bang": float("!" in clause.text),
        "ticked inside": float(any(mark in clause.text for mark in "✓✔✅☑")),
    }
    if clause.heading:
        found |= {f"h:{word}": 1.0 for word in set(tokens(clause.heading))}
        found |= {f"h {name}": 1.0 for name in _signs(clause.heading)}
        found["headed by person"] = float(any(p.name.casefold() == clause.heading.strip().casefold() for p in people))
    for name, place in (("before", index - 1), ("after", index + 1)):
        if 0 <= place < len(clauses) and clauses[place].sentence == clause.sentence:
            words = tokens(clauses[place].text)
            found |= {f"{name} {sign}": 1.0 for sign in _signs(clauses[place].text)}
            found |= {f"{name} {what}": value for what, value in _opening(words).items() if what.startswith("opens")}
    return {name: value for name, value in found.items() if value}


_PAST_DAY = re.compile(r"\b(?:yesterday|last (?:night|week|month|year|\w+day)|\w+ ago|this morning)\b", re.IGNORECASE)


def _times(clause: Clause, moments: Sequence[Moment]) -> Features:
    inside = [m for m in moments if clause.start <= m.span[0] < clause.end]
    return {
        name: 1.0
        for name, said in {
            "has day": any(m.start or m.end for m in inside),
            "has clock": any(hasattr(m.start or m.end, "hour") for m in inside),
            "deadline": any(m.start is None and m.end for m in inside),
            "repeats": any(m.rrule for m in inside),
            "lasts": any(m.duration for m in inside),
            "past day": bool(_PAST_DAY.search(clause.text)),
        }.items()
        if said
    }


def _moods(words: list[str]) -> Features:
    sides = lexicon.mapping("polarity")
    score = {"positive": 0.0, "negative": 0.0}
    for index, word in enumerate(words):
        for side in sides.get(word, ()):
            turned = any(w in lexicon.words("negations") for w in words[max(0, index - 3) : index])
            score[_OPPOSITE[side] if turned else side] += 0.5 if turned else 1.0
    found = {f"mood {side}": min(value, 4.0) for side, value in score.items() if value}
    return found | {"mood balance": max(-3.0, min(3.0, score["positive"] - score["negative"]))}


_OPPOSITE = {"positive": "negative", "negative": "positive"}


def _areas(words: list[str]) -> Features:
    found: dict[str, float] = {}
    for word in _with_stems(words):
        for area in lexicon.mapping("areas").get(word, ()):
            found[f"area {area}"] = min(found.get(f"area {area}", 0.0) + 1.0, 3.0)
    return found


def _with_stems(words: list[str]) -> Iterator[str]:
    for word in words:
        yield word.removesuffix("'s")
