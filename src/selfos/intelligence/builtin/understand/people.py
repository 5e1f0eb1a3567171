"""People named in a text: given names, titled names, kinship words used as names; no pets, saints, places or firms."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selfos.intelligence.builtin.understand import lexicon
from selfos.intelligence.builtin.understand.findings import Person
from selfos.intelligence.builtin.understand.lexicon import pattern

RULES = "rules@1"

_NAME = pattern("people", "name")
_CONTACT = pattern("people", "contact")
_STRONG_CONTACT = pattern("people", "strong contact")
_DOES = pattern("people", "does")
_POSSESSED = pattern("people", "possessed")
_PET = pattern("people", "pet")
_PET_AFTER = pattern("people", "pet after")
_WORK = pattern("people", "work")
_AUTHOR_AFTER = pattern("people", "author after")
_PLACE_AFTER = pattern("people", "place after")
_PLACE_BEFORE = re.compile(r"(?:\b(?:St|Saint|San|Santa|Mount|Lake|Port|Fort|Cape|Mt)\.?\s+|#|@\w*\.)$", re.IGNORECASE)
_OTHERS = pattern("people", "others")
_GROUP = re.compile(r"\b(?:the|both)\s+$", re.IGNORECASE)
_SENTENCE_START = pattern("people", "sentence start")


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    low: str


def find_people(text: str) -> tuple[Person, ...]:
    """People in the order of their first mention, each once, under the fullest form of the name."""
    found: list[Person] = []
    for person in _mentions(text):
        parts = set(person.name.casefold().split())
        same = next(
            (p for p in found if parts <= set(p.name.casefold().split()) or set(p.name.casefold().split()) <= parts),
            None,
        )
        if same is None:
            found.append(person)
        elif len(parts) > len(same.name.split()):
            found[found.index(same)] = person
    return tuple(found)


def _mentions(text: str) -> Iterator[Person]:
    words = [_word(m) for m in _NAME.finditer(text)]
    shouting = sum(c.isupper() for c in text) > 0.6 * sum(c.isalpha() for c in text)
    skip_to = 0
    for index, word in enumerate(words):
        if word.start < skip_to:
            continue
        before, after = text[max(0, word.start - 30) : word.start], text[word.end : word.end + 30]
        titled = (
            index > 0
            and words[index - 1].low in lexicon.words("person_titles")
            and text[words[index - 1].end : word.start] in (" ", ". ")
        )
        confidence = _sure(word, before, after, titled, shouting)
        if confidence:
            last = _surname(words, index, text)
            skip_to = last.end
            kin = lexicon.mapping("relations").get(word.low)
            name = word.text.capitalize() if kin else text[word.start : last.end]
            yield Person(span=(word.start, last.end), confidence=confidence, found_by=RULES, name=_tidy(name))


def _word(match: re.Match[str]) -> _Word:
    bare = re.sub(r"(?:['\u2019]s?|['\u2019-]+)$", "", match.group())
    return _Word(match.start(), match.start() + len(bare), bare, bare.casefold().replace("\u2019", "'"))


def _sure(word: _Word, before: str, after: str, titled: bool, shouting: bool) -> float:
    """How sure it is that the word names a person; 0 for no."""
    if word.low in lexicon.mapping("relations"):
        return _kin(word, before, after)
    capital = word.text[:1].isupper()
    if len(word.text) < 2 or _elsewhere(before, after) or (not capital and not titled and _is_day(word)):
        return 0.0
    if titled and capital and word.low not in lexicon.words("not_people"):
        return 0.95
    known = word.low in lexicon.words("given_names")
    common = word.low in lexicon.words("not_names")
    if not capital or (shouting and word.text.isupper()):
        return 0.6 if known and not common and _lower_case_name(before, after) else 0.0
    if word.low in lexicon.words("not_people") or (word.text.isupper() and len(word.text) > 1):
        return 0.0
    return _capitalised(word, before, after, known, common)


def _is_day(word: _Word) -> bool:
    return word.low in lexicon.words("not_people")


def _capitalised(word: _Word, before: str, after: str, known: bool, common: bool) -> float:
    opens = bool(_SENTENCE_START.search(before))
    acts = bool(_DOES.match(after))
    if known and not common:
        return 0.92
    if known:
        context = (
            bool(_STRONG_CONTACT.search(before))
            or acts
            or bool(_POSSESSED.match(after))
            or bool(_CONTACT.search(before))
        )
        return 0.7 if context and not (opens and not acts) else 0.0
    if _GROUP.search(before) and word.text.endswith("s") and not known:
        return 0.5
    if _STRONG_CONTACT.search(before):
        return 0.7
    return 0.6 if acts and not opens and not _GROUP.search(before) else 0.0


def _elsewhere(before: str, after: str) -> bool:
    """A saint, street, firm, pet or author rather than someone the writer knows."""
    place = _PLACE_BEFORE.search(before) or _PLACE_AFTER.match(after)
    pet = _PET.search(before) or _PET_AFTER.match(after)
    author = _AUTHOR_AFTER.match(after) or (_WORK.search(before) and not _CONTACT.search(before))
    return bool(place or pet or author)


def _kin(word: _Word, before: str, after: str) -> float:
    if _OTHERS.search(before) or re.match(r"['\u2019]?s['\u2019]? day\b", after, re.IGNORECASE):
        return 0.0
    if word.text[:1].isupper():
        return 0.9
    return 0.8 if word.low in lexicon.words("kin_plain") else 0.0


def _lower_case_name(before: str, after: str) -> bool:
    return bool(_CONTACT.search(before) or _POSSESSED.match(after) or _DOES.match(after))


def _surname(words: list[_Word], index: int, text: str) -> _Word:
    word = words[index]
    for follower in words[index + 1 : index + 3]:
        joined = text[word.end : follower.start] == " " and follower.text[:1].isupper() and word.text[:1].isupper()
        taken = _is_day(follower) or follower.low in lexicon.mapping("relations") or follower.text.isupper()
        if not joined or taken or len(follower.text) < 3 or follower.low in lexicon.words("not_names"):
            break
        word = follower
    return word


def _tidy(name: str) -> str:
    return name if name[:1].isupper() else name.title()
