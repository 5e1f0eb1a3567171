"""Holidays by their day in a given year."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from .grammar import Frame, rule

Holiday = Callable[[int], date]


def _on(month: int, day: int) -> Holiday:
    return lambda year: date(year, month, day)


def _easter(days: int = 0) -> Holiday:
    return lambda year: easter(year) + timedelta(days=days)


def _nth(n: int, weekday: int, month: int, plus: int = 0) -> Holiday:
    """The n-th weekday (0 is Monday) of a month; n = -1 is the last."""

    def day(year: int) -> date:
        first = date(year, month, 1) if n > 0 else date(year, month, 31)
        if n > 0:
            return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1) + plus)
        return first - timedelta(days=(first.weekday() - weekday) % 7 - plus)

    return day


HOLIDAYS: dict[str, Holiday] = {
    "new year's day": _on(1, 1),
    "new year's eve": _on(12, 31),
    "martin luther king day": _nth(3, 0, 1),
    "valentine's day": _on(2, 14),
    "presidents' day": _nth(3, 0, 2),
    "saint patrick's day": _on(3, 17),
    "april fools' day": _on(4, 1),
    "earth day": _on(4, 22),
    "shrove tuesday": _easter(-47),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter": _easter(),
    "easter monday": _easter(1),
    "ascension day": _easter(39),
    "pentecost": _easter(49),
    "mother's day": _nth(2, 6, 5),
    "memorial day": _nth(-1, 0, 5),
    "father's day": _nth(3, 6, 6),
    "independence day": _on(7, 4),
    "labor day": _nth(1, 0, 9),
    "halloween": _on(10, 31),
    "all saints' day": _on(11, 1),
    "veterans day": _on(11, 11),
    "thanksgiving": _nth(4, 3, 11),
    "black friday": _nth(4, 3, 11, plus=1),
    "christmas eve": _on(12, 24),
    "christmas": _on(12, 25),
    "boxing day": _on(12, 26),
    "workers' day": _on(5, 1),
}
SPELLINGS = {
    "new year's day": ("new year 's? day?", "new year's|years day?"),
    "new year's eve": ("new year's|years|year eve", "nye"),
    "martin luther king day": ("martin luther king (jr .?)? 's? day", "mlk day"),
    "valentine's day": ("saint|st .? valentine|valentine's|valentines day?", "valentine|valentine's|valentines day"),
    "presidents' day": ("president's|presidents day",),
    "saint patrick's day": ("saint|st .? patrick's|patricks|patrick day", "st .? paddy's day"),
    "april fools' day": ("april fool's|fools|fool day?",),
    "earth day": ("earth day",),
    "shrove tuesday": ("shrove|fat tuesday", "mardi gras", "pancake day"),
    "ash wednesday": ("ash wednesday",),
    "palm sunday": ("palm sunday",),
    "maundy thursday": ("maundy|holy thursday",),
    "good friday": ("good friday",),
    "easter": ("easter (sunday|day)?",),
    "easter monday": ("easter monday",),
    "ascension day": ("ascension (day|thursday)",),
    "pentecost": ("pentecost (sunday)?", "whit sunday"),
    "mother's day": ("mother's|mothers day",),
    "memorial day": ("memorial day",),
    "father's day": ("father's|fathers day",),
    "independence day": ("independence day",),
    "labor day": ("labor day",),
    "halloween": ("halloween (day|night)?", "hallowe'en"),
    "all saints' day": ("all saints|saint's day",),
    "veterans day": ("veterans|veteran's day",),
    "thanksgiving": ("thanksgiving day?",),
    "black friday": ("black friday",),
    "christmas eve": ("christmas|xmas eve",),
    "christmas": ("christmas|xmas day?",),
    "boxing day": ("boxing day",),
    "workers' day": ("may day", "international? workers '? day", "international? worker's day"),
}


def _register(name: str, patterns: tuple[str, ...]) -> None:
    @rule("holiday", *patterns)
    def _(_: Frame) -> str:
        return name


for _name, _patterns in SPELLINGS.items():
    _register(_name, _patterns)
