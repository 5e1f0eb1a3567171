"""Word lists, read once from the `data` folder: one entry per line or several per line, `#` starts a comment."""

import re
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


@cache
def listed(name: str) -> dict[str, tuple[str, ...]]:
    """Lines of the form `key: entry entry`."""
    pairs = (line.split(":", 1) for line in _lines(name))
    return {key.strip(): tuple(entries.split()) for key, entries in pairs}


@cache
def keyed(name: str) -> dict[str, str]:
    """Lines of the form `key: entry entry`, each entry to its key; case counts."""
    return {entry: key for key, entries in listed(name).items() for entry in entries}


def pattern(part: str, name: str, *, package: str = __package__) -> re.Pattern[str]:
    """A regular expression, case ignored, from the file `patterns_<part>` of a package."""
    return re.compile(_patterns(part, package)[name], re.IGNORECASE)


@cache
def _patterns(part: str, package: str) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""
    for line in _read(f"patterns_{part}", package).splitlines():
        if line.startswith("  "):
            found[name] += line[2:]
        elif line and not line.startswith("#"):
            name, _, start = line.partition(": ")
            found[name] = start
    return found


def _lines(name: str) -> list[str]:
    return [line.strip() for line in _read(name).splitlines() if line.strip() and not line.startswith("#")]


def _read(name: str, package: str = __package__) -> str:
    return (files(package) / "data" / f"{name}.txt").read_text(encoding="utf-8")
