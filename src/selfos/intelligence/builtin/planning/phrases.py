"""The turns of phrase by which people tell of themselves in a goal, as patterns and word lists."""

import re
import tomllib
from importlib import resources

_LISTS = tomllib.loads((resources.files(__package__) / "words.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
_NUMBER = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?k?|{'|'.join(NUMBER_WORDS)})"
_RELATIVE = (
    r"(?:mum|mom|mother|dad|father|parents?|gran|granny|grandma|grandpa|grandmother|grandfather|nan|sister|brother"
    r"|siblings?|wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|son|daughter|kids?|children|toddler|baby"
    r"|teenager|friends?|neighbou?rs?|boss|manager|supervisor|colleagues?|team|flatmates?|roommates?|housemates?"
    r"|cousins?|aunt|uncle|niece|nephew|in-laws|family|co-?founder|mentor|teacher)"
)
_TITLES = r"(?:Mum|Mom|Dad|Gran|Granny|Grandma|Grandpa|Nan|Nana|Abuela|Abuelo|Oma|Opa|Nonna|Nonno)"
_NAME_WORD = r"[A-Z][a-z]{2,}"
#: "talk with" names someone to talk to, no one who does the thing together with the writer.
_TOGETHER = r"(?<!talk )(?<!speak )(?<!chat )(?<!argue )\b(?:along|together )?[Ww]ith\s+"
_REST = r"[^,.;!?]*"

PERSON = re.compile(rf"\b(?:my|our)\s+(?P<relation>(?:\w+\s+)?{_RELATIVE})\b|\b(?P<title>{_TITLES})\b")
NAME = re.compile(
    r"\b(?:[Ww]ith|[Tt]ell|[Aa]sk|[Cc]all|[Rr]ing|(?:write|talk|speak|talking|married|apologi[sz]e) to)"
    rf"\s+({_NAME_WORD})\b(?!\s+[A-Z])"
)
NOT_NAMES = _words("not_names")
COMPANION = re.compile(rf"{_TOGETHER}(?:(?:my|our)\s+(?P<relation>(?:\w+\s+)?{_RELATIVE})\b|(?P<name>{_NAME_WORD})\b)")
FEAR = re.compile(
    r"\b(?:(?:scared|afraid|terrified|frightened|petrified|nervous|anxious|worried)\s+(?:of|about|by|at|when|to)"
    r"|(?:fear|dread|phobia)(?:\s+of)?|panic\s+(?:at|in|on|when)|fr(?:ee|o)ze\s+(?:up\s+)?(?:at|in|on|when))"
    r"\s+(?P<what>[^,.;!?]+)"
    r"|(?P<scary>\w+(?: \w+)?) (?:scares?|frightens?|terrif(?:y|ies)) me",
    re.IGNORECASE,
)
TENDENCY = re.compile(
    rf"\bI\s+(?:tend to|always|usually|keep|often|never|can'?t stop|end up|constantly|easily)\b{_REST}"
    rf"|\b(?:I\s+)?procrastinat\w*{_REST}|\b(?:I'?m a |I am a )?perfectionis\w*{_REST}"
    rf"|[^,.;!?]*\b(?:gave up|given up|quit after|fizzled|start(?:ed)? and stop\w*|lost interest"
    rf"|(?:second|third|fourth|fifth) (?:try|attempt|time)|tried (?:before|twice|\w+ times)){_REST}",
    re.IGNORECASE,
)
LIMIT = re.compile(
    r"\b(?:can'?t|cannot|can not|unable to|not able to|not allowed to|mustn'?t|struggle to|have to avoid)"
    r"\s+(?!stop|wait)[^,.;!?]+"
    r"|\b(?:bad|sore|weak|dodgy|injured|torn|broken|replaced)"
    r"\s+(?:knees?|back|hips?|shoulders?|ankles?|wrists?|heart|foot|feet|neck)\b"
    rf"|\bno\s+(?:car|garden|money|savings|experience|degree|time|space|oven|childcare|family nearby|idea)\b{_REST}"
    r"|\bonly\s+(?:have\s+)?(?:on\s+)?"
    rf"(?:weekends?|evenings?|mornings?|lunch\w*|sundays?|saturdays?|\w+ minutes|an hour|half an hour){_REST}",
    re.IGNORECASE,
)
REFUSAL = re.compile(
    r"\b(?:without\s+[^,.;!?]+|(?:don'?t|do not)\s+want\s+[^,.;!?]+|(?:won'?t|refuses? to|will not)\s+[^,.;!?]+"
    r"|no more\s+[^,.;!?]+)",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"[£$€]\s?(?P<after>\d[\d,]*(?:\.\d+)?)\s?(?P<k>k\b)?"
    r"|(?P<before>\d[\d,]*(?:\.\d+)?)\s?(?P<k2>k)?\s?"
    r"(?:euros?|pounds?(?! lighter)|dollars?|francs?|quid|EUR|USD|GBP|CHF)\b",
    re.IGNORECASE,
)
MEASURE = re.compile(r"\b(\d+(?:\.\d+)?)\s?(km|k|kg|kilos?|lbs?|miles?|stone)\b")
_QUALITY = r"(?:(?:real|new|paying|good|different|full|old|short|whole|home-cooked|proper|simple)\s+)*"
QUANTITY = re.compile(rf"(?<![£$€\d.,])\b(?P<n>{_NUMBER})\s+(?P<unit>{_QUALITY}[a-z]+)", re.IGNORECASE)
NO_UNIT = _words("no_unit")
SPLIT = re.compile(r"\s*(?:[,;\n•]|(?:^|\s)[-*]\s|\d+[.)]\s|\band then\b|\bthen\b|\band\b|&|\bplus\b)\s*")
ACTS = _words("acts")
TO_YOU = (
    (r"\bI'm\b", "you're"), (r"\bI am\b", "you are"), (r"\bI was\b", "you were"), (r"\bI've\b", "you've"),
    (r"\bI'd\b", "you'd"), (r"\bI'll\b", "you'll"), (r"\bI\b", "you"), (r"\bmyself\b", "yourself"),
    (r"\bmine\b", "yours"), (r"\b[Mm]y\b", "your"), (r"\bme\b", "you"), (r"\b[Oo]ur\b", "your"), (r"\bus\b", "you"),
    (r"\b[Ww]e're\b", "you're"), (r"\b[Ww]e\b", "you"),
)  # fmt: skip
