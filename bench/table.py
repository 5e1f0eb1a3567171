"""Rows of the speed table, and how they are printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. `passed` is None where nothing is asked of it, or where it could not be measured."""

    measure: str
    figure: str
    ratio: str = ""
    bar: str = ""
    passed: bool | None = None
    note: str = ""


_WIDTHS = (62, 44, 12, 18)


def heading() -> str:
    """The line above the rows."""
    return _line(("measure", "figure (median of rounds)", "ratio", "bar")) + "\n" + "-" * (sum(_WIDTHS) + 12)


def shown(row: Row) -> str:
    """A row as it is printed, its note beneath."""
    verdict = {True: "pass", False: "MISS", None: ""}[row.passed]
    line = _line((row.measure, row.figure, row.ratio, row.bar)) + verdict
    return f"{line}\n    {row.note}" if row.note else line


def closing(rows: Sequence[Row]) -> str:
    """How many bars were met."""
    judged = [row.passed for row in rows if row.passed is not None]
    return f"{sum(judged)} of {len(judged)} bars met"


def middle(values: Iterable[float]) -> float:
    """The median."""
    return median(values)


def _line(cells: Iterable[str]) -> str:
    return "".join(f"{cell:<{width}}  " for cell, width in zip(cells, _WIDTHS, strict=True))
