"""What asking models needs to know of people: the mode they chose, their providers, and what they have spent."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from selfos.features.models.calls import Calls, Entry
from selfos.features.models.installed import shared_specs
from selfos.features.models.own import OwnProvider, OwnProviders
from selfos.features.profile import Profile, read_profile
from selfos.identity.spaces import Payer, payer_of
from selfos.intelligence.models import Asker, ModelsUnavailable
from selfos.intelligence.models.ledger import Access, Try
from selfos.intelligence.models.specs import Mode
from selfos.kernel import clock
from selfos.kernel.recurrence import wall
from selfos.kernel.runtime import Runtime

_MICROS_PER_CENT: Final = 10_000
_PSEUDONYM: Final = 32


@dataclass(frozen=True, slots=True)
class Person:
    """Who pays, and what they chose in the space they act in."""

    payer: Payer
    profile: Profile

    @property
    def day(self) -> datetime:
        """When their day began."""
        today = wall(clock.now(), self.profile.zone).date()
        return datetime.combine(today, time(), self.profile.zone).astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalAccess(Access):
    """Access with what the calls made under it are kept by."""

    payer: Payer
    day: datetime


class Book:
    """The ledger of the product, kept in PostgreSQL."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self.shared = shared_specs(runtime.settings)
        self.calls = Calls(runtime.database, runtime.sealer)
        self.own = OwnProviders(runtime.database, runtime.sealer)

    async def person(self, asker: Asker) -> Person:
        """Whose budget it is. Raises ModelsUnavailable where the space has no such member."""
        async with self._runtime.database.space(asker.space_id, read_only=True) as connection:
            payer = await payer_of(connection, asker.space_id, asker.account_id)
            if payer is None:
                raise ModelsUnavailable("nobody of this space could answer for the cost")
            profile = await read_profile(connection, self._runtime.sealer, asker.space_id, payer.account_id)
        return Person(payer, profile)

    async def own_of(self, payer: Payer) -> list[OwnProvider]:
        """The providers that a person entered."""
        async with self._runtime.database.space(payer.space_id, read_only=True) as connection:
            return await self.own.of(connection, payer)

    async def access(self, asker: Asker) -> Access:
        """What the asker may use today."""
        person = await self.person(asker)
        chosen, payer, day = person.profile, person.payer, person.day
        own_limit, most = chosen.model_budget_cents, self._runtime.settings.model_budget_cents
        async with self._runtime.database.space(payer.space_id, read_only=True) as connection:
            own = await self.own.of(connection, payer)
            spent = await self.calls.spent(connection, payer, day)
        return PersonalAccess(
            asker=asker,
            payer=payer,
            day=day,
            mode=chosen.model_mode or Mode(self._runtime.settings.model_mode),
            specs=(*(one.spec for one in own), *self.shared),
            pseudonym=self._runtime.sealer.fingerprint("models", payer.account_id.bytes).hex()[:_PSEUDONYM],
            spent=spent,
            shared_limit=min(most, most if own_limit is None else own_limit) * _MICROS_PER_CENT,
            own_limit=None if own_limit is None else own_limit * _MICROS_PER_CENT,
        )

    async def begin(self, access: Access, attempt: Try) -> Entry:
        """Write a call down. Raises Fault (over budget)."""
        if not isinstance(access, PersonalAccess):
            raise TypeError("access of another ledger")
        return await self.calls.begin(access.payer, attempt, access.day)
