"""Words compared by what they say: without endings, irregular forms and near-synonyms brought together."""

import re
from collections.abc import Iterator
from typing import Final

from selfos.kernel.search.words import STOP_WORDS, fold, read_words, stem

_SAME: Final = """
    live lives lived living reside residence based moved move moving relocated home
    work works worked working job employer employed employment
    begin begins began begun start starts started starting join joined joins first
    stop stops stopped quit quits end ends ended gave give-up longer off left leave leaves leaving
    buy buys bought buying got purchase purchased
    sell sells sold selling
    marry married wedding
    engaged engagement
    run ran running runs
    swim swam swimming swims pool
    feel feels feeling felt mood
    finish finished completed complete done
    cost costs price quote paid pay pays
    like likes love loves enjoy enjoys favourite favorite adore
    hate hates dislike dislikes
    name named called names
    tell told tells telling
    say said says saying
    meet met meeting meets
    write writes wrote written writing rewrote rewrite rewritten
    read reads reading book
    break broke broken
    lose lost losing
    win won winning
    give gave gives given present
    plant planted planting
    teach teaches taught teacher teaching
    coach coaches coached
    drive drives drove driving
    study studies studied studying major
    weigh weighs weighed weight kg
    phone telephone mobile
    mum mother mom
    dad father
    grandma gran granny grandmother nan
    grandpa grandad granddad grandfather
    house flat apartment
    doctor gp dr
    salary wage income earn earns
    fast time pace
    expire expires expiry renew renews due
    play plays played playing
    show shows showed shown showing
    swap swapped switch switched change changed changes
"""


def _canonical() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _SAME.strip().splitlines():
        first, *others = (stem(word) for word in line.split())
        found |= dict.fromkeys(others, first) | {first: first}
    return found


_CANONICAL: Final = _canonical()
#: Words of a question that no answer needs to hold.
_IDLE: Final = frozenset(
    """still now currently today know remember ever did actually again please tell me's exactly anything something
    much many often long far kind sort thing things go goes went going get come many again time times really just
    usually always no yes not called name name's last first instead living new old present also too one
    recently lately""".split()
)
_NAME: Final = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z\u00c0-\u00de][\w'\u2019-]*")


def term_of(word: str) -> str:
    """What a word is compared by."""
    stemmed = stem(fold(word))
    return _CANONICAL.get(stemmed, stemmed)


def terms(text: str) -> Iterator[str]:
    """The telling words of a text, in order."""
    for word in read_words(text):
        if word.text not in STOP_WORDS and word.text not in _IDLE:
            yield _CANONICAL.get(word.term, word.term)


def names(text: str) -> list[str]:
    """Words written like names, but for the first of a sentence."""
    return [match.group().removesuffix("'s").removesuffix("\u2019s") for match in _NAME.finditer(text)]


_DENIES: Final = re.compile(
    r"\b(?:no|not|never|no longer|hates?|dislikes?|detests?|loathes?|can.?t|don.?t|doesn.?t)\b", re.IGNORECASE
)


def denies(text: str) -> bool:
    """Whether it says no, or speaks against something."""
    return _DENIES.search(text) is not None


def names_same(one: str, other: str) -> bool:
    """Whether two values are the same thing, one perhaps said in fewer words; figures differ where any differs."""
    left, right = set(terms(one)), set(terms(other))
    if not (left and right and (left <= right or right <= left)) or bool(_DENIES.search(one)) != bool(
        _DENIES.search(other)
    ):
        return one.casefold() == other.casefold()
    return not any(character.isdigit() for word in left ^ right for character in word)


def slot_of(subject: str, attribute: str) -> str:
    """Where memories that may speak of the same thing lie together: by whom they are about and what about them."""
    last = attribute.casefold().split()[-1] if attribute else ""
    return f"{subject.casefold()}|{term_of(last)}"
