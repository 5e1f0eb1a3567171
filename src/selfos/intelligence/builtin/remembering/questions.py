"""What a question asks: for whom or when or how much, about which words, and about which time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from selfos.intelligence.builtin.remembering.lexicon import pattern
from selfos.intelligence.builtin.remembering.words import names, term_of, terms
from selfos.intelligence.builtin.when import find_all, find_period

Form = Literal["who", "where", "when", "amount", "whether", "what"]
Days = tuple[date, date]

_FORMS: Final[Mapping[Form, re.Pattern[str]]] = {
    "when": pattern(r"""
        when|since\x20when|until\x20when|how\x20long\x20ago|what\x20(?:day|date|month|year)\b
        |(?:on\x20)?wh(?:at|ich)\x20(?:days?|date|month|year)\b"""),
    "who": re.compile(r"(?:who|whose|whom)\b", re.IGNORECASE),
    "where": pattern(r"""
        where|(?:in\x20|at\x20)?(?:which|what)\x20(?:city|town|country|place|street|school|bank|room)\b"""),
    "amount": pattern(r"""
        how\x20(?:much|many|long|often|old|big|tall|heavy|far|fast)|what\x20(?:size|number|time)\b
        |what(?:'s|\x20is|\x20was|\x20are|\x20were)\x20(?:my|our|the|his|her)(?:\x20[\w'\u2019-]+)*?
        \x20(?:time|score|number|weight|size|result|price|code|pin)\b"""),
    "whether": re.compile(r"(?:do|does|did|am|is|are|was|were|have|has|had|can|will)\b", re.IGNORECASE),
}
_EVENT: Final = re.compile(
    r"\b(?P<side>before|after|since|until|when|while)\s+(?P<clause>(?:i|we|he|she|they|my|our|the)\b[^?.!]+)",
    re.IGNORECASE,
)
_WHEN_DID: Final = re.compile(r"\bwhen (?:did|was|were|have|has|will|do|does|is|are)\b", re.IGNORECASE)
_ASKING: Final = pattern(r"""
    ^(?:(?:on|in|at|since|until|for)\x20)?(?:(?:what|which)\x20(?:days?|date|time|year|month)
    |what(?:'s|\x20is|\x20are|\x20was|\x20were)?|which|who(?:'s|se|m)?|when|where|why
    |how(?:\x20much|\x20many|\x20long|\x20often|\x20old|\x20fast)?)\b""")
_I_SAID: Final = re.compile(
    r"\b(?:did|have) i (?:say|said|write|note|noted|mention|tell you) ?(?:about)?", re.IGNORECASE
)
_PAST: Final = re.compile(r"\b(?:did|was|were|had|used to|last)\b", re.IGNORECASE)
_MINE: Final = re.compile(r"\b(?:i|i'm|i've|my|mine|me|we|our|us)\b", re.IGNORECASE)
_LATELY: Final = re.compile(r"\b(?:recently|lately|these days|(?:have|has) \w+ been)\b", re.IGNORECASE)
_LATELY_SPAN: Final = timedelta(days=30)
_FIRST: Final = re.compile(r"\bfirst\b", re.IGNORECASE)
_LAST: Final = re.compile(r"\b(?:last|latest|most recent(?:ly)?|newest)\b", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"\b(?:stop|stopped|quit|leave|left|end|ended|sell|sold|give up|gave up|break up|lose|get rid)\b", re.IGNORECASE
)
_CALLED: Final = re.compile(r"\b(?:name of|name|called|named)\b", re.IGNORECASE)
_DOES: Final = re.compile(
    r"what (?:do|does|did) .{1,60} do(?: for a living| for work| professionally)?\s*\?*$", re.IGNORECASE
)
OCCUPATION: Final = "occupation"
"""Stands among the terms of a question for what somebody does."""
_SAID: Final = re.compile(
    r"\bwhat (?:did|have|had) i (?:say|said|write|written|note|noted|tell you|told you|mention)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read. `names` are of those it is about; `days` the time asked about, first and last, None for now.

    `event` names a time by what happened: on which side of it, and what. `ends`: it asks how long something held.
    `said`: it asks for all that was told, in its own words.
    """

    text: str
    form: Form
    terms: tuple[str, ...]
    names: tuple[str, ...]
    mine: bool
    past: bool
    first: bool
    last: bool
    ends: bool
    said: bool
    days: Days | None = None
    event: tuple[str, str] | None = None


def read_question(text: str, now: datetime) -> Question:
    """What a question asks. `now` is the person's local time."""
    text = " ".join(text.split())
    event = None if _WHEN_DID.match(text) else _EVENT.search(text)
    about = text[: event.start()] + text[event.end() :] if event else text
    days, about = _days(about, now)
    lately = days is None and bool(_LATELY.search(about))
    if lately:
        days = (now.date() - _LATELY_SPAN, now.date())
    return Question(
        text=text,
        form=_form(text),
        terms=tuple(dict.fromkeys((*terms(_unasked(about)), *([term_of(OCCUPATION)] if _DOES.match(text) else [])))),
        names=tuple(names(about)),
        mine=bool(_MINE.search(about)),
        past=bool(_PAST.search(about)),
        first=bool(_FIRST.search(about)),
        last=bool(_LAST.search(about)),
        ends=bool(_ENDS.search(about)),
        said=lately or bool(_SAID.search(text)),
        days=days,
        event=(event["side"].casefold(), event["clause"]) if event else None,
    )


def _form(text: str) -> Form:
    form: Form = next((name for name, signs in _FORMS.items() if signs.match(text)), "what")
    return "who" if form == "what" and _CALLED.search(text) else form


def _days(text: str, now: datetime) -> tuple[Days | None, str]:
    """The days a question names, and the question without them."""
    mentions = [m for m in find_all(text, now) if m.when.day_said and (m.when.start or m.when.end) and not m.when.rrule]
    year = re.search(r"\b(?:in|since|during|of) ((?:19|20)\d\d)\b", text)
    if not mentions and year:
        return (date(int(year[1]), 1, 1), date(int(year[1]), 12, 31)), text[: year.start()] + text[year.end() :]
    days = find_period(text, now) if mentions else None
    for mention in reversed(mentions):
        text = text[: mention.start] + text[mention.end :]
    return (min(days), max(days)) if days else None, text


def _unasked(text: str) -> str:
    """A question without the words that only make it one."""
    return _I_SAID.sub("", _ASKING.sub("", text, count=1))
