"""What a person says about themselves in a goal: people, amounts, limits, fears, tendencies, things listed.

Everything is kept in their own words, turned to address them ("my knee" becomes "your knee").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selfos.intelligence.builtin.planning import phrases

#: No one counts further in a goal, and beyond it the arithmetic of a plan would run over.
_MOST = 1e9


@dataclass(frozen=True, slots=True)
class Money:
    amount: float
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    number: float
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All phrases address the person; `sayings` are the sentences of the vision as they wrote them."""

    sayings: tuple[str, ...]
    people: tuple[str, ...]
    companions: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    money: tuple[Money, ...]
    fears: tuple[str, ...]
    tendencies: tuple[str, ...]
    limits: tuple[str, ...]
    refusals: tuple[str, ...]
    things: tuple[str, ...]

    def quantity(self, *units: str) -> Quantity | None:
        """The first amount whose unit contains one of `units`; without units, the first of all."""
        return next((q for q in self.quantities if not units or any(unit in q.unit for unit in units)), None)


def read_facts(title: str, vision: str) -> Facts:
    """Reads title and vision once; the order of what is found is the order of the text."""
    both = f"{title}. {vision}"
    return Facts(
        sayings=tuple(part.strip() for part in re.split(r"(?<=[.;!?])\s+|\n+", vision) if part.strip()),
        people=_unique(_people(both)),
        companions=_unique(_companions(both)),
        quantities=tuple(_quantities(both)),
        money=tuple(_money(both)),
        fears=_unique(to_you(found["what"] or found["scary"]) for found in phrases.FEAR.finditer(both)),
        tendencies=_unique(to_you(found[0]) for found in phrases.TENDENCY.finditer(vision)),
        limits=_unique(to_you(found[0]) for found in phrases.LIMIT.finditer(both)),
        refusals=_unique(to_you(found[0]) for found in phrases.REFUSAL.finditer(vision)),
        things=tuple(_things(title, vision)),
    )


def to_you(text: str) -> str:
    """The person's words said back to them."""
    for pattern, replacement in phrases.TO_YOU:
        text = re.sub(pattern, replacement, text)
    return text.strip(" .,;")


def number_of(text: str) -> float:
    """The value of "ten", "20", "1,500" or "80k"."""
    lowered = text.lower().rstrip(".,")
    if lowered in phrases.NUMBER_WORDS:
        return phrases.NUMBER_WORDS[lowered]
    factor = 1000 if lowered.endswith("k") else 1
    return min(float(lowered.rstrip("k").replace(",", "")) * factor, _MOST)


def _unique(found: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in found if text))


def _people(text: str) -> Iterator[str]:
    for found in phrases.PERSON.finditer(text):
        yield found["title"] or f"your {found['relation'].lower()}"
    yield from (found[1] for found in phrases.NAME.finditer(text) if found[1].lower() not in phrases.NOT_NAMES)


def _companions(text: str) -> Iterator[str]:
    for found in phrases.COMPANION.finditer(text):
        if found["relation"]:
            yield f"your {found['relation'].lower()}"
        elif found["name"].lower() not in phrases.NOT_NAMES:
            yield found["name"]


def _quantities(text: str) -> Iterator[Quantity]:
    for found in phrases.QUANTITY.finditer(text):
        unit = found["unit"].lower()
        if unit.split()[-1] not in phrases.NO_UNIT:
            yield Quantity(number_of(found["n"]), unit, found[0])
    for found in phrases.MEASURE.finditer(text):
        yield Quantity(min(float(found[1]), _MOST), "km" if found[2] == "k" else found[2], found[0])


def _money(text: str) -> Iterator[Money]:
    for found in phrases.MONEY.finditer(text):
        amount = float((found["after"] or found["before"]).replace(",", ""))
        yield Money(min(amount * (1000 if found["k"] or found["k2"] else 1), _MOST), found[0].strip())


def _things(title: str, vision: str) -> Iterator[str]:
    """Acts named one after another ("Paint the fence, sort the loft, write to Ellen"): at least two, or none."""
    for text in (vision, title.partition(":")[2]):
        parts = [trimmed for part in phrases.SPLIT.split(text) if (trimmed := part.strip().strip(".").strip())]
        acts = [part for part in parts if part.split()[0].lower() in phrases.ACTS and 1 < len(part.split()) <= 9]
        if len(acts) >= 2 and len(acts) >= len(parts) * 0.6:
            yield from dict.fromkeys(acts)
            return
