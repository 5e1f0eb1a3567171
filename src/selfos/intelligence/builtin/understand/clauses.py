"""Cuts a text into clauses: the smallest pieces that may hold one act each.

The cut goes line, sentence, list item, bracket, coordination. Every clause keeps its span in the text and what
its surroundings say about it: the heading it stands under, whether it is ticked off, quoted or bracketed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from selfos.intelligence.builtin.understand.findings import Span
from selfos.intelligence.builtin.understand.lexicon import pattern
from selfos.intelligence.builtin.understand.verbs import is_act_verb, opens_with_act


@dataclass(frozen=True, slots=True)
class Clause:
    start: int
    end: int
    text: str
    sentence: int
    line: int = 0
    heading: str = ""
    bullet: bool = False
    ticked: bool = False
    bracketed: bool = False
    quoted: bool = False
    asked: bool = False
    first: bool = True
    is_heading: bool = False

    @property
    def span(self) -> Span:
        return (self.start, self.end)


_BULLET = pattern("clauses", "bullet")
_NUMBERED = re.compile(r"^[ \t]*\d{1,2}\s+(?=[A-Za-z])", re.MULTILINE)
_TICKED = re.compile(r"\[[xX✓]\]|[☑✓✔✅]")
_INLINE_NUMBER = re.compile(r"(?<=[\s:,;])(?=\(?\d{1,2}\)\s?[A-Za-z])")
_STOP = pattern("clauses", "stop")
_BRACKET = re.compile(r"\(([^()\n]{3,})\)")
_HEADING = re.compile(r"^([^:\n]{2,60}):(?=\s)")
_QUOTE = pattern("clauses", "quote")
_JOINT = pattern("clauses", "joint")
_LIST_HEADING = pattern("clauses", "list heading")
#: Headings whose list is one errand rather than several acts.
ONE_ERRAND = pattern("clauses", "one errand")
_HEDGE = pattern("clauses", "hedge")
_SUBJECT = pattern("clauses", "subject")
_COLLECTS = re.compile(r"(?:buy|get|pack|bring|order|take|fetch|pick up|need|find)\b", re.IGNORECASE)
#: What is cut off at both ends of a clause: blanks, dashes, arrows, joints.
_EDGES = " \t\r\n,;:-\u2013\u2014|/&+=>\u2192"
_SETTLED = re.compile(r"(?:did|done|sorted|booked|sent|paid|fixed|finished|cancelled|✓|✔|✅|ok\b|fine)", re.IGNORECASE)
_FETCHES = re.compile(r"(?:ask|ring|call|collect|pick up|return|check|tell|text|book)\b", re.IGNORECASE)
_DATED = pattern("clauses", "dated")
_MORE_TIME = pattern("clauses", "more time")


def split(text: str) -> list[Clause]:
    """The clauses of `text` in their order; every span lies inside the text and holds at least one letter or digit."""
    quotes = [match.span() for match in _QUOTE.finditer(text)]
    clauses = [clause for line in _lines(text) for clause in line]
    told = [replace(c, quoted=_inside(c.span, quotes)) for c in clauses if any(ch.isalnum() for ch in c.text)]
    return [replace(c, ticked=c.ticked or _is_settled(text, c, after)) for c, after in zip_longest(told, told[1:])]


def _is_settled(text: str, clause: Clause, after: Clause | None) -> bool:
    """ "Ring the bank -> done": the status behind an arrow."""
    arrow = after is not None and re.search(r"→|->|=>", text[clause.end : after.start])
    return bool(arrow and after and _SETTLED.match(after.text))


def _inside(span: Span, quotes: list[Span]) -> bool:
    return any(start <= span[0] + 1 and span[1] - 1 <= end for start, end in quotes)


def _lines(text: str) -> Iterator[list[Clause]]:
    heading, offset, sentence = "", 0, 0
    mark = _NUMBERED if len(_NUMBERED.findall(text)) >= 2 else _BULLET
    for number, line in enumerate(text.splitlines(keepends=True)):
        found = list(_sentences(line, offset, sentence, heading, mark))
        if found:
            sentence = found[-1].sentence + 1
            if line.rstrip().endswith(":"):
                heading = line.strip().rstrip(":")
        elif not line.strip():
            heading = ""
        yield [replace(clause, line=number) for clause in found]
        offset += len(line)


def _sentences(line: str, offset: int, sentence: int, heading: str, mark: re.Pattern[str]) -> Iterator[Clause]:
    for start, end in _pieces(line, _INLINE_NUMBER):
        bullet = mark.match(line, start, end) or _BULLET.match(line, start, end)
        ticked = bool(bullet and _TICKED.search(bullet.group()))
        here = bullet.end() if bullet else start
        under = heading
        for left, right in _pieces(_without_brackets(line[:end]), _STOP, here):
            under = heading
            head = _HEADING.match(line[left:right].lstrip())
            asked = line[left:right].rstrip(" \"'\u201d\u2019)").endswith("?")
            base = Clause(left, right, line, sentence, heading=under, bullet=bool(bullet), ticked=ticked, asked=asked)
            if head and _is_heading(head.group(1)):
                under = head.group(1)
                cut = line.index(":", left) + 1
                yield _clause(replace(base, start=left, end=cut, is_heading=True), offset)
                base = replace(base, start=cut, heading=under, first=False)
            yield from _unbracketed(base, offset)
            sentence += 1
        if bullet is None and under != heading:
            heading = under


def _without_brackets(line: str) -> str:
    """The line with every bracket's inside made plain, so that no sentence ends in there."""
    return _BRACKET.sub(lambda match: "(" + "_" * (len(match.group()) - 2) + ")", line)


