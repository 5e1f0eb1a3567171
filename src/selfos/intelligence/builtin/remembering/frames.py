"""What verbs claim: "lives in", "is allergic to", "gave up". The rows of `data/frames.txt`, ready to be matched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, get_args

from selfos.intelligence.builtin.remembering.claims import ME, What
from selfos.intelligence.builtin.remembering.lexicon import alternatives, lines

Turn = Literal["holds", "begins", "ends"]

_NAME: Final = (
    r"(?:the |The |a |an )?[A-Z\u00c0-\u00de][\w&'\u2019-]*(?:\.(?=\w)[\w&'\u2019-]+)*"
    r"(?:[ -](?:of |the |de |da |& )?[A-Z\u00c0-\u00de0-9][\w&'\u2019-]*)*"
)
_PARTS: Final = {
    "{be}": r"(?:am|is|are|'m|'re|'s|\u2019m|\u2019s|\u2019re|was|were|been|being)",
    "{where}": r"(?: back| over| out| away| house| home| in| up| down)*",
    "{name}": f"(?-i:{_NAME})",
    "{n}": f"(?P<value>(?-i:{_NAME}))",
    "{v}": r"(?P<value>[^.;!?,()\n]+?)(?=$|[.;!?,()\n])",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """One row: what it tells of a subject, whether that holds, begins or ends, and where in the words it stands.

    `tells` is how its claims read after "I" and after a name; empty where the words themselves say it best.
    """

    attribute: str
    what: What
    turn: Turn
    says: re.Pattern[str]
    tells: tuple[str, str]
    single: bool
    whose: str
    confidence: float

    def is_for(self, subject: str) -> bool:
        """Whether it is read of this subject."""
        return self.whose == "all" or (self.whose == "me") == (subject == ME)


@cache
def frames() -> tuple[Frame, ...]:
    """All rows, in the order in which they are tried."""
    return tuple(_read())


def _read() -> Iterator[Frame]:
    head, tells = ["", ""], ("", "")
    for line in lines("frames"):
        if line.startswith("["):
            head, tells = line[1:].split("] "), ("", "")
            continue
        turn, _, says = line.partition(": ")
        if turn == "tells":
            me, other = says.split(" / ")
            tells = me, other
        else:
            yield _frame(head[0], head[1].split(), tells, turn, says)


def _frame(attribute: str, flags: list[str], tells: tuple[str, str], turn: str, says: str) -> Frame:
    what = next(name for name in get_args(What) if name in flags)
    sort = next(name for name in get_args(Turn) if name == turn)
    whose = next((name for name in ("me", "others") if name in flags), "all")
    for name, part in _PARTS.items():
        says = says.replace(name, part)
    for name in ("things", "diets"):
        says = says.replace(f"{{{name}}}", alternatives(name))
    compiled = re.compile(says, re.IGNORECASE)
    return Frame(attribute, what, sort, compiled, tells, "single" in flags, whose, float(flags[-1]))
