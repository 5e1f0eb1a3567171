"""How often the built-in engine sees what a sentence wants: capture, act, ask or other.

    python -m bench.intents FILE [--out predictions.jsonl] [--errors 20] [--rules]

FILE has one JSON object per line with `id`, `text` and `intent`, a CLINC150 intent (Larson et al. 2019) as mapped
below; `oos` is out of scope. Printed are the share that is right over the four groups, the share of `oos` that was
not taken for capture or act, and the processor time of one message. A prediction line has `id`, `group`, `want` and
`confidence`.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from selfos.intelligence.builtin.encoder import load_encoder
from selfos.intelligence.builtin.intents import Intent, read_intent

GROUPS = {
    "capture": "reminder_update todo_list_update calendar_update schedule_meeting shopping_list_update alarm timer",
    "ask": "reminder todo_list calendar meeting_schedule shopping_list bill_due bill_balance spending_history "
    "transactions balance income payday date time weather",
    "act": "pay_bill transfer make_call text play_music smart_home cancel",
    "other": "what_can_i_ask_you greeting thank_you tell_joke oos",
}
GROUP_OF = {intent: group for group, intents in GROUPS.items() for intent in intents.split()}
#: The sentences name no moment of speaking; their dates are read from this one.
SPOKEN = datetime(2026, 1, 14, 10, 0)  # noqa: DTZ001 - local time, as in the product


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what sentences are taken to want.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, help="where the predictions go (default: nowhere)")
    parser.add_argument("--errors", type=int, default=0, help="print this many wrong ones")
    parser.add_argument("--rules", action="store_true", help="read without the encoder")
    options = parser.parse_args()
    cases = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    encoder = None if options.rules else load_encoder()
    read_intent("warm up", SPOKEN, encoder)
    began = time.process_time()
    read = [read_intent(case["text"], SPOKEN, encoder) for case in cases]
    spent = 1000 * (time.process_time() - began) / max(1, len(cases))
    print(report(cases, read))
    print(f"{len(cases)} sentences, {spent:.1f} ms of processor time each")
    for line in wrong(cases, read)[: options.errors]:
        print(line)
    if options.out:
        options.out.write_text("".join(prediction(*pair) for pair in zip(cases, read, strict=True)), encoding="utf-8")


def report(cases: Sequence[dict[str, str]], read: Sequence[Intent]) -> str:
    """The two bars, and each group of the file with what it was taken for."""
    pairs = [(GROUP_OF[case["intent"]], intent.group.value) for case, intent in zip(cases, read, strict=True)]
    scope = [intent.group.value for case, intent in zip(cases, read, strict=True) if case["intent"] == "oos"]
    refused = sum(group not in ("capture", "act") for group in scope)
    lines = [
        f"right {sum(gold == said for gold, said in pairs) / max(1, len(pairs)):.3f}",
        f"out of scope refused {refused / max(1, len(scope)):.3f} of {len(scope)}",
    ]
    for group in GROUPS:
        taken = Counter(said for gold, said in pairs if gold == group)
        lines.append(f"  {group:8} taken for " + ", ".join(f"{name} {count}" for name, count in taken.most_common()))
    return "\n".join(lines)


def wrong(cases: Sequence[dict[str, str]], read: Sequence[Intent]) -> list[str]:
    """One line for each sentence whose group was not seen."""
    return [
        f"  {case['intent']}: {case['text']!r} taken for {intent.want} ({intent.group}, {intent.confidence:.2f})"
        for case, intent in zip(cases, read, strict=True)
        if GROUP_OF[case["intent"]] != intent.group
    ]


def prediction(case: dict[str, str], intent: Intent) -> str:
    """One line of predictions."""
    said = {"group": intent.group, "want": intent.want, "confidence": intent.confidence}
    return json.dumps({"id": case["id"], **said}) + "\n"


if __name__ == "__main__":
    main()
