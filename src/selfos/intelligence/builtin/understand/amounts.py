"""Money in a text: a number with a currency mark, or a plain number where the text speaks of paying.

Values are exact decimals; currency codes are ISO 4217. A `$` is read as USD and a `£` as GBP unless the text
names another country's coin.
"""

import re
from decimal import Decimal

from selfos.intelligence.builtin.understand.findings import Amount, Span

RULES = "rules@1"

_SYMBOLS = {"£": "GBP", "€": "EUR", "$": "USD", "₦": "NGN", "₹": "INR", "¥": "JPY", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₩": "KRW",
            "₱": "PHP", "₪": "ILS", "฿": "THB", "₫": "VND", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
            "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "R": "ZAR", "zł": "PLN", "Kč": "CZK", "Rs": "INR", "Rs.": "INR",
            "kr": "SEK", "Ksh": "KES", "KSh": "KES", "GH₵": "GHS"}  # fmt: skip
_WORDS = {
    "GBP": "pounds? quid sterling p pence", "EUR": "euros? cents", "USD": "dollars? bucks? usd", "INR": "rupees? lakhs?", "ZAR": "rand",
    "NGN": "naira", "JPY": "yen", "CHF": "francs? chf", "PLN": r"z[łl]oty\w*", "KES": "shillings? bob", "SEK": "kron\\w+", "MXN": "pesos?",
    "TRY": "liras?", "RUB": r"rou?bles?", "CNY": "yuan rmb", "THB": "baht", "GHS": "cedis?", "AED": "dirhams?", "SAR": "riyals?",
    "PHP": "piso", "VND": "dong", "UAH": "hryvni\\w+", "HUF": "forints?", "KRW": "won", "BRL": "rea[li]s?", "ILS": "shekels?",
}  # fmt: skip
_CODES = "GBP EUR USD INR ZAR NGN JPY CHF PLN KES SEK NOK DKK MXN TRY CNY AUD CAD NZD HKD SGD BRL AED SAR THB CZK HUF GHS PHP ILS".split()
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
_SPELT = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "a hundred": 100, "two hundred": 200, "three hundred": 300, "five hundred": 500, "a thousand": 1000,
    "a": 1, "twenty-five": 25, "a couple of hundred": 200}  # fmt: skip

_NUMBER = r"\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_SCALES = r"(?:\s?(?:k|m|mn|bn)\b|\s(?:grand|thousand|million|lakh)\b)?"
_SYMBOL = "|".join(re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True))
_NAMES = "|".join(part for names in _WORDS.values() for part in names.split())
_BEFORE = re.compile(
    rf"(?<![A-Za-z0-9])(?P<mark>{_SYMBOL}|(?:{'|'.join(_CODES)})(?=\s?\d))\s?(?P<number>{_NUMBER})(?P<scale>{_SCALES})(?![\d:])"
)
_AFTER = re.compile(
    rf"(?<![\w.,:/#])(?P<number>{_NUMBER})(?P<scale>{_SCALES})\s?(?P<mark>(?:£|€|\$|₹|zł|Kč|kr)(?!\w)|(?:{_NAMES}|{'|'.join(_CODES)})\b)",
    re.I,
)
_SPELT_OUT = re.compile(
    rf"\b(?P<number>{'|'.join(sorted(_SPELT, key=len, reverse=True))})(?P<scale>{_SCALES})\s(?P<mark>(?:{_NAMES.replace('|p|', '|')}))\b",
    re.I,
)
_PLAIN = re.compile(
    rf"(?<![\w.,:/#£€$%+×-])(?P<number>{_NUMBER})(?P<scale>(?:\s?k\b|\sgrand\b)?)(?![\w:/%°]|\.\d|-\d|,\d)"
)

