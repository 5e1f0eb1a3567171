"""Word lists, read once from the `data` folder: one entry per line or several per line, `#` starts a comment."""

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """All entries of a list of single words, in lower case."""
    return frozenset(word for line in _lines(name) for word in line.casefold().split())


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The lines of a list whose entries may hold spaces (phrases or regular expressions)."""
    return tuple(_lines(name))


@cache
def mapping(name: str) -> dict[str, tuple[str, ...]]:
    """Lines of the form `key: word word`, turned over: each word to the keys it stands under."""
    found: dict[str, list[str]] = {}
    for line in _lines(name):
        key, _, members = line.partition(":")
        for member in members.casefold().split():
            found.setdefault(member, []).append(key.strip())
    return {word: tuple(keys) for word, keys in found.items()}


def _lines(name: str) -> list[str]:
    text = (files(__package__) / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
