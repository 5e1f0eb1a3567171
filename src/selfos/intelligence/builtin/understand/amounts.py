"""Money in a text: a number with a currency mark, or a plain number where the text speaks of paying.

Values are exact decimals; currency codes are ISO 4217. A `$` is read as USD and a `£` as GBP unless the text
names another country's coin.
"""

import re
from decimal import Decimal

from selfos.intelligence.builtin.understand import lexicon
from selfos.intelligence.builtin.understand.findings import Amount, Span
from selfos.intelligence.builtin.understand.lexicon import pattern

RULES = "rules@1"

_SYMBOLS = lexicon.keyed("currency_marks")
_WORDS = lexicon.listed("currency_words")
_CODES = tuple(sorted({*_WORDS, *_SYMBOLS.values(), "AUD", "CAD", "NOK", "DKK"}))
_SMALL = {"p", "pence", "cents"}
_SCALE = {
    "k": 1000,
    "grand": 1000,
    "thousand": 1000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "lakh": 100_000,
    "bn": 10**9,
}
_SPELT = {words: int(number) for number, words in (line.split(": ") for line in lexicon.phrases("spelt_numbers"))}

_NUMBER = r"\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_SCALES = r"(?:\s?(?:k|m|mn|bn)\b|\s(?:grand|thousand|million|lakh)\b)?"
_SYMBOL = "|".join(re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True))
_NAMES = "|".join(part for names in _WORDS.values() for part in names)
_CODE = "|".join(_CODES)
_BEFORE = re.compile(
    rf"(?<![A-Za-z0-9])(?P<mark>{_SYMBOL}|(?:{_CODE})(?=\s?\d))\s?(?P<number>{_NUMBER})(?P<scale>{_SCALES})(?![\d:])"
)
_AFTER = re.compile(
    rf"(?<![\w.,:/#])(?P<number>{_NUMBER})(?P<scale>{_SCALES})\s?"
    rf"(?P<mark>(?:£|€|\$|₹|zł|Kč|kr)(?!\w)|(?:{_NAMES}|(?-i:{_CODE}))\b)",
    re.IGNORECASE,
)
_LONGEST_FIRST = "|".join(sorted(_SPELT, key=len, reverse=True))
_SPELT_OUT = re.compile(
    rf"\b(?P<number>{_LONGEST_FIRST})(?P<scale>{_SCALES})\s(?P<mark>(?:{_NAMES.replace('|p|', '|')}))\b", re.IGNORECASE
)
_PLAIN = re.compile(
    rf"(?<![\w.,:/#£€$%+\u00d7-])(?P<number>{_NUMBER})(?P<scale>(?:\s?k\b|\sgrand\b)?)(?![\w:/%°]|\.\d|-\w|,\d)"
)

_TALK_OF_MONEY = pattern("amounts", "talk of money")
_WEIGHS = re.compile(r"\b(?:lost|gained|weigh\w*|lifted|bench\w*) (?:\w+ )?$", re.IGNORECASE)
_UNIT_AFTER = pattern("amounts", "unit after")
_NUMBER_BEFORE = pattern("amounts", "number before")
_STRONG_BEFORE = pattern("amounts", "strong before")


def find_amounts(text: str, taken: tuple[Span, ...] = ()) -> tuple[Amount, ...]:
    """Amounts of money in the order of the text; `taken` are spans known to be dates and times."""
    found: list[Amount] = []
    for form, confidence in ((_BEFORE, 0.97), (_AFTER, 0.92), (_SPELT_OUT, 0.85)):
        for match in form.finditer(text):
            if not _overlaps(match.span(), [a.span for a in found]) and not _is_weight(text, match):
                found.append(_amount(match, match["mark"], confidence))
    if _TALK_OF_MONEY.search(text):
        busy = [*taken, *(a.span for a in found)]
        found += [
            _amount(m, None, 0.7) for m in _PLAIN.finditer(text) if _is_money(text, m) and not _overlaps(m.span(), busy)
        ]
    return tuple(sorted(found, key=lambda amount: amount.span))


def _is_money(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 12]
    if match["scale"] or (re.search(r"\d x $", before) and re.search(r"[.,]\d{2}$", match["number"])):
        return True
    if _UNIT_AFTER.match(after) or _NUMBER_BEFORE.search(before):
        return False
    number = match["number"]
    near = text[max(0, match.start() - 60) : match.end() + 40]
    if re.search(r"[.,]\d{2}$", number) or _STRONG_BEFORE.search(before):
        return _TALK_OF_MONEY.search(near) is not None
    is_year = re.fullmatch(r"(?:19|20)\d\d", number) is not None
    return not is_year and not re.fullmatch(r"0\d+|\d{7,}", number) and _TALK_OF_MONEY.search(near) is not None


def _is_weight(text: str, match: re.Match[str]) -> bool:
    """ "lost 5 pounds": the one name of a coin that weighs as well."""
    return match["mark"].casefold().startswith("pound") and bool(_WEIGHS.search(text[: match.start()]))


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _amount(match: re.Match[str], mark: str | None, confidence: float) -> Amount:
    value = _value(match["number"]) * _SCALE.get((match["scale"] or "").strip().casefold(), 1)
    if mark and mark.casefold() in _SMALL:
        value /= 100
    return Amount(span=match.span(), confidence=confidence, found_by=RULES, value=value, currency=_currency(mark))


def _value(number: str) -> Decimal:
    spelt = _SPELT.get(number.casefold())
    if spelt is not None:
        return Decimal(spelt)
    if re.search(r"[.,]\d{1,2}$", number):
        whole, cents = re.split(r"[.,](?=\d{1,2}$)", number)
        return Decimal(re.sub(r"\D", "", whole) + "." + cents)
    return Decimal(re.sub(r"\D", "", number))


def _currency(mark: str | None) -> str | None:
    if not mark:
        return None
    if mark in _SYMBOLS:
        return _SYMBOLS[mark]
    if mark.upper() in _CODES:
        return mark.upper()
    return next(
        (code for code, names in _WORDS.items() if any(re.fullmatch(n, mark, re.IGNORECASE) for n in names)),
        None,
    )
