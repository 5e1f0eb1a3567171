"""Choosing among models, and entering providers of one's own. None of this writes records, so none can be undone."""

from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from selfos.features.models.service import asker_of, book_of, models_of
from selfos.features.models.views import ModelsView, ProviderCreate, ProviderView, Removed
from selfos.intelligence.models.connections import installed
from selfos.intelligence.models.specs import DEFAULT_URLS, ProviderKind, ProviderSpec
from selfos.kernel.actions import ActionSet, ById, Input
from selfos.kernel.addresses import AddressRefused, Reach, addresses
from selfos.kernel.context import Context
from selfos.kernel.errors import Conflict, Forbidden, Invalid, NotFound

actions = ActionSet("models")
_WRITE: Final = "models:write"
_MICROS_PER_CENT: Final = 10_000
_MOST: Final = 10
_EXAMPLE: Final = {"name": "My key", "kind": "anthropic", "models": ["claude-haiku-5-5"], "key": "sk-ant-…"}


@actions.reads("list", path="/models", input=Input, output=ModelsView)
async def list_models(context: Context, _given: Input) -> ModelsView:
    """Which models may be asked here, and what is left of the day's budget."""
    book, asker = book_of(context.runtime), asker_of(context)
    access, person = await book.access(asker), await book.person(asker)
    own = await book.own_of(person.payer)
    return ModelsView(
        mode=access.mode,
        mode_is_chosen=person.profile.model_mode is not None,
        available=await models_of(context.runtime).available(asker),
        installed=installed(),
        providers=[*(_view(o.spec, o.id) for o in own), *(_view(spec, None) for spec in book.shared)],
        spent_today_micros=access.spent,
        budget_today_cents=(access.shared_limit or 0) // _MICROS_PER_CENT,
        own_budget_cents=person.profile.model_budget_cents,
    )


@actions.reads(
    "add_provider",
    method="POST",
    path="/models/providers",
    scope=_WRITE,
    input=ProviderCreate,
    output=ProviderView,
    status=201,
    raises=(409, 422),
    graded="outward",
    example=_EXAMPLE,
)
async def add_provider(context: Context, given: ProviderCreate) -> ProviderView:
    """Enter a provider with a key of your own."""
    _person_only(context)
    spec, book = await _checked(context, given), book_of(context.runtime)
    payer = (await book.person(asker_of(context))).payer
    own = await book.own_of(payer)
    taken = {spec.name for spec in book.shared} | {other.spec.name for other in own}
    if spec.name in taken:
        raise Conflict("there is a provider of this name; choose another", field="name")
    if len(own) >= _MOST:
        raise Conflict(f"there can be {_MOST} providers; remove one first")
    added = await book.own.add(payer, spec)
    return _view(spec, added.id)


@actions.reads(
    "remove_provider",
    method="DELETE",
    path="/models/providers/{id}",
    scope=_WRITE,
    input=ById,
    output=Removed,
    raises=(404,),
)
async def remove_provider(context: Context, given: ById) -> Removed:
    """Remove a provider of your own, and its key for good."""
    _person_only(context)
    book = book_of(context.runtime)
    if not await book.own.remove((await book.person(asker_of(context))).payer, given.id):
        raise NotFound(f"there is no provider with the id {given.id}")
    return Removed(id=given.id)


def _person_only(context: Context) -> None:
    if context.principal.scopes is not None:
        raise Forbidden("a key may not do this; sign in")


async def _checked(context: Context, given: ProviderCreate) -> ProviderSpec:
    """Raises Invalid for an address that this person may not have asked."""
    kind = ProviderKind(given.kind)
    url = (given.url or DEFAULT_URLS.get(kind) or "").rstrip("/")
    split = urlsplit(url)
    if split.scheme not in {"http", "https"} or not split.hostname or split.username or split.query or split.fragment:
        raise Invalid("must look like https://host/path", field="url")
    reach = Reach.ANYWHERE if context.principal.installation_owner else Reach.PUBLIC
    if reach is Reach.PUBLIC and split.scheme != "https":
        raise Invalid("must begin with https://", field="url")
    try:
        await addresses(split.hostname, split.port or 443, reach)
    except AddressRefused as error:
        raise Invalid("only the installation's owner may name addresses in its network", field="url") from error
    except (OSError, UnicodeError, ValueError) as error:
        raise Invalid("there is no such host", field="url") from error
    return ProviderSpec(given.name, kind, url, given.models, given.key, reach)


def _view(spec: ProviderSpec, provider_id: UUID | None) -> ProviderView:
    """The key of the installation shows nobody anything."""
    key = spec.key.get_secret_value() if spec.key and not spec.shared else None
    return ProviderView(
        id=provider_id,
        name=spec.name,
        kind=spec.kind,
        host=spec.host,
        models=spec.models,
        key_ends=key[-4:] if key else None,
        shared=spec.shared,
        at_home=all(spec.at_home(model) for model in spec.models),
    )
