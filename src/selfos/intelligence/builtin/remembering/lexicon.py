"""The lists and frames of this package, read once from its `data` folder."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def alternatives(name: str) -> str:
    """An entry of `lists.txt`: alternatives, to be put into a group of a regular expression."""
    return entries("lists")[name]


@cache
def entries(file: str) -> Mapping[str, str]:
    """Lines of the form `name: text`, where lines that begin with blanks go on; `#` begins a comment."""
    found: dict[str, str] = {}
    name = ""
    for line in lines(file):
        if line.startswith(" "):
            found[name] += line.strip()
        else:
            name, _, text = line.partition(": ")
            found[name] = text.strip()
    return MappingProxyType(found)


def lines(file: str) -> Iterator[str]:
    """The lines of a file that say something."""
    text = (files(__package__) / "data" / f"{file}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def pattern(text: str) -> re.Pattern[str]:
    """A regular expression over several lines: blanks that only lay it out are written as line ends with indent."""
    return re.compile("".join(line.lstrip() for line in text.splitlines()), re.IGNORECASE)
