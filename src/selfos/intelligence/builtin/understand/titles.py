"""Turns a clause into a title: the act in the imperative, in the words of the text, without its date."""

import re

from selfos.intelligence.builtin.understand import lexicon
from selfos.intelligence.builtin.understand.clauses import ONE_ERRAND
from selfos.intelligence.builtin.understand.findings import Span
from selfos.intelligence.builtin.understand.lexicon import pattern
from selfos.intelligence.builtin.understand.verbs import is_act_verb, opens_with_act

LONGEST = 16
#: Stands where date words were taken out.
_GAP = "\x00"

_LEAD_INS = tuple(
    re.compile(rf"^(?:{pattern('lead_ins', name).pattern})(?:\s+|[,:]\s*|$)", re.IGNORECASE)
    for name in ("fillers", "reminders", "duties", "intentions", "requests", "promises", "owners")
)
_TRAIL = pattern("titles", "trail")
#: The "if" that belongs to the act: "ask whether", not "should it rain".
_ASKS_IF = re.compile(r"\b((?:ask|check|see|find out|work out|decide|know|tell)\b[^,]*?) if\b", re.IGNORECASE)
_RATHER = re.compile(
    r"\s+(?:not|rather than|instead of)\s+(?:the\s|an?\s|[£€$\d]).*$|\s+(?:this|next) time$", re.IGNORECASE
)
_DANGLING = pattern("titles", "dangling")
_ARROW = re.compile(r"^me\s*(?:→|->|=>)\s*(.+)$", re.IGNORECASE)
_WANTS_DOING = pattern("titles", "wants doing")
_NEEDS = pattern("titles", "needs")
_NO_ITEM = pattern("titles", "no item")
#: The writer's own at the end; one in the middle is a word of the sentence.
_OWN_TAGS = re.compile(r"(?:\s+#[^\W\d_][\w-]{1,30})+\s*$")
#: After a gerund that reports an act ("ringing my mother"), not one that names a thing ("sleeping bags").
_GOES_ON = pattern("titles", "goes on")
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*[,:;!?.]?(?=\s|$)")


def title_of(text: str, timed: tuple[Span, ...], heading: str = "") -> str:
    """The title of a clause; `timed` are the spans of its date words, `heading` is what it stands under."""
    errand = bool(ONE_ERRAND.search(heading))
    text = _first_part(_without(text, timed), errand=errand)
    text = _OWN_TAGS.sub("", re.sub(r"\([^()]*\)", " ", text))
    text = re.sub(r"\s+", " ", text).strip(" ,;:.-\u2013\u2014•*→\"'\u201c\u201d\u2018\u2019")
    text = _ARROW.sub(r"pay \1", text)
    text = _bare(text)
    text = _imperative(text)
    text = text if errand else _TRAIL.sub("", _ASKS_IF.sub(rf"\1 {_GAP}if", text)).replace(_GAP, "")
    text = _DANGLING.sub("", _RATHER.sub("", text))
    text = " ".join(text.split()[:LONGEST]).strip(" ,;:.!?-\u2013\u2014\"'\u201c\u201d")
    return _under(heading, text)


def capitalised(title: str) -> str:
    """Begins with a capital, unless its first word is spelled as it is on purpose: "iPhone", "selfos.org"."""
    first = _PLAIN_WORD.match(title)
    return title[:1].upper() + title[1:] if first and first[0].islower() else title


def _without(text: str, spans: tuple[Span, ...]) -> str:
    for start, end in sorted(spans, reverse=True):
        before = re.sub(
            r"(?:\b(?:by|before|on|at|until|till|from|due|for|this|around|about|starting|latest)\s+)+$",
            "",
            text[:start],
            flags=re.IGNORECASE,
        )
        text = f"{before} {_GAP} {text[end:]}"
    return text


def _first_part(text: str, *, errand: bool) -> str:
    """Leaves out what is said after a comma, unless the text is a list of things."""
    head, *rest = re.split(r",\s+", text)
    things = errand or not opens_with_act(head.strip())
    for part in rest:
        plain = part.replace(_GAP, "").strip()
        if plain and " " not in plain and is_act_verb(plain):
            return f"{plain} {head}".replace(_GAP, " ")
        if (_GAP in head or not _is_item(part, things=things)) and not errand:
            break
        head = f"{head}, {part}"
    return head.replace(_GAP, " ")


def _is_item(part: str, *, things: bool) -> bool:
    if part.isupper() or _GAP in part or _NO_ITEM.match(part):
        return False
    return len(part.split()) <= (8 if things else 5) and (things or not re.search(r"\d", part))


def _bare(text: str) -> str:
    """Strips what leads in to the act, as long as something is left of it."""
    stripped = True
    while stripped:
        stripped = False
        for lead_in in _LEAD_INS:
            rest = lead_in.sub("", text, count=1)
            if rest != text and rest.strip(" .,!"):
                text, stripped = rest.lstrip(" ,:-"), True
    return text


def _imperative(text: str) -> str:
    wants = _WANTS_DOING.match(text)
    if wants and (verb := _base(wants["act"])):
        return f"{verb} {wants['thing']}{wants['rest']}"
    first, _, rest = text.partition(" ")
    verb = _base(first) if first.casefold().endswith("ing") and _GOES_ON.match(rest) else ""
    return f"{verb} {rest}".strip() if verb else text


def _base(gerund: str) -> str:
    """`setting` to `set`, `making` to `make`; empty for what is no act."""
    stem = gerund.casefold().removesuffix("ing")
    forms = (stem + "e", stem, stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
    return next((form for form in forms if form in lexicon.words("act_verbs")), "")


def _under(heading: str, text: str) -> str:
    """Prefixes the verb of the heading to an item that has none: "apply: night porter"."""
    if not heading or not text or opens_with_act(text) or is_act_verb(text.split(" ", 1)[0]):
        return text
    head = _bare(re.sub(r"[^\w\s'\u2019-]", " ", heading).strip())
    first = head.split(" ")[0].casefold() if head else ""
    if first in ("shopping", "shop", "groceries", "tesco", "aldi", "lidl", "supermarket"):
        return f"buy {text}"
    if first == "packing":
        return f"pack {text}"
    if is_act_verb(first) and first not in ("remind", "note", "remember") and len(head.split()) <= 4:
        return f"{head} {text}"
    return text
