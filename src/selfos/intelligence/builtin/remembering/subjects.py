"""Whom a clause is about."""

import re
from dataclasses import dataclass
from typing import Final

from selfos.intelligence.builtin.remembering.claims import ME
from selfos.intelligence.builtin.remembering.lexicon import pattern
from selfos.intelligence.builtin.remembering.people import KIN, NAME

_KIN_NAMES: Final = "Mum|Mom|Mam|Mama|Dad|Papa|Grandma|Gran|Granny|Nan|Nana|Grandpa|Grandad|Oma|Opa|Abuela|Abuelo"
_LEAD: Final = pattern(r"""
    (?:(?:and|but|so|ok|okay|well|also|plus|then|note|fyi|btw|update|news|change\x20of\x20plan|realistic\x20version
    |turns\x20out|great|today|tonight|yesterday|this\x20morning|remember|reminder)[,:]?\x20
    |[A-Z][\w\x20]{2,24}:\x20|[A-Za-z]+\x20news:\x20)*""")
_ME: Final = re.compile(r"(?:I|We|we|i)(?=['\u2019 ])(?P<be>['\u2019](?:m|re)\b)?(?:['\u2019](?:ve|d|ll))?")
_OTHER: Final = re.compile(
    rf"(?:(?P<kin>[Mm]y (?:{KIN})(?: {NAME})?)"
    rf"|(?P<name>(?:{_KIN_NAMES}|(?:Mr|Mrs|Ms|Dr|Prof|Aunt|Uncle)\.? {NAME}|{NAME}))(?: and (?:I|{NAME}))?"
    r"|(?P<pronoun>[Hh]e|[Ss]he))(?=['\u2019 ,])"
)
#: What captures leave out the "I" before.
_BARE: Final = pattern(r"""
    (?:started|finished|completed|passed|won|joined|left|quit|moved|bought|sold|got|gave\x20up|stopped|became|retired
    |graduated|first\x20day|last\x20day|off|decided|training|saving|ran|swam|adopted|promoted|came\x20off|realised
    |realized|learned|learnt|noticed|working|living|studying|prefer|love|hate|switched|enrolled|can't\x20stand|allergic
    |married|changed)\b""")
#: Capitalised at the start of a sentence without being a name.
STARTERS: Final = frozenset(
    """I The A An This That These Those There It What When Where Why How Who If Then Now Today Yesterday Tomorrow Not
    No Yes Just Still My Our We They You Your His Her Their And But So Because After Before First Last Next One Two
    Three Every All Some Any Only Also Got Had Was Is Are Did Do Does Can Could Will Would Should Let Please Why
    Great Good In On At For From With Of To By As Is Being Nobody Everyone Someone Felt Tastes Looks Feels Sounds
    Seems Dinner Lunch Realised Realized Learned Learnt Noticed Bring Buy Call Email Text Ask Tell Book Send Pay
    Check Find Take Get""".split()
)
#: What may stand between a subject and its verb, or before a clause.
ADVERBS: Final = re.compile(
    r"(?:(?:now|just|also|finally|officially|currently|still|both|actually|really|already|recently|today|suddenly|then|"
    r"have|has|'ve|\u2019ve|had|so|ok|okay|well|and) )*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class About:
    """Whom a clause is about (ME, a name, "my sister", or "he"/"she" as they stand), and what it says of them."""

    subject: str
    rest: str

    @property
    def pronoun(self) -> bool:
        return self.subject.casefold() in {"he", "she"}


def about(text: str) -> About | None:
    """Whom a clause is about; None where that cannot be told."""
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    if match := _ME.match(text):
        return About(ME, f"am{text[match.end() :]}" if match["be"] else text[match.end() :].lstrip())
    if _BARE.match(text):
        return About(ME, text)
    match = _OTHER.match(text)
    if match is None or (match["name"] or "").split(" ")[0] in STARTERS:
        return None
    return About(_named(match), text[match.end() :])


def _named(match: re.Match[str]) -> str:
    if match["kin"]:
        words = match["kin"].split()
        return " ".join(words[2:]) if len(words) > 2 and words[2][:1].isupper() else match["kin"].lower()
    return str(match["name"] or match["pronoun"])
