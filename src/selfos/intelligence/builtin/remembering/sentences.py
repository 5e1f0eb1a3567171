"""The sentences of a text that assert something; questions, wishes, plots and other people's words do not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

#: Ends of sentences; the dot of a title, an initial or a number ends none.
_END: Final = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bSr)(?<!\bProf)(?<!\bvs)(?<!\bno)"
    r"[.!?\u2026]+"
    r"(?:[\"'\u201d\u2019)]*)(?=\s|$)|\n+|\s[\u2014\u2013]\s|;\s|\s->\s|\s\u2192\s"
)
_UNREAL: Final = re.compile(
    r"\b(?:what if|if (?:i|we|he|she|they|only)|would|could|might|maybe|perhaps|wish|wishing|dreamt|dreamed|"
    r"dreaming|imagine|pretend|joke|kidding|should(?:n't)?|ought|supposedly|apparently|rumou?r|"
    r"thinks? (?:that )?(?:i|we)|"
    r"as if|like (?:i|we)'(?:m|re)|idea|plot|novel|quote|lyrics|story|character|hypothetical(?:ly)?|almost|nearly)\b",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(r"[\"\u201c][^\"\u201d]{12,}[\"\u201d]|(?<!\w)'[^']{20,}'(?!\w)|^\s*>")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Part of a text, without blanks around it; `start` is where it begins there, in characters."""

    start: int
    text: str

    @property
    def asserts(self) -> bool:
        """Whether it says how things are, in the writer's own words."""
        asked = self.text.rstrip(" \"')\u201d\u2019").endswith("?")
        return not asked and not _UNREAL.search(self.text) and not _TOLD.search(self.text)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in order; each holds at least one letter or digit."""
    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        piece = text[start:end]
        bare = piece.strip(" \t\r\n-*\u2022\u2014\u2013>\u2192;")
        if any(character.isalnum() for character in bare):
            yield Sentence(start + piece.index(bare), bare)
        start = end
