"""What a text claims of a life, before it is kept."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from selfos.kernel.vocabulary import Sensitivity

What = Literal["goal", "routine", "preference", "reflection", "achievement", "fact", "person"]

ME: Final = "me"
"""The subject of what the person says about themselves."""

FOUND_BY: Final = "rules@1"
"""Who finds what is found by rules."""

ANY: Final = "any"
"""The attribute of a claim that something of a name has ended, whatever it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that a text says of somebody.

    `attribute` is what is told of `subject`; where `single`, a later value takes the place of an earlier one. It holds
    from `since` until `until` (excluded). A claim that `ends` says that what it names has ended on the day `until`;
    with the attribute ANY, whatever bears that name. `span` is where it stands in the text, `found_by` who read it.
    """

    what: What
    subject: str
    attribute: str
    value: str
    statement: str
    span: tuple[int, int]
    confidence: float
    single: bool = False
    since: date | None = None
    until: date | None = None
    ends: bool = False
    people: tuple[str, ...] = ()
    sensitive: Sensitivity | None = None
    found_by: str = FOUND_BY
