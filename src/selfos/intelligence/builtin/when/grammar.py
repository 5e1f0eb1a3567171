"""A small grammar over tokens: rules are patterns of words, senses and other rules, with a function that builds the value.

Pattern language:

    word          that word or mark                 in|on        either word
    {next|last}   a word, captured                  <month>      a sense or another rule, captured
    x?            optional (captures None)          (a b)        a group
    <x>+          one to eight, captured as a tuple; a comma or "and" may stand between
    <x>&          two to eight with a comma or "and" between each

A rule never refers to itself, so every match has a bounded length and reading is linear in the text.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from .tokens import Token

Captured = tuple[Any, ...]
Ends = Iterator[tuple[int, Captured]]
Builder = Callable[..., Any]
SEPARATORS = frozenset({",", "and", "&", "or", "/"})
LONGEST_LIST = 8
PIECE = re.compile(r"\(|\)|\?|\+|\s+&(?=\s)|&|<[\w-]+>|\{[^}]+\}|[^\s()?+&<>{}]+")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a reading depends on besides the words; past says that a date without a year is the latest one."""

    now: datetime
    past: bool = False

    @property
    def today(self) -> date:
        return self.now.date()


@dataclass(slots=True)
class Reading:
    """One text being read: its tokens, the frame, and what was found at each place so far."""

    tokens: list[Token]
    frame: Frame
    memo: dict[tuple[str, int], tuple[tuple[int, Any], ...]] = field(default_factory=dict)


