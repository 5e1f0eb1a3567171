"""Does it stay as fast? Many full spaces beside one: captures, lists, and search over ten open spaces."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bench.capture import captures
from bench.fill import fill
from bench.load import Load, load, request
from bench.server import Server, server
from bench.table import Row, middle
from bench.texts import queries

EACH_SPACE = 10_000
SPACES, SPACES_LONG = 10, 100
OPEN = 10
REQUESTS = 200
ROUNDS = 5
BAR = 1.3


@dataclass(frozen=True, slots=True)
class _Side:
    """An installation and those who use it."""

    house: Server
    people: Sequence[str]


Make = Callable[[Sequence[str], int], list[bytes]]


def rows(*, long: bool = False) -> Iterator[Row]:
    """p95 of one client that goes round the spaces, in both installations by turns."""
    count = SPACES_LONG if long else SPACES
    with server() as one, server() as many:
        small, large = _filled(one, 1), _filled(many, count)
        measures: tuple[tuple[str, Make], ...] = (("capture", _captures), ("list", _lists), ("search", _searches))
        for label, make in measures:
            yield _compared(
                f"{label}, {count * EACH_SPACE:,} in {count} spaces against {EACH_SPACE:,} in one", small, large, make
            )


def _filled(house: Server, spaces: int) -> _Side:
    people = [house.person(number) for number in range(spaces)]
    fill(house, [house.space(person) for person in people], EACH_SPACE)
    return _Side(house, people)


def _compared(label: str, small: _Side, large: _Side, make: Make) -> Row:
    # the first round opens the indexes and does not count
    pairs = [(_run(small, make, turn), _run(large, make, turn)) for turn in range(ROUNDS + 1)]
    ratio = middle(b.percentile(0.95) / a.percentile(0.95) for a, b in pairs[1:])
    few, lots = (middle(pair[side].percentile(0.95) for pair in pairs[1:]) for side in (0, 1))
    return Row(label, f"p95 {lots:.1f} ms against {few:.1f} ms", f"{ratio:.2f}", f"<= {BAR}", ratio <= BAR)


def _run(side: _Side, make: Make, turn: int) -> Load:
    return load(side.house.port, [make(side.people, turn)])


def _captures(people: Sequence[str], turn: int) -> list[bytes]:
    rounds = captures(people, -(-REQUESTS // len(people)), turn)
    return [one for same in zip(*rounds, strict=True) for one in same][:REQUESTS]


def _lists(people: Sequence[str], _turn: int) -> list[bytes]:
    return [request("GET", "/api/v1/thoughts?limit=50", people[number % len(people)]) for number in range(REQUESTS)]


def _searches(people: Sequence[str], turn: int) -> list[bytes]:
    wanted, some = queries(turn), people[:OPEN]
    return [
        request("GET", f"/api/v1/search?q={quote(next(wanted))}", some[number % len(some)])
        for number in range(REQUESTS)
    ]
