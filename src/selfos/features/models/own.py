"""Providers that a person entered with a key of their own: the key goes in and never comes out again."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import asyncpg
import orjson
from pydantic import SecretStr

from selfos.identity.spaces import Payer
from selfos.intelligence.models.specs import ProviderKind, ProviderSpec
from selfos.kernel import clock
from selfos.kernel.addresses import Reach
from selfos.kernel.database import Database
from selfos.kernel.ids import new_id
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.records import to_json

_SEALED_FOR: Final = "model_providers"
_LIST: Final = "SELECT id, sealed FROM model_providers WHERE space_id = $1 AND account_id = $2 ORDER BY id"
_INSERT: Final = """INSERT INTO model_providers (space_id, id, account_id, created_at, sealed)
    VALUES ($1, $2, $3, $4, $5)"""
_DELETE: Final = "DELETE FROM model_providers WHERE space_id = $1 AND account_id = $2 AND id = $3 RETURNING id"


@dataclass(frozen=True, slots=True)
class OwnProvider:
    """A provider under its id."""

    id: UUID
    spec: ProviderSpec


class OwnProviders:
    """Keeps them sealed in the person's own space."""

    def __init__(self, database: Database, sealer: Sealer) -> None:
        self._database, self._sealer = database, sealer

    async def of(self, connection: asyncpg.Connection, payer: Payer) -> list[OwnProvider]:
        """Those of a person, in the order they were entered."""
        rows = await connection.fetch(_LIST, payer.space_id, payer.account_id)
        return [OwnProvider(row["id"], self._open(payer.space_id, row["id"], row["sealed"])) for row in rows]

    async def add(self, payer: Payer, spec: ProviderSpec) -> OwnProvider:
        """Keep another one."""
        provider_id = new_id()
        sealed = self._sealer.seal(payer.space_id, _SEALED_FOR, provider_id.bytes, to_json(_told(spec)))
        async with self._database.space(payer.space_id) as connection:
            await connection.execute(_INSERT, payer.space_id, provider_id, payer.account_id, clock.now(), sealed)
        return OwnProvider(provider_id, spec)

    async def remove(self, payer: Payer, provider_id: UUID) -> bool:
        """Destroy one with its key; whether it was there."""
        async with self._database.space(payer.space_id) as connection:
            return await connection.fetchval(_DELETE, payer.space_id, payer.account_id, provider_id) is not None

    def _open(self, space_id: UUID, provider_id: UUID, sealed: bytes) -> ProviderSpec:
        return _spec(orjson.loads(self._sealer.open(space_id, _SEALED_FOR, provider_id.bytes, sealed)))


def _told(spec: ProviderSpec) -> dict[str, Any]:
    return {
        "name": spec.name,
        "kind": spec.kind.value,
        "url": spec.url,
        "models": spec.models,
        "key": spec.key.get_secret_value() if spec.key else None,
        "reach": spec.reach.value,
    }


def _spec(told: dict[str, Any]) -> ProviderSpec:
    return ProviderSpec(
        name=told["name"],
        kind=ProviderKind(told["kind"]),
        url=told["url"],
        models=tuple(told["models"]),
        key=SecretStr(told["key"]) if told["key"] else None,
        reach=Reach(told["reach"]),
    )
