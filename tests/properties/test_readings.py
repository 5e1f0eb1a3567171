"""Whatever is captured, what the engine makes of it can be kept."""

from dataclasses import asdict
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from selfos.features.analysis.keeping import Reading
from selfos.features.analysis.reading import Reader
from selfos.features.analysis.records import Analysis
from selfos.features.suggestions import TaskSuggestion
from selfos.features.tasks import Task
from selfos.features.thoughts import Thought

PHRASES = (
    "I need to must call Anna dr. O'Neil buy milk tomorrow next week every other monday at 5pm noon for 3 hours 40000 "
    "years ago in by until $20 €1,50 #tag #Über-lang @sam [ ] [x] - • 1. ... ? ! ( ) maybe haven't sad happy "
    "2026-02-30 31/12/9999 00:00 25:61 half past 火曜日 🙂 http://x.y/z"
)
WORDS = st.sampled_from(PHRASES.split())
TEXTS = st.lists(WORDS | st.text(max_size=12) | st.just("\n"), min_size=1, max_size=60).map(" ".join)
MOMENTS = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
ZONES = st.sampled_from(["UTC", "America/St_Johns", "Pacific/Kiritimati", "Africa/Casablanca"]).map(ZoneInfo)
KEPT = {name for name in TaskSuggestion.model_fields if name in Task.model_fields}


@settings(max_examples=150, deadline=None)
@given(content=TEXTS, captured_at=MOMENTS, zone=ZONES)
def test_a_reading_of_any_thought_can_be_kept(content: str, captured_at: datetime, zone: ZoneInfo) -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    times = {"created_at": now, "updated_at": now}
    content = "".join(c for c in content if c.isprintable() or c == "\n").strip() or "x"
    thought = Thought(content=content, captured_at=captured_at, **times)
    reader = Reader(zone, None)
    reading = Reading.of(reader, thought, reader.read(thought))
    thought.replaced(**reading.facts, tags=reading.tags)
    Analysis(
        thought_id=thought.id, text_hash=reading.text_hash, engine=reading.engine, findings=reading.findings, **times
    )
    for proposal in reading.proposals:
        suggestion = TaskSuggestion(thought_id=thought.id, **asdict(proposal), **times)
        Task(**{name: getattr(suggestion, name) for name in KEPT - {"status"}})
        start, end = suggestion.span
        assert 0 <= start < end <= len(content)
    for found in reading.findings:
        assert 0 <= found.span[0] <= found.span[1] <= len(content)
