"""Varied texts of the kinds and lengths (about 20 words) that people capture; the same for a seed, no two alike."""

import json
import random
from collections.abc import Iterator

_OPENINGS = (
    "Long day today.",
    "Walked home through the park after the rain.",
    "Slept badly and it shows.",
    "Good talk with the team about the next release.",
    "The new recipe was a disaster, we ordered pizza.",
    "Read two chapters before breakfast.",
    "The kids built a fort out of every cushion we own.",
    "Budget review went better than I had feared.",
)
_ACTS = (
    "I need to call {who} about the {thing} {when}",
    "buy {thing} for {who} {when}",
    "remind me to send {who} the {thing} by {day}",
    "book the {thing} for {day} at {hour}",
    "don't forget to pay {money} for the {thing} {when}",
    "maybe we could turn the {thing} into something {who} enjoys",
    "met {who} {when}, we spoke about the {thing} for {minutes} minutes",
    "why does the {thing} always break right before {day}?",
    "felt tired after the {thing} but proud of how it went",
    "every {day} at {hour} water the {thing}",
    "{who} spent {money} on the {thing}, which seems a lot",
    "dentist on {day} at {hour}, bring the {thing}",
)
_WHO = ("Anna", "my brother", "Dr. Okafor", "the landlord", "Priya", "mum", "Jonas", "the whole team")
_THINGS = (
    *("insurance papers", "garden", "spreadsheet", "guitar", "train tickets", "kitchen", "presentation", "old bike"),
    *("tax return", "photo album", "boiler", "running shoes", "novel", "vaccination", "mortgage", "workshop"),
)
_WHEN = ("tomorrow", "next week", "this evening", "before the holidays", "on the 14th", "yesterday", "in three days")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def texts(seed: int = 1) -> Iterator[str]:
    """Without end: lines, notes of a few sentences, and journal entries."""
    chosen = random.Random(seed)  # noqa: S311 (reproducible, nothing secret)
    number = 0
    while True:
        number += 1
        parts = [_act(chosen) for _ in range(chosen.choice((1, 1, 1, 1, 2, 2, 4)))]
        if chosen.random() < 0.3:
            parts.insert(0, chosen.choice(_OPENINGS))
        yield f"{'. '.join(parts)} (note {seed}-{number})"


def queries(seed: int = 2) -> Iterator[str]:
    """What somebody might look for in them."""
    chosen = random.Random(seed)  # noqa: S311
    while True:
        yield " ".join(chosen.choice(words) for words in (_WHO, _THINGS, ("", "paid", "call", "broken", "proud of")))


def bodies(seed: int, count: int) -> list[bytes]:
    """JSON bodies of captures."""
    source = texts(seed)
    return [json.dumps({"content": next(source), "source": "bench"}).encode() for _ in range(count)]


def _act(chosen: random.Random) -> str:
    return chosen.choice(_ACTS).format(
        who=chosen.choice(_WHO),
        thing=chosen.choice(_THINGS),
        when=chosen.choice(_WHEN),
        day=chosen.choice(_DAYS),
        hour=f"{chosen.randint(7, 20)}:{chosen.choice(('00', '15', '30'))}",
        money=f"{chosen.randint(5, 900)} euros",
        minutes=chosen.randint(10, 90),
    )