class Node:
    """A pattern; yields (position after it, captured values), the longest way first."""

    def match(self, reading: Reading, at: int) -> Ends:
        raise NotImplementedError

    def starts(self) -> frozenset[str] | None:
        """Words and senses that it can begin with; None when it can match nothing at all."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Words(Node):
    words: frozenset[str]
    captured: bool = False

    def match(self, reading: Reading, at: int) -> Ends:
        if at < len(reading.tokens) and (word := reading.tokens[at].text) in self.words:
            yield at + 1, ((word,) if self.captured else ())

    def starts(self) -> frozenset[str] | None:
        return self.words


@dataclass(frozen=True, slots=True)
class Named(Node):
    name: str
    grammar: "Grammar"

    def match(self, reading: Reading, at: int) -> Ends:
        for end, value in self.grammar.at(self.name, reading, at):
            yield end, (value,)

    def starts(self) -> frozenset[str] | None:
        return self.grammar.starts(self.name)


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    nodes: tuple[Node, ...]

    def match(self, reading: Reading, at: int) -> Ends:
        return self._rest(reading, at, 0)

    def _rest(self, reading: Reading, at: int, index: int) -> Ends:
        if index == len(self.nodes):
            yield at, ()
            return
        for middle, captured in self.nodes[index].match(reading, at):
            for end, rest in self._rest(reading, middle, index + 1):
                yield end, captured + rest

    def starts(self) -> frozenset[str] | None:
        found: frozenset[str] = frozenset()
        for node in self.nodes:
            first = node.starts()
            if first is not None:
                return found | first
            found |= node.inner_starts() if isinstance(node, Optional) else frozenset()
        return None


@dataclass(frozen=True, slots=True)
class Optional(Node):
    node: Node
    captures: int

    def match(self, reading: Reading, at: int) -> Ends:
        yield from self.node.match(reading, at)
        yield at, (None,) * self.captures

    def starts(self) -> frozenset[str] | None:
        return None

    def inner_starts(self) -> frozenset[str]:
        return self.node.starts() or frozenset()


@dataclass(frozen=True, slots=True)
class Listed(Node):
    node: Named
    separated: bool

    def match(self, reading: Reading, at: int) -> Ends:
        ways: list[tuple[int, Captured]] = []
        items: Captured = ()
        while len(items) < LONGEST_LIST:
            place = self._after_separator(reading, at) if items else at
            found = next(self.node.match(reading, place), None) if place is not None else None
            if found is None:
                break
            at, items = found[0], items + found[1]
            ways.append((at, (items,)))
        yield from reversed(ways[1:] if self.separated else ways)

    def _after_separator(self, reading: Reading, at: int) -> int | None:
        place = at
        while place < min(at + 2, len(reading.tokens)) and reading.tokens[place].text in SEPARATORS:
            place += 1
        return None if self.separated and place == at else place

    def starts(self) -> frozenset[str] | None:
        return self.node.starts()


@dataclass(slots=True)
class Rule:
    pattern: str
    build: Builder
    node: Node | None = None
    first: frozenset[str] | None = None


class Grammar:
    """Rules by name. A name without rules stands for the sense of a single token."""

    def __init__(self) -> None:
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        self._starts: dict[str, frozenset[str] | None] = {}

    def rule(self, name: str, *patterns: str) -> Callable[[Builder], Builder]:
        """Register a builder, called with the frame and what the pattern captured; its None means "not this"."""

        def register(build: Builder) -> Builder:
            self._rules[name].extend(Rule(pattern, build) for pattern in patterns)
            return build

        return register

    def at(self, name: str, reading: Reading, at: int) -> tuple[tuple[int, Any], ...]:
        """Every (end, value) of the rule or sense at this token, the longest first."""
        if at >= len(reading.tokens):
            return ()
        token = reading.tokens[at]
        if name not in self._rules:
            return ((at + 1, token.senses[name]),) if name in token.senses else ()
        found = reading.memo.get((name, at))
        if found is None:
            found = reading.memo[name, at] = self._search(name, reading, at, token)
        return found

    def _search(self, name: str, reading: Reading, at: int, token: Token) -> tuple[tuple[int, Any], ...]:
        ways: dict[int, Any] = {}
        for rule in self._rules[name]:
            node, first = self._ready(rule)
            if first is not None and token.text not in first and first.isdisjoint(token.senses):
                continue
            for end, captured in node.match(reading, at):
                if end not in ways and (value := rule.build(reading.frame, *captured)) is not None:
                    ways[end] = value
        return tuple(sorted(ways.items(), key=lambda way: -way[0]))

    def _ready(self, rule: Rule) -> tuple[Node, frozenset[str] | None]:
        if rule.node is None:
            rule.node = _Pattern(rule.pattern, self).parse()
            rule.first = rule.node.starts()
        return rule.node, rule.first

    def may_start(self, name: str, token: Token) -> bool:
        first = self.starts(name)
        return first is None or token.text in first or not first.isdisjoint(token.senses)

    def starts(self, name: str) -> frozenset[str] | None:
        """Words and senses that the rule can begin with; None when it can match nothing at all."""
        if name not in self._rules:
            return frozenset({name})
        if name not in self._starts:
            firsts = [self._ready(rule)[1] for rule in self._rules[name]]
            known = [first for first in firsts if first is not None]
            self._starts[name] = frozenset().union(*known) if len(known) == len(firsts) else None
        return self._starts[name]


class _Pattern:
    """Reads the pattern language into nodes."""

    def __init__(self, pattern: str, grammar: Grammar) -> None:
        self.pieces = [piece.strip() for piece in PIECE.findall(pattern)]
        self.grammar = grammar
        self.place = 0

    def parse(self) -> Sequence:
        nodes: list[Node] = []
        while self.place < len(self.pieces) and self.pieces[self.place] != ")":
            nodes.append(self._suffixed(self._single()))
        return Sequence(tuple(nodes))

    def _single(self) -> Node:
        piece = self.pieces[self.place]
        self.place += 1
        if piece == "(":
            group = self.parse()
            self.place += 1
            return group
        if piece[0] == "<":
            return Named(piece[1:-1], self.grammar)
        if piece[0] == "{":
            return Words(frozenset(piece[1:-1].split("|")), captured=True)
        return Words(frozenset(piece.split("|")))

    def _suffixed(self, node: Node) -> Node:
        suffix = self.pieces[self.place] if self.place < len(self.pieces) else ""
        if suffix in ("+", "&") and isinstance(node, Named):
            self.place += 1
            return self._suffixed(Listed(node, separated=suffix == "&"))
        if suffix == "?":
            self.place += 1
            return Optional(node, _captures(node))
        return node


def _captures(node: Node) -> int:
    if isinstance(node, Sequence):
        return sum(_captures(inner) for inner in node.nodes)
    if isinstance(node, Optional):
        return node.captures
    if isinstance(node, Words):
        return int(node.captured)
    return 1


GRAMMAR = Grammar()
rule = GRAMMAR.rule
