"""What asking models needs to know of people: the mode they chose, their providers, and what they have spent."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from selfos.features.models.calls import Calls, Entry
from selfos.features.models.installed import shared_specs
from selfos.features.models.own import OwnProviders
from selfos.features.profile import Profile, profile_of
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
        async with self._runtime.database.installation() as connection:
            payer = await payer_of(connection, asker.space_id, asker.account_id)
        if payer is None:
            raise ModelsUnavailable("nobody of this space could answer for the cost")
        return Person(payer, await profile_of(self._runtime, asker.space_id, payer.account_id))

    async def access(self, asker: Asker) -> Access:
        """What the asker may use today."""
        person = await self.person(asker)
        chosen, payer, day = person.profile, person.payer, person.day
        own_limit, most = chosen.model_budget_cents, self._runtime.settings.model_budget_cents
        return PersonalAccess(
            asker=asker,
            payer=payer,
            day=day,
            mode=chosen.model_mode or Mode(self._runtime.settings.model_mode),
            specs=(*(own.spec for own in await self.own.of(payer)), *self.shared),
            pseudonym=self._runtime.sealer.fingerprint("models", payer.account_id.bytes).hex()[:_PSEUDONYM],
            spent=await self.calls.spent(payer, day),
            shared_limit=min(most, most if own_limit is None else own_limit) * _MICROS_PER_CENT,
            own_limit=None if own_limit is None else own_limit * _MICROS_PER_CENT,
        )

    async def begin(self, access: Access, attempt: Try) -> Entry:
        """Write a call down. Raises Fault (over budget)."""
        if not isinstance(access, PersonalAccess):
            raise TypeError("access of another ledger")
        return await self.calls.begin(access.payer, attempt, access.day)
