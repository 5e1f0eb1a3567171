"""Things with a name and a value: "my phone number is …", "dentist: Dr Sato", "rent goes up to 1,040"."""

import re
from typing import Final

from selfos.intelligence.builtin.remembering.claims import ME
from selfos.intelligence.builtin.remembering.lexicon import alternatives, pattern

_ROLES: Final = rf"(?:[a-z]+ )?(?:{alternatives('roles')})"
_CODES, _MEASURES, _DAYS = alternatives("codes"), alternatives("measures"), alternatives("days")
_PLACES, _NAMES = alternatives("places"), alternatives("names")
_LABEL: Final = rf"(?:{alternatives('favourites')}|{_ROLES}|{_CODES}|{_MEASURES}|{_DAYS}|{_PLACES}|{_NAMES})"

_CAP: Final = "[A-Z\u00c0-\u00de]"
_OWNER: Final = (
    rf"(?P<owner>my|our|the|his|her|(?-i:{_CAP}[\w-]+(?: {_CAP}[\w-]+)?)['\u2019]s|(?:my|the) [\w-]+['\u2019]s)"
)
_WHERE: Final = rf"(?: (?P<where>(?:at|of|for|in) (?:the |my |our )?[\w'\u2019]+(?: {_CAP}[\w-]+)?))?"
_VALUE: Final = (
    r"(?P<value>[^;!?\n]+?)(?=$|[;!?\n]|\.(?:\s|$)|,\s| since | because | but | until "
    r"| and (?:I|we|he|she|they|it|nobody|everyone|that)\b)"
)
_IS: Final = (
    r"(?:\s*(?:(?:is|are|was)(?: now| still| on| called| named| with| at)*|=|:|now"
    r"|(?:has )?(?:changed|changes|switched|moved|moves|went|goes|rose|rises|fell|dropped|gone|going)"
    r"(?: up| down| over)? to"
    r"|(?:is|was) (?:changed|moved|raised|lowered) to)\s+|\s+(?=\d))"
)
_TITLED: Final = rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sr|Sister|Father|St)\.? )?{_CAP}[\w'\u2019-]*"

PATTERNS: Final = (
    # such as "my new phone number is 07700 900461" and "Key safe code at the cabin: 0913" and "weight 81.2"
    pattern(rf"""(?:^|(?<=[,:(] )|(?<=so )|(?<=now )|(?<=and )(?=(?:his|her)\x20))
        (?:{_OWNER}\x20)?(?:(?:new|current|old|own|main)\x20)*
        (?P<label>{_LABEL}){_WHERE}{_IS}{_VALUE}"""),
    # such as "Hanna is my wife", "Femi is treasurer now", "so now Piotr is my boss"
    pattern(rf"""^(?:(?:so|and|but|now)\x20)*(?P<value>(?-i:{_TITLED}(?:\x20{_CAP}[\w-]+)?))
        \x20(?:is|was|became|becomes|takes\x20over\x20as|took\x20over\x20as)(?:\x20now)?
        \x20(?:{_OWNER}\x20)?(?:new\x20)?(?P<label>{_ROLES}){_WHERE}(?:\x20now)?
        (?=$|[.,;!]|\x20until\x20|\x20since\x20|\x20and\x20|\x20from\x20)"""),
    # such as "changed the code to 5528", "swapped emergency contact to Elif", "renamed the project to Glowworm"
    pattern(rf"""\b(?:changed|switched|swapped|renamed|updated|moved|transferred|set)\x20(?:{_OWNER}\x20)?
        (?P<label>{_LABEL}){_WHERE}(?:\x20from\x20[^.;!?,]+?)?\x20(?:to|over\x20to|into)\x20{_VALUE}"""),
)
_NAMED: Final = re.compile(
    rf"{_TITLED}(?:[ -](?:of |de |da |van |von )?{_CAP}[\w'\u2019-]*)*(?:[ ,]+\+?\d[\d ]{{4,}})?"
)
_FIGURE: Final = re.compile(r"\d")
_NO_VALUE: Final = re.compile(rf"(?:{alternatives('no value')})\b", re.IGNORECASE)
_ON: Final = re.compile(r"on (?:the )?", re.IGNORECASE)


def owner_of(said: str | None) -> str:
    """Whose it is: `me` for the person's own and for what has no owner."""
    if said is None or said.casefold() in {"my", "our", "the"}:
        return ME
    return re.sub(r"^the ", "", re.sub(r"['\u2019]s$", "", said), flags=re.IGNORECASE)


def attribute_of(label: str, where: str | None) -> str:
    """The name of the thing in lower case, with the place that tells it from others."""
    place = re.sub(r"^(?:at|of|for|in) (?:the |my |our )?", "", where.casefold()) if where else ""
    return f"{' '.join(label.casefold().split())} {place}".strip()


def is_day(label: str) -> bool:
    """Whether its value is a day."""
    return re.fullmatch(_DAYS, label, re.IGNORECASE) is not None


def value_of(label: str, said: str) -> str | None:
    """The value alone, where it is of the sort that such a thing has: a person's name, a figure, a day, a place."""
    label, named = label.casefold(), _NAMED.match(said)
    if re.fullmatch(rf"{_ROLES}|{_NAMES}", label):
        return named.group().strip() if named else None
    if _NO_VALUE.match(said) and not _FIGURE.search(said):
        return None
    if re.fullmatch(_MEASURES, label):
        return said if _FIGURE.search(said) and len(said) < 60 else None
    if re.fullmatch(_DAYS, label):
        return _ON.sub("", said, count=1)
    if re.fullmatch(_CODES, label):
        return said if _FIGURE.search(said) or "@" in said or "password" in label else None
    if re.fullmatch(_PLACES, label):
        return said if named or label == "shift" else None
    return said if len(said.split()) <= 8 else None
