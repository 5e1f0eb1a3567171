"""Turns a clause into a title: the act in the imperative, in the words of the text, without its date."""

import re

from selfos.intelligence.builtin.understand import lexicon
from selfos.intelligence.builtin.understand.clauses import ONE_ERRAND
from selfos.intelligence.builtin.understand.findings import Span
from selfos.intelligence.builtin.understand.verbs import is_act_verb, opens_with_act

LONGEST = 16
#: Stands where date words were taken out.
_GAP = "\x00"

_NOISE = r"(?:ok|okay|so|and|also|then|but|right|anyway|please|pls|plz|now|first|firstly|finally|oh|well|still|just|maybe|really|actually|ugh|ideally|basically|plus|or|&|\+|at some point|note|once more|which means|meaning)"
_LEAD_INS = tuple(
    re.compile(rf"^(?:{pattern})(?:\s+|[,:]\s*|$)", re.I)
    for pattern in (
        _NOISE,
        r"(?:pls |please )?(?:can you |could you )?remind me(?: to| about| that| of)?|remember(?: to| that)?|reminder(?: to self)?(?: to)?|note to self|to-?do|todo"
        r"|(?:pls |please )?(?:do not|don'?t|dont|not to|must not|never)(?: let me)? forget(?: to| about)?|make sure(?: to| that| i)?|be sure to|keep (?:forgetting|meaning) to|i keep (?:forgetting|meaning) to",
        r"(?:i|we|someone|somebody|i'm|we're|im|i've|we've|ive|i'd|we'd)?\s?(?:really |still |just |also |somehow |definitely |probably |only )*"
        r"(?:need|needs|have|has|had|got|gotta|ought|must|should|want|would like|going|gonna|supposed|meant|planning|plan|better|due|intend|aim|promised|agreed|volunteered|decided|down|hope|about|obliged|asked|am|are|will|shall|could do with|owe it)"
        r"(?: not)?(?: really)?(?: better)?(?: got| have| had)?(?: to be)?(?: to)?(?: finally| really| actually| just)?",
        r"(?:i|we)(?:'ll| will| shall|'d better| better|'m|'m going to| am going to|'re| do|'ve| have|'ve got to|'d like to)|i'll|ill|we'll|i'm|im|gotta|gonna|i\b",
        r"(?:it'?s |it is )?(?:high )?(?:time|my turn) to|(?:my|your) job(?: is)? to|(?:he|she|they|\w+) (?:asked|wants?|told|needs?|reminded) (?:me|us) to|asked me to|and to|to|that",
        r"(?:i |we )?(?:promised|told|said)(?: \w+)?(?: i| that i| we)(?:'d| would|'ll| will)|(?:said )?yes to|(?:he|she|they|\w+) (?:asked|says) (?:if )?(?:i|we)(?:'d| would| could| can| must| have to| should| need to)",
        r"(?:me|mine|own|self)\s*[:-]|(?:and |then |so )?(?:she|he|they) said (?:to|i (?:must|have to|should|need to))",
    )
)  # fmt: skip
_TRAIL = re.compile(
    r"(?:\s*[,;]\s*|\s+)(?:because|bc|cos|since|so that|so (?:i|we|she|he|they|it|that|the|as)\b|while|whilst|as (?:he|she|they|it|i|we|the)\b|before (?:i|he|she|they|it|we|the|this|that)\b"
    r"|after (?:i|he|she|they|it|we|that)\b|if (?:he|she|they|it|i|we|there|not|possible|poss|the)\b|when (?:he|she|they|i|we|it|the)\b|unless|otherwise|which|in case|or (?:he|she|they|it|i)(?:'ll|'s|\b)|while|until (?:he|she|it|they|i)\b|even though|although|then i\b|no excuses|or else).*$"
    r"|(?:\s*,\s*)(?:he|she|they|it|i|we|not|no|you|that's|it's|there's|who|poor|just|ideally|maybe|probably|hopefully|apparently|this|last|otherwise|early|two|don't|dont)\b.*$",
    re.I,
)
_RATHER = re.compile(r"\s+(?:not|rather than|instead of)\s+(?:the\s|an?\s|[£€$\d]).*$|\s+(?:this|next) time$", re.I)
_DANGLING = re.compile(
    r"(?:[\s,;:.!?…&+/–—-]|\b(?:by|before|on|at|until|till|from|due|for|the|a|and|or|then|to|in|of|starting|around|about|between|closes|asap|please|pls|now|again|finally|too|properly|also|first thing|first|somehow|today|is|are|every|each|this|next)\b)+$",
    re.I,
)
_ARROW = re.compile(r"^me\s*(?:→|->|=>)\s*(.+)$", re.I)
_WANTS_DOING = re.compile(
    r"^(?:the |my |our )?(?P<thing>[\w'’ ]+?) (?:needs?|wants?|could do with) (?P<act>\w{3,}ing)\b(?P<rest>.*)$", re.I
)
_NEEDS = re.compile(
    r"^(?:the |my |our )?(?P<thing>[\w'’ ]+?) (?:is|are) due (?:its|their|a|an|for) (?P<rest>.+)$", re.I
)
_NO_ITEM = re.compile(
    r"(?:no|not|non|nil|be|budget|leave|platform|terminal|room|coach|gate|bring|doors|dr|mr|ms|mrs|then|free|he|she|they|it|i|we|you|who|which)\b",
    re.I,
)
#: After a gerund that reports an act ("ringing my mother"), not one that names a thing ("sleeping bags").
_GOES_ON = re.compile(
    r"(?:the|a|an|my|our|his|her|their|this|that|it|them|him|to|up|out|off|for|with|at|on|two|[A-Z0-9£€$])"
)


def title_of(text: str, timed: tuple[Span, ...], heading: str = "") -> str:
    """The title of a clause; `timed` are the spans of its date words, `heading` is what it stands under."""
    errand = bool(ONE_ERRAND.search(heading))
    text = _first_part(_without(text, timed), errand=errand)
    text = re.sub(r"\([^()]*\)", " ", text)
    text = re.sub(r"\s+", " ", text).strip(" ,;:.-–—•*→\"'“”‘’")
    text = _ARROW.sub(r"pay \1", text)
    text = _bare(text)
    text = _imperative(text)
    text = _TRAIL.sub("", text) if not errand else text
    text = _DANGLING.sub("", _RATHER.sub("", text))
    text = " ".join(text.split()[:LONGEST]).strip(" ,;:.!?-–—\"'“”")
    return _under(heading, text)


def _without(text: str, spans: tuple[Span, ...]) -> str:
    for start, end in sorted(spans, reverse=True):
        before = re.sub(
            r"(?:\b(?:by|before|on|at|until|till|from|due|for|this|around|about|starting|latest)\s+)+$",
            "",
            text[:start],
            flags=re.I,
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
    if not heading or not text or opens_with_act(text):
        return text
    head = _bare(re.sub(r"[^\w\s'’-]", " ", heading).strip())
    first = head.split(" ")[0].casefold() if head else ""
    if first in ("shopping", "shop", "groceries", "tesco", "aldi", "lidl", "supermarket"):
        return f"buy {text}"
    if first == "packing":
        return f"pack {text}"
    if is_act_verb(first) and first not in ("remind", "note", "remember") and len(head.split()) <= 4:
        return f"{head} {text}"
    return text
