"""Who is who: "my sister Ana", "Tomás (Ana's husband)", "his name is Biscuit"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from selfos.intelligence.builtin.remembering.lexicon import alternatives

KIN: Final = alternatives("kin")
_CAP: Final = "[A-Z\u00c0-\u00de]"
NAME: Final = rf"{_CAP}[\w-]+(?:['\u2019](?!s\b)[\w-]+)*(?: {_CAP}[\w-]+)?"
_OWNER: Final = rf"(?P<owner>[Mm]y|[Oo]ur|{NAME}['\u2019]s)"
_AND: Final = rf"(?P<name>{NAME}(?: and {NAME})?)"
_AGED: Final = "(?:new |old |older |elder |little |younger |big |late )*"
_NOT_NAMES: Final = frozenset(
    """I I'm The A An My Our We He She They It Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
    February March April May June July August September October November December Mr Mrs Ms Dr Prof Today Now Great So
    God OK""".split()
)
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_OWNER} {_AGED}(?P<kin>{KIN}) {_AND}\b(?!['\u2019]s (?:is|was)\b)",
        rf"\b{_OWNER} {_AGED}(?P<kin>{KIN}),? (?:is|are|was) (?:called |named ){_AND}",
        rf"\b{_OWNER} (?P<kin>{KIN})['\u2019]s name is {_AND}",
        rf"\b(?P<name>{NAME}),? \((?:who is |that's )?{_OWNER} {_AGED}(?P<kin>{KIN})\)",
        rf"\b(?P<name>{NAME}),? (?:is|was|,) {_OWNER} {_AGED}(?P<kin>{KIN})\b",
        rf"\b(?P<name>{NAME}), (?P<owner>my|our) (?P<kin>{KIN})\b",
        rf"\b(?P<owner>his|her) (?:new )?(?P<kin>girlfriend|boyfriend|wife|husband|partner|fianc\u00e9e?) {_AND}",
    )
)
_CALLED: Final = re.compile(rf"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) names? (?:is|are) {_AND}")
_CHILD: Final = re.compile(rf"\bhad (?:her|his|their|a) (?:baby|son|daughter)\b.{{0,40}}?, {_AND}(?=[.!,]|$)")
_PARTED: Final = re.compile(
    rf"(?P<a>{NAME}) and (?:I|me) (?:broke up|split up|got divorced|separated)|(?:broke up|split up) with (?P<b>{NAME})"
)


class Kinship(NamedTuple):
    """`name` is `kin` of `owner`; an owner of "his" or "her" is somebody named before."""

    owner: str
    kin: str
    name: str


def kinships(text: str) -> Iterator[Kinship]:
    """Who is who in a sentence, each once."""
    seen = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            owner, name = re.sub(r"['\u2019]s$", "", match["owner"]), match["name"]
            mine = owner.casefold() in {"my", "our"}
            if name.split()[0] in _NOT_NAMES or (owner in _NOT_NAMES and not mine) or (name, match["kin"]) in seen:
                continue
            seen.add((name, match["kin"]))
            yield Kinship("me" if mine else owner, match["kin"], name)


def called(text: str) -> str | None:
    """The name in "his name is Biscuit"."""
    return _name(_CALLED.search(text), "name")


def child(text: str) -> str | None:
    """The name in "had her baby this morning, a girl, Inês"."""
    return _name(_CHILD.search(text), "name")


def parted(text: str) -> str | None:
    """The name in "Marta and I broke up"."""
    match = _PARTED.search(text)
    return _name(match, "a") or _name(match, "b")


def _name(match: re.Match[str] | None, group: str) -> str | None:
    return match[group] if match and match[group] and match[group] not in _NOT_NAMES else None
