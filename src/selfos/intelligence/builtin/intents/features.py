"""Names what can be seen in a wish, for the fitted head: words, word pairs, how it opens, and signs."""

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

from selfos.intelligence.builtin.intents.patterns import pattern
from selfos.intelligence.builtin.understand import lexicon

Features = dict[str, float]

_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+(?:[.:,]\d+)*|[€$£]")
_NUMBER = re.compile(r"\d")
_POLITE = pattern("features", "polite")
_ASKS = pattern("features", "asks")


#: Given names that are more often something else where no capital tells.
_OTHERWISE = frozenset(
    {"april", "chuck", "grant", "hope", "jack", "june", "mark", "pat", "rose", "sue", "will", "may", "art"}
)


def intent_features(text: str) -> Features:
    """What speaks for one want or another; the end marks do not count, many leave them out."""
    words = tokens(text)
    found = {f"w:{word}": 1.0 for word in words}
    found |= {f"b:{left} {right}": 1.0 for left, right in pairwise(["^", *words, "$"])}
    core = tokens(unasked(text))
    found |= {f"o:{' '.join(core[:size])}": 1.0 for size in (1, 2, 3) if len(core) >= size}
    found |= {f"sign:{name}": 1.0 for name, pattern in _signs() if pattern.search(text)}
    found["length"] = min(len(words), 20) / 10
    found["short"] = float(len(words) <= 2)
    return {name: value for name, value in found.items() if value}


def sentence(text: str) -> str:
    """What the encoder reads: the text without its end marks, which many leave out."""
    return " ".join(text.split()).rstrip(" .!?")


def tokens(text: str) -> list[str]:
    """Lower-case words and currency signs; every number reads `0`, every given name `<name>`."""
    plain = text.casefold().replace("\u2019", "'")
    return [_token(word) for word in _TOKEN.findall(plain)]


def _token(word: str) -> str:
    if _NUMBER.match(word):
        return "0"
    return "<name>" if word.removesuffix("'s") in _names() else word


def polite_removed(text: str) -> str:
    """The text without "please" and "for me" around it."""
    before = ""
    while before != text:
        before, text = text, _POLITE.sub("", text).strip()
    return text


def unasked(text: str) -> str:
    """The text without what asks for it: "could you please", "I'd like you to"."""
    text = polite_removed(text)
    return polite_removed(_ASKS.sub("", text, count=1))


@cache
def _names() -> frozenset[str]:
    return lexicon.words("given_names") - _OTHERWISE


@cache
def _signs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = (files(__package__) / "data" / "signs.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in pairs)
