"""A small grammar over tokens: a rule is a pattern of words, senses and other rules, and a function for its value.

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
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from .tokens import Token

Captured = tuple[Any, ...]
Ends = Sequence[tuple[int, Captured]]
Builder = Callable[..., Any]
B = TypeVar("B", bound=Builder)
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
    """A pattern; it matches in several ways, each (position after it, captured values), the longest first."""

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
            return ((at + 1, (word,) if self.captured else ()),)
        return ()

    def starts(self) -> frozenset[str] | None:
        return self.words


@dataclass(frozen=True, slots=True)
class Named(Node):
    name: str
    grammar: "Grammar"

    def match(self, reading: Reading, at: int) -> Ends:
        return [(end, (value,)) for end, value in self.grammar.at(self.name, reading, at)]

    def starts(self) -> frozenset[str] | None:
        return self.grammar.starts(self.name)


@dataclass(frozen=True, slots=True)
class Chain(Node):
    nodes: tuple[Node, ...]

    def match(self, reading: Reading, at: int) -> Ends:
        ways: Ends = [(at, ())]
        for node in self.nodes:
            ways = [(end, said + more) for place, said in ways for end, more in node.match(reading, place)]
            if not ways:
                break
        return ways

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
        return [*self.node.match(reading, at), (at, (None,) * self.captures)]

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
            found = self.node.match(reading, place) if place is not None else ()
            if not found:
                break
            at, items = found[0][0], items + found[0][1]
            ways.append((at, (items,)))
        return (ways[1:] if self.separated else ways)[::-1]

    def _after_separator(self, reading: Reading, at: int) -> int | None:
        place = at
        while place < min(at + 2, len(reading.tokens)) and reading.tokens[place].text in SEPARATORS:
            place += 1
        return None if self.separated and place == at else place

    def starts(self) -> frozenset[str] | None:
        return self.node.starts()


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, ready to match, and what builds its value."""

    node: Node
    build: Builder


class Rules:
    """The rules of one name in their order, found by the words and senses they can begin with."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self._by_start: dict[str, set[int]] = defaultdict(set)
        self._anywhere: set[int] = set()
        for number, rule in enumerate(rules):
            first = rule.node.starts()
            if first is None:
                self._anywhere.add(number)
            for start in first or ():
                self._by_start[start].add(number)
        self.starts = None if self._anywhere else frozenset(self._by_start)
        self._found: dict[tuple[str, ...], list[Rule]] = {}

    def at(self, token: Token) -> list[Rule]:
        """Those that may begin with this token."""
        starts = tuple(start for start in (token.text, *token.senses) if start in self._by_start)
        if starts not in self._found:
            numbers = self._anywhere.union(*(self._by_start[start] for start in starts))
            self._found[starts] = [self._rules[number] for number in sorted(numbers)]
        return self._found[starts]


class Grammar:
    """Rules by name. A name without rules stands for the sense of a single token."""

    def __init__(self) -> None:
        self._patterns: dict[str, list[tuple[str, Builder]]] = defaultdict(list)
        self._ready: dict[str, Rules] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that some pattern names."""
        patterns = (pattern for rules in self._patterns.values() for pattern, _ in rules)
        return frozenset(word for pattern in patterns for word in re.findall(r"[^\W\d_]+(?:'[a-z]+)*", pattern))

    def rule(self, name: str, *patterns: str) -> Callable[[B], B]:
        """Register a builder, called with the frame and what the pattern captured; its None means "not this"."""

        def register(build: B) -> B:
            self._patterns[name].extend((pattern, build) for pattern in patterns)
            return build

        return register

    def at(self, name: str, reading: Reading, at: int) -> tuple[tuple[int, Any], ...]:
        """Every (end, value) of the rule or sense at this token, the longest first."""
        if at >= len(reading.tokens):
            return ()
        if name not in self._patterns:
            senses = reading.tokens[at].senses
            return ((at + 1, senses[name]),) if name in senses else ()
        found = reading.memo.get((name, at))
        if found is None:
            found = reading.memo[name, at] = self._search(name, reading, at)
        return found

    def _search(self, name: str, reading: Reading, at: int) -> tuple[tuple[int, Any], ...]:
        ways: dict[int, Any] = {}
        for rule in self._rules(name).at(reading.tokens[at]):
            for end, captured in rule.node.match(reading, at):
                if end not in ways and (value := rule.build(reading.frame, *captured)) is not None:
                    ways[end] = value
        return tuple(sorted(ways.items(), key=lambda way: -way[0]))

    def _rules(self, name: str) -> Rules:
        if name not in self._ready:
            patterns = self._patterns[name]
            self._ready[name] = Rules([Rule(_Pattern(text, self).parse(), build) for text, build in patterns])
        return self._ready[name]

    def starts(self, name: str) -> frozenset[str] | None:
        """Words and senses that the rule can begin with; None when it can match nothing at all."""
        return self._rules(name).starts if name in self._patterns else frozenset({name})


class _Pattern:
    """Reads the pattern language into nodes."""

    def __init__(self, pattern: str, grammar: Grammar) -> None:
        self.pieces = [piece.strip() for piece in PIECE.findall(pattern)]
        self.grammar = grammar
        self.place = 0

    def parse(self) -> Chain:
        nodes: list[Node] = []
        while self.place < len(self.pieces) and self.pieces[self.place] != ")":
            nodes.append(self._suffixed(self._single()))
        return Chain(tuple(nodes))

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
    if isinstance(node, Chain):
        return sum(_captures(inner) for inner in node.nodes)
    if isinstance(node, Optional):
        return node.captures
    if isinstance(node, Words):
        return int(node.captured)
    return 1


GRAMMAR = Grammar()
rule = GRAMMAR.rule