def _is_heading(words: str) -> bool:
    return len(words.split()) <= 8 and not re.search(r"\d$", words)


def _pieces(line: str, cut: re.Pattern[str], start: int = 0) -> Iterator[Span]:
    for match in cut.finditer(line, start):
        if match.end() > start:
            yield (start, match.end())
        start = match.end()
    if start < len(line):
        yield (start, len(line))


def _unbracketed(base: Clause, offset: int) -> Iterator[Clause]:
    line, start = base.text, base.start
    brackets = list(_BRACKET.finditer(line, base.start, base.end))
    outer = list(line)
    for bracket in brackets:
        outer[bracket.start() : bracket.end()] = " " * len(bracket.group())
    found = list(_coordinated(replace(base, text="".join(outer), start=start), offset, line))
    for bracket in brackets:
        inner = replace(base, bracketed=True, first=False, asked="?" in bracket.group())
        pieces = _pieces(line[: bracket.end() - 1], _STOP, bracket.start() + 1)
        found += [_clause(replace(inner, start=left, end=right), offset) for left, right in pieces]
    if line[: base.end].rstrip().endswith(":"):
        found = [replace(c, is_heading=True) for c in found]
    yield from sorted((c for c in found if c.text), key=lambda c: c.start)


def _coordinated(base: Clause, offset: int, line: str) -> Iterator[Clause]:
    """Cuts where what follows a comma or conjunction can stand alone: an act, or a subject with its verb."""
    blank, start, first = base.text, base.start, base.first
    errand = bool(ONE_ERRAND.search(base.heading))
    listed = bool(_LIST_HEADING.search(base.heading)) and not errand and not base.bullet
    for joint in _JOINT.finditer(blank, base.start, base.end):
        left, right = blank[start : joint.start()], blank[joint.end() : base.end]
        if joint.start() > start and (
            listed
            or _both_dated(left, right)
            or _stands_alone(right, errand=errand, lenient=_is_followed_by_acts(left))
        ):
            yield _clause(replace(base, text=line, start=start, end=joint.start(), first=first), offset)
            start, first = joint.end(), False
    yield _clause(replace(base, text=line, start=start, first=first), offset)


def _both_dated(left: str, right: str) -> bool:
    """ "plans by 2:30, grades by friday": two things, each with its own time."""
    upcoming = _JOINT.split(right, maxsplit=1)[0]
    return (
        bool(_DATED.search(left) and _DATED.search(upcoming))
        and len(upcoming.split()) > 2
        and not _MORE_TIME.match(right)
    )


def _stands_alone(rest: str, *, errand: bool, lenient: bool) -> bool:
    hedge = _HEDGE.match(rest)
    rest = rest[hedge.end() :] if hedge else rest
    if _SUBJECT.match(rest):
        return True
    if errand:
        return bool(_FETCHES.match(rest))
    return opens_with_act(rest) or (
        lenient and bool(re.match(r"[\w-]+ \w", rest)) and is_act_verb(rest.split(" ", 1)[0])
    )


def _is_followed_by_acts(left: str) -> bool:
    """After a date, or after an act that collects nothing, a word that may be a verb is taken for one."""
    return bool(_DATED.search(left)) or (opens_with_act(left.strip()) and not _COLLECTS.match(left.strip()))


def _clause(base: Clause, offset: int) -> Clause:
    raw = base.text[base.start : base.end]
    left = len(raw) - len(raw.lstrip(_EDGES + "."))
    right = len(raw.rstrip(_EDGES))
    start, end = base.start + left, base.start + max(left, right)
    return replace(base, start=offset + start, end=offset + end, text=base.text[start:end])
