"""Fills spaces with thoughts and their vectors, through the product's own units of work.

The vectors are those of a few hundred real texts, each a little disturbed: an index of them costs what a true one
does, and filling does not wait for the encoder. No analysis is asked for.

    python -m bench.fill DATA SPACE COUNT        into a space of the SelfOS that runs on this data folder
"""

import asyncio
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID

import numpy as np

from bench.server import Server
from bench.texts import texts
from selfos.features.thoughts import AnalysisState, Thought
from selfos.intelligence.builtin.encoder import load_encoder
from selfos.kernel.config.settings import Settings, load_settings
from selfos.kernel.database import Database
from selfos.kernel.embedded import database_urls
from selfos.kernel.indexing.stored_vectors import FloatArray, pack, text_hash
from selfos.kernel.keys.keystore import Keystore
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.principal import Actor, ActorKind
from selfos.kernel.unit import Units

_EACH_UNIT = 8
"""Records a unit: enough versions to be like a space that grew by itself, few enough to fill fast."""
_SIDE_BY_SIDE = 4
_MODELS = 200
_PROCESSES = 2


def fill(house: Server, spaces: Sequence[str], each: int) -> None:
    """So many thoughts into each of these spaces."""
    parts = [spaces[number::_PROCESSES] for number in range(_PROCESSES)]
    with ProcessPoolExecutor(_PROCESSES, get_context("spawn")) as pool:
        for done in [pool.submit(_fill, house.settings, part, each) for part in parts if part]:
            done.result()


def _fill(settings: Settings, spaces: Sequence[str], each: int) -> None:
    asyncio.run(_fill_spaces(settings, spaces, each))


async def _fill_spaces(settings: Settings, spaces: Sequence[str], each: int) -> None:
    database = await Database.connect(database_urls(settings).app, size=_SIDE_BY_SIDE)
    units = Units(database, Sealer(Keystore(settings.keystore, settings.key_bytes())))
    encoder = load_encoder(settings.models / "minilm")
    models = encoder.encode(list(islice(texts(0), _MODELS)))
    waiting = iter(spaces)

    async def one_after_another() -> None:
        for space in waiting:
            await _fill_space(units, UUID(space), each, models, encoder.model)

    async with asyncio.TaskGroup() as group:
        for _ in range(_SIDE_BY_SIDE):
            group.create_task(one_after_another())
    await database.close()


async def _fill_space(units: Units, space: UUID, each: int, models: FloatArray, model: str) -> None:
    actor, chosen = Actor(ActorKind.PERSON, space), np.random.default_rng(space.int % 2**32)
    source = texts(space.int % 100_000)
    for start in range(0, each, _EACH_UNIT):
        async with units.begin(space, actor, "thoughts.create") as unit:
            for _ in range(min(_EACH_UNIT, each - start)):
                thought = unit.create(Thought, content=next(source), analysis_state=AnalysisState.DONE)
                vector = models[chosen.integers(len(models))] + chosen.normal(0, 0.02, models.shape[1])
                rows = (vector / np.linalg.norm(vector)).astype(np.float32)[None, :]
                unit.put_vector("thought", thought.id, model, pack(text_hash(thought.content), rows))


if __name__ == "__main__":
    _data, _space, _count = sys.argv[1:]
    _fill(load_settings({"data": Path(_data)}), [_space], int(_count))
