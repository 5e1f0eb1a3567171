"""What a sentence wants, by the fitted head."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from selfos.intelligence.builtin.intents.features import intent_features, sentence
from selfos.intelligence.builtin.intents.model import Group, Outside, Want, group_of
from selfos.intelligence.builtin.understand.heads import Head, stored_arrays
from selfos.kernel.search.ports import Encoder

VERSION = "1"
_OUTSIDE: dict[str, Outside] = {
    "outside_calls": "calls",
    "outside_messages": "messages",
    "outside_music": "music",
    "outside_house": "house",
    "outside_payments": "payments",
    "outside_bank": "bank",
    "outside_weather": "weather",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The likeliest want with its probability; `others` are the next ones, likeliest first."""

    want: Want
    outside: Outside | None
    confidence: float
    others: tuple[Want, ...]
    found_by: str

    @property
    def group(self) -> Group:
        return group_of(self.want, self.outside)


def judge(texts: Sequence[str], encoder: Encoder | None) -> list[Verdict]:
    """One verdict per text, by one call of the encoder; by the words alone where there is none."""
    family = "minilm" if encoder else "rules"
    head = _head(family)
    vectors = encoder.encode([sentence(text) for text in texts]) if encoder else None
    chances = head.judge([intent_features(text) for text in texts], vectors)
    return [_verdict(head, row.tolist(), f"{family}-intents@{VERSION}") for row in chances]


def _verdict(head: Head, chances: list[float], found_by: str) -> Verdict:
    ranked = sorted(zip(chances, head.labels, strict=True), reverse=True)
    (chance, label), rest = ranked[0], ranked[1:4]
    return Verdict(
        _want(label), _OUTSIDE.get(label), round(chance, 3), tuple(_want(name) for _, name in rest), found_by
    )


def _want(label: str) -> Want:
    return Want.OUTSIDE if label in _OUTSIDE else Want(label)


@cache
def _head(family: str) -> Head:
    return Head.of(stored_arrays(__package__), f"{family}/intent")
