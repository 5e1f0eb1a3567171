"""What must hold of sources in every unit, undo included: a source's parts live and die with it."""

from selfos.features.sources import queries
from selfos.features.sources.records import Source, SourcePart
from selfos.kernel.unit import Unit

_LONGEST_TITLE = 500


def part_title(source: Source, place: str | None) -> str:
    """What a part is called: its source, and where it stands in it."""
    beneath = (place or "").removeprefix(source.title).removeprefix(" / ")
    return f"{source.title} · {beneath}"[:_LONGEST_TITLE].strip() if beneath else source.title


async def keep_parts_in_step(unit: Unit) -> None:
    """The living parts of a living source are those of its edition, called by its title; an erased one has none."""
    changed = {change.record.id: change for change in unit.changes if isinstance(change.record, Source)}
    told = {
        i: c for i, c in changed.items() if c.op != "update" or not c.before.keys().isdisjoint(("title", "edition"))
    }
    before = [i for i, change in told.items() if change.op != "create"]
    if not before:
        return
    ids = await queries.part_ids(await unit.connection(), unit.space_id, before)
    for part in await unit.get_many(SourcePart, ids, deleted=True):
        change = told[part.source_id]
        source = change.record
        if change.op == "erase":
            unit.erase(part)
        elif isinstance(source, Source):
            _follow(unit, part, source)


def _follow(unit: Unit, part: SourcePart, source: Source) -> None:
    if source.deleted_at is not None or part.edition != source.edition:
        unit.delete(part)
    else:
        unit.update(unit.restore(part), title=part_title(source, part.place))


rules = (keep_parts_in_step,)
