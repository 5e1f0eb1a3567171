"""The speed table: `python -m bench [PART ...] [--long]`. docs/benchmarks.md says what each row means."""

import argparse
import importlib
import os
import platform
import time
from datetime import UTC, datetime

from bench.table import Row, closing, heading, shown

PARTS = ("capture", "reading", "growth", "searching", "memories", "engine", "rest")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("parts", nargs="*", choices=[*PARTS, []], help="which parts to run (default: all)")
    arguments.add_argument("--long", action="store_true", help="growth with 1,000,000 thoughts in place of 100,000")
    chosen = arguments.parse_args()
    begun = time.monotonic()
    print(f"{_machine()}\n")
    print(heading(), flush=True)
    rows: list[Row] = []
    for part in chosen.parts or PARTS:
        made = importlib.import_module(f"bench.{part}")
        for row in made.rows(long=True) if part == "growth" and chosen.long else made.rows():
            print(shown(row), flush=True)
            rows.append(row)
    print(f"\n{closing(rows)}, in {time.monotonic() - begun:.0f} s")


def _machine() -> str:
    busy = " ".join(f"{value:.1f}" for value in os.getloadavg())
    made = platform.processor() or platform.machine()
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {os.cpu_count()} processors ({made}), "
        f"Python {platform.python_version()}, load average {busy}"
    )


if __name__ == "__main__":
    main()
