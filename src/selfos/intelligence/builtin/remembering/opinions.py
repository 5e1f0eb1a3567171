"""What somebody likes, cannot stand or prefers."""

import re
from typing import Final, NamedTuple

from selfos.intelligence.builtin.remembering.lexicon import pattern
from selfos.intelligence.builtin.remembering.wording import trimmed

_OPINION: Final = pattern(r"""
    (?:(?:really|absolutely|secretly|actually|still|now|just|also)\x20)*
    (?P<verb>love|loves|like|likes|adore|adores|enjoy|enjoys|prefer|prefers|hate|hates|dislike|dislikes|detest|detests
    |loathe|loathes|can(?:'|\u2019|no)t\x20(?:stand|bear)|(?:do|does)(?:n['\u2019]t|\x20not)\x20(?:really\x20)?(?:like|enjoy|eat|drink)
    |no\x20longer\x20(?:like|enjoy|eat|drink)s?)\x20
    (?!(?:it|this|that|him|her|them|you|me|how|when|what|to\x20be|a\x20good|being\x20told|the\x20way)\b)
    (?P<value>[^.;!?,()\n]+?)
    (?=$|[.;!?,()]|\x20now\b|\x20because|\x20but\x20|\x20less\x20than|\x20more\x20than|\x20when\x20|\x20and\x20(?:I|we|he|she|they)\b)""")
_MILD: Final = re.compile(r"likes?|enjoys?", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(?:the|a|an|my) ")
_LONGEST: Final = 7


class Opinion(NamedTuple):
    """The verb and the thing as they were said; a preference is one of many, an opinion on a thing the only one."""

    verb: str
    thing: str

    @property
    def prefers(self) -> bool:
        """Whether it is a preference."""
        return self.verb.startswith("prefer")

    @property
    def attribute(self) -> str:
        """What it tells of somebody."""
        return "prefers" if self.prefers else f"opinion of {_ARTICLE.sub('', self.thing.casefold(), count=1)}"

    @property
    def confidence(self) -> float:
        """How sure it is to be a lasting one: "like" is said of much."""
        return 0.7 if _MILD.fullmatch(self.verb) else 0.85


def read_opinion(rest: str) -> Opinion | None:
    """The opinion in what a clause says of its subject."""
    match = _OPINION.match(rest)
    thing = trimmed(match["value"]) if match else ""
    return Opinion(match["verb"].casefold(), thing) if match and 0 < len(thing.split()) <= _LONGEST else None
