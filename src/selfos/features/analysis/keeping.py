"""Writing down what was found in a thought."""

from dataclasses import dataclass
from typing import Any, Final, Self
from uuid import UUID

from selfos.features.analysis.reading import Reader, facts, findings
from selfos.features.analysis.records import Analysis, Found, analysis_id, hash_of
from selfos.features.calibration import Calibrated
from selfos.features.profile import Profile
from selfos.features.suggestions import Proposal, settle
from selfos.features.thoughts import AnalysisState, Thought
from selfos.intelligence.builtin.understand.findings import Understanding
from selfos.kernel.fields import MAX_TAGS
from selfos.kernel.unit import Unit

SURE_TAG: Final = 0.6
"""From here on a tag is written into the thought. Others stay in the analysis: a wrong tag is worse than none."""
MOST_ADDED_TAGS: Final = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine makes of a thought, and which words it read."""

    thought_id: UUID
    engine: str
    text_hash: str
    facts: dict[str, Any]
    tags: tuple[str, ...]
    findings: tuple[Found, ...]
    proposals: tuple[Proposal, ...]
    calibrated: Calibrated

    @classmethod
    def of(cls, reader: Reader, thought: Thought, understood: Understanding, found_by: str | None = None) -> Self:
        """What is made of what was understood; `found_by` names the language model that looked again, if one did."""
        sure = reader.calibrated.confidence
        return cls(
            thought_id=thought.id,
            engine=f"{reader.engine}+{found_by}" if found_by else reader.engine,
            text_hash=hash_of(thought.content),
            facts=facts(understood, reader.calibrated),
            tags=tuple(t.name for t in understood.tags if sure("tag", t.confidence) >= SURE_TAG)[:MOST_ADDED_TAGS],
            findings=findings(understood, len(thought.content)),
            proposals=tuple(reader.proposals(understood)),
            calibrated=reader.calibrated,
        )


async def keep(unit: Unit, reading: Reading, profile: Profile, *, asked: bool) -> None:
    """Bring the analysis, the thought's own fields and its suggestions in line with a reading.

    Writes nothing where all is so already, where the thought says something else by now (another job reads that), and
    where the person took this reading back, unless it was `asked` for.
    """
    thoughts = await unit.get_many(Thought, [reading.thought_id], deleted=True)
    if not thoughts or hash_of(thoughts[0].content) != reading.text_hash:
        return
    thought = thoughts[0]
    if thought.deleted_at is not None:
        await settle(unit, thought.id, (), profile)
        return
    stored = await unit.get_many(Analysis, [analysis_id(thought.id)], deleted=True)
    earlier = stored[0] if stored else None
    if earlier and earlier.deleted_at and earlier.text_hash == reading.text_hash and not asked:
        return
    added = _added_tags(thought, earlier, reading.tags if profile.auto_tagging else ())
    _keep_analysis(unit, reading, earlier, added)
    _keep_facts(unit, thought, earlier, reading.facts, added)
    await settle(unit, thought.id, reading.proposals, profile, reading.calibrated)


def _own_tags(thought: Thought, earlier: Analysis | None) -> tuple[str, ...]:
    owed = earlier.added_tags if earlier and not earlier.deleted_at else ()
    return tuple(tag for tag in thought.tags if tag not in owed)


def _added_tags(thought: Thought, earlier: Analysis | None, found: tuple[str, ...]) -> tuple[str, ...]:
    if "tags" in thought.corrected:
        return ()
    own = _own_tags(thought, earlier)
    return tuple(tag for tag in found if tag not in own)[: MAX_TAGS - len(own)]


def _keep_analysis(unit: Unit, reading: Reading, earlier: Analysis | None, added: tuple[str, ...]) -> None:
    values = {
        "text_hash": reading.text_hash,
        "engine": reading.engine,
        "findings": reading.findings,
        "added_tags": added,
    }
    if earlier is None:
        unit.create(Analysis, id=analysis_id(reading.thought_id), thought_id=reading.thought_id, **values)
    else:
        unit.update(unit.restore(earlier), **values)


def _keep_facts(
    unit: Unit, thought: Thought, earlier: Analysis | None, found: dict[str, Any], added: tuple[str, ...]
) -> None:
    values = {name: value for name, value in found.items() if name not in thought.corrected}
    if "tags" not in thought.corrected:
        values["tags"] = _own_tags(thought, earlier) + added
    unit.update(thought, analysis_state=AnalysisState.DONE, **values)
