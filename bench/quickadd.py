"""Read the lines of a JSONL file with the quick-add line and write what was understood.

    python -m bench.quickadd FILE [--out predictions.jsonl]

A line of FILE has "id", "text" and "now" (local, ISO 8601); a prediction has "id", "start", "end", "duration_minutes"
and "rrule", null for what the text does not say.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from selfos.intelligence.builtin.quickadd import read_line


def predictions(lines: Iterator[str]) -> Iterator[dict[str, object]]:
    for line in lines:
        if line.strip():
            case = json.loads(line)
            when = read_line(case["text"], datetime.fromisoformat(case["now"])).when
            yield {
                "id": case["id"],
                "start": _iso(when.start),
                "end": _iso(when.end),
                "duration_minutes": when.duration_minutes,
                "rrule": when.rrule,
            }


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--out", type=Path)
    given = arguments.parse_args()
    out = given.out.open("w", encoding="utf-8") if given.out else sys.stdout
    with given.file.open(encoding="utf-8") as lines, out:
        for prediction in predictions(lines):
            out.write(json.dumps(prediction) + "\n")


if __name__ == "__main__":
    main()
