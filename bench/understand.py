"""Writes what the built-in engine understands of each thought in a file.

    python -m bench.understand FILE [--out predictions.jsonl] [--rules]

FILE has one JSON object per line with `id`, `text` and `now` (local ISO time). A prediction line has the keys of a
gold line (`is_actionable`, `tasks`, `life_areas`, `type`, `sentiment`, `people`, `amounts`), and `tags` and
`confidence`. The time spent is printed to standard error.
"""

import argparse
import json
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

from selfos.intelligence.builtin.encoder import load_encoder
from selfos.intelligence.builtin.understand import Understanding, understand


def main() -> None:
    parser = argparse.ArgumentParser(description="Predict what thoughts hold.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, help="where the predictions go (default: standard output)")
    parser.add_argument("--rules", action="store_true", help="read without the encoder")
    options = parser.parse_args()
    thoughts = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    encoder = None if options.rules else load_encoder()
    understand("warm up", datetime.fromisoformat("2026-01-01T09:00"), encoder)
    began = time.process_time()
    found = {t["id"]: understand(t["text"], datetime.fromisoformat(t["now"]), encoder) for t in thoughts}
    spent = 1000 * (time.process_time() - began) / max(1, len(thoughts))
    lines = "".join(json.dumps(prediction(key, seen), ensure_ascii=False) + "\n" for key, seen in found.items())
    if options.out:
        options.out.write_text(lines, encoding="utf-8")
    else:
        sys.stdout.write(lines)
    print(f"{len(thoughts)} thoughts, {spent:.1f} ms of processor time each", file=sys.stderr)


def prediction(key: str, seen: Understanding) -> dict[str, Any]:
    """One line of predictions."""
    return {
        "id": key,
        "is_actionable": seen.is_actionable,
        "confidence": seen.confidence,
        "tasks": [{"title": t.title, "due": _iso(t.due), "rrule": t.rrule} for t in seen.tasks],
        "life_areas": [area.name for area in seen.life_areas],
        "type": seen.type.name,
        "sentiment": seen.sentiment.name,
        "people": [person.name for person in seen.people],
        "amounts": [{"value": float(a.value), "currency": a.currency} for a in seen.amounts],
        "tags": [tag.name for tag in seen.tags],
    }


def _iso(due: date | datetime | None) -> str | None:
    return due.isoformat() if due else None


if __name__ == "__main__":
    main()