_TALK_OF_MONEY = re.compile(
    r"\b(?:pa(?:y|id|ys|ying|yment|yments)|owe[sd]?|owing|cost(?:s|ing)?|price[sd]?|spent|spend|budget|rent|salary|wages?|earn(?:s|ed)?|deposit|refund(?:ed)?"
    r"|invoice[sd]?|bill(?:ed|s)?|fees?|transfer(?:red)?|savings?|saved|isa|loan|mortgage|borrow(?:ed)?|lent|lend|bought|sold|sell|expenses?|reclaim|petrol"
    r"|parking|toll|quote[sd]?|cash|bank|subs|tip|donat\w+|sponsor\w*|interest|debt|tax|vat|premium|pension|allowance|pocket money|gross|net|income"
    r"|charged?|each|per (?:month|week|hour|night|person)|a (?:month|night|head)|pcm|p/m|furnished|unfurnished|offer(?:ed)?|raise|bonus|balance|fitting|tenner|fiver"
    r"|discount|total|profit|revenue|turnover|groceries|ticket|tickets|settle|chip in|whip-?round|kitty|float|takings|till|wired?|venmo|revolut|paypal|overdraft)\b"
    r"|[£€$₦₹]\s?\d",
    re.I,
)
_UNIT_AFTER = re.compile(
    r"\s?(?:x\b|×|%|percent|per ?cent|am\b|pm\b|a\.m|p\.m|st\b|nd\b|rd\b|th\b|km\b|kms\b|kg\b|g\b|ml\b|l\b|cm\b|mm\b|m\b|mi\b|miles?|lbs?|stone|oz|min|mins|minutes?|hrs?|hours?|days?|wks?"
    r"|weeks?|months?|mos?\b|yrs?|years?|yo\b|y/o|times|people|persons?|guests|kids|children|students|pages?|words|chapters|papers|papers|degrees|steps|reps|sets|laps|calls|emails"
    r"|beds?\b|bedroom|nights?\b|eggs|cups?|tbsp|tsp|bags?|boxes|boxe|bottles?|tickets|seats|chairs|votes|points|goals|bpm|kcal|calories|grams?|metres|meters|feet|ft\b|inch|working"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|o'?clock|of us|or \d|-?\d|/|:|'|\"|names?|invoices|clients|doctors|minutes|things|items|copies|photos|songs|sessions|lessons|tyres|more\b|other\b|different)",
    re.I,
)
_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:no|nr|num|number|room|rm|bed|flat|apt|plot|bus|train|flight|gate|platform|row|seat|size|page|pg|p|chapter|ch|year|yr|grade|class|age|aged|turned|turns|unit|level|day|week|month|level|version|v"
    r"|line|route|shoes?|card|ending|ref|account|tel|phone|ext|zone|box|case|track|verse|psalm|act|scene|at|by|until|till|after|before|around \w+day|from|since|past|half|quarter|in|on|the|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
    r"|january|february|march|april|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu|thurs?|fri|sat|sun|out|round|united|over|episode|ep|season|chord|net|iphone|windows|apa|iron|a|term|channel|bp|hr|rhr|hrv|weigh|weighs|weight)\.?|[#@+/:\d'’-]|(?-i:[A-Z]{2,})|\bx)\s?$",
    re.I,
)
_STRONG_BEFORE = re.compile(
    r"(?:=|\b(?:owe[sd]?|paid|pay|cost|costs|about|maybe|spent|transfer|moved|budget|for|of|is|was|only|rent|deposit|fee|trip|→|me)\b)\s*(?:\w+\s)?$",
    re.I,
)


def find_amounts(text: str, taken: tuple[Span, ...] = ()) -> tuple[Amount, ...]:
    """Amounts of money in the order of the text; `taken` are spans known to be dates and times."""
    found: list[Amount] = []
    for pattern, confidence in ((_BEFORE, 0.97), (_AFTER, 0.92), (_SPELT_OUT, 0.85)):
        for match in pattern.finditer(text):
            if not _overlaps(match.span(), [a.span for a in found]):
                found.append(_amount(match, match["mark"], confidence))
    if _TALK_OF_MONEY.search(text):
        busy = [*taken, *(a.span for a in found)]
        found += [
            _amount(m, None, 0.7) for m in _PLAIN.finditer(text) if _is_money(text, m) and not _overlaps(m.span(), busy)
        ]
    return tuple(sorted(found, key=lambda amount: amount.span))


def _is_money(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 12]
    if match["scale"]:
        return True
    if _UNIT_AFTER.match(after) or _NUMBER_BEFORE.search(before):
        return False
    number = match["number"]
    near = text[max(0, match.start() - 60) : match.end() + 40]
    if re.search(r"[.,]\d{2}$", number) or _STRONG_BEFORE.search(before):
        return _TALK_OF_MONEY.search(near) is not None
    is_year = re.fullmatch(r"(?:19|20)\d\d", number) is not None
    return not is_year and not re.fullmatch(r"0\d+|\d{7,}", number) and _TALK_OF_MONEY.search(near) is not None


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
        (code for code, names in _WORDS.items() if any(re.fullmatch(n, mark, re.I) for n in names.split())), None
    )
