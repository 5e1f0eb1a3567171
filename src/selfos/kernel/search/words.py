"""Text to search terms, with the places they came from.

A term is a word without case, accents and English ending; scripts written without spaces give overlapping pairs of
characters. The same reading serves the index, the query and the highlights.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

#: Thai, Lao, Burmese, Khmer, kana, Han and Hangul: no spaces between words, or endings that hide the word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_LETTER = rf"(?:(?![{_UNSPACED}])[^\W_]|[\u0300-\u036f])"
_ASCII_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_WORD = re.compile(rf"(?P<run>[{_UNSPACED}]+)|{_LETTER}+(?:['\u2019]{_LETTER}+)*")

#: Words that say nothing about what is sought; left out of a query unless it has no others.
STOP_WORDS = frozenset(
    """
    a about after am an and any are as at be been before being but by can could d did do does doing don during for from
    had has have having he her hers him his how i if in into is it its ll m me might my of on or our re s she should so
    some t than that the their them then there these they this those to us ve was we were what when where which while
    who whom whose why will with would you your
    """.split()
)

_stemming = threading.Lock()  # the stemmer keeps the word it works on


class Word(NamedTuple):
    """A term and its place in the text, in characters. `text` is the word without case and accents."""

    term: str
    text: str
    start: int
    end: int


def read_words(text: str, *, tails: bool = True) -> Iterator[Word]:
    """The words of a text in their order.

    Of an unspaced run each character begins a term, so that any one can be found as a prefix; `tails` False leaves
    out the last one, which stands alone: right for a query, where the pairs say all.
    """
    for match in (_ASCII_WORD if text.isascii() else _WORD).finditer(text):
        start, end = match.span()
        if match.lastgroup == "run":
            yield from _pairs(match[0], start, tails=tails)
        elif plain := fold(match[0]):
            yield Word(stem(plain), plain, start, end)


def _pairs(run: str, start: int, *, tails: bool) -> Iterator[Word]:
    for place in range(len(run) if tails or len(run) == 1 else len(run) - 1):
        pair = unicodedata.normalize("NFKC", run[place : place + 2])
        yield Word(pair, pair, start + place, start + min(place + 2, len(run)))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Without case, accents and an English possessive."""
    plain = word.casefold().replace("\u2019", "'")
    if not plain.isascii():
        marked = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return plain.removesuffix("'s").replace("'", "")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without its English ending (Snowball's Porter2)."""
    if not word.isascii():
        return word
    with _stemming:
        stemmed: str = _stemmer().stemWord(word)
    return stemmed


@cache
def _stemmer() -> Any:
    from snowballstemmer.english_stemmer import EnglishStemmer  # noqa: PLC0415 - loads every language, a tenth of a start

    return EnglishStemmer()


def is_unspaced(word: str) -> bool:
    """Whether a term comes from a script written without spaces."""
    return re.match(f"[{_UNSPACED}]", word) is not None
