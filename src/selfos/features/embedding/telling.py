"""How far a space has come with the embedding that was chosen."""

from selfos.features.embedding.encoders import wanted_encoder
from selfos.features.embedding.service import EXTRA
from selfos.kernel.actions import ActionSet, Input, Output
from selfos.kernel.context import Context
from selfos.kernel.indexing.standing import standing_of

actions = ActionSet("embedding")


class EmbeddingState(Output):
    """`model` answers now; `done` of `total` records have vectors of `wanted`, which follows it when all have.

    `store` is where the vectors lie that answer: builtin, or a store that they were carried to.
    """

    model: str
    wanted: str
    store: str
    done: int
    total: int


@actions.reads("get", path="/search/embedding", scope="search:read", input=Input, output=EmbeddingState)
async def embedding(context: Context, _given: Input) -> EmbeddingState:
    """By which model this space is searched, and how far a new one is."""
    runtime, space = context.runtime, context.space_id
    encoder, store = await wanted_encoder(runtime, space), runtime.extras.get(EXTRA)
    wanted = encoder.model if encoder else ""
    query = """SELECT count(*) FILTER (WHERE model = $2) AS done, count(DISTINCT (kind, record_id)) AS total
        FROM vectors WHERE space_id = $1"""
    async with runtime.database.space(space, read_only=True) as connection:
        standing = await standing_of(connection, space, runtime.encoder.model if runtime.encoder else "")
        row = await connection.fetchrow(query, space, wanted)
    carried = store is not None and store.name == standing.store
    place = runtime.settings.vector_store if carried else "builtin"
    return EmbeddingState(model=standing.model, wanted=wanted, store=place, done=row["done"], total=row["total"])
