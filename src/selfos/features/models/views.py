"""What is taken and answered about models at the edge. Money is in millionths of a US dollar, budgets in cents."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, SecretStr

from selfos.intelligence.models.specs import Mode, ProviderKind
from selfos.kernel.actions import Input, Output
from selfos.kernel.fields import Instant, Line

ModelName = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^\S+$")]
Own = Literal["anthropic", "openai", "google", "ollama", "compatible"]


class ProviderCreate(Input):
    """A provider with a key of your own. The key is kept sealed and never shown again."""

    model_config = ConfigDict(hide_input_in_errors=True)

    name: Line = Field(max_length=60, examples=["My key"])
    kind: Own
    url: str | None = Field(None, max_length=500, description="Where it answers; needed for ollama and compatible")
    models: tuple[ModelName, ...] = Field(
        min_length=1, max_length=2, description="The strong one and the light one, or one for both"
    )
    key: SecretStr | None = Field(None, min_length=8, max_length=500, examples=["sk-…"])


class ProviderView(Output):
    """A provider, without its key. `id` is null for one of the installation."""

    id: UUID | None
    name: str
    kind: ProviderKind
    host: str
    models: tuple[str, ...]
    key_ends: str | None = Field(description="The last four characters of the key")
    shared: bool = Field(description="Whether it belongs to the installation")
    at_home: bool = Field(description="Whether nothing leaves this machine when it is asked")


class ModelsView(Output):
    """What may be asked here, and what is left of the day's budget."""

    mode: Mode
    mode_is_chosen: bool = Field(description="False where the installation's mode holds")
    available: bool
    installed: bool = Field(description="Whether the packages for providers are there")
    providers: list[ProviderView]
    spent_today_micros: int
    budget_today_cents: int | None = Field(description="For the installation's providers")
    own_budget_cents: int | None = Field(description="For your own providers; null for none")


class UsageQuery(Input):
    days: int = Field(30, ge=1, le=30, description="Days back from now")


class Sum(Output):
    """What calls took together."""

    calls: int
    input_tokens: int
    output_tokens: int
    cost_micros: int


class UsageOf(Sum):
    """The share of a day, a model or a purpose."""

    name: str


class UsageView(Output):
    """What was asked, and what it cost."""

    since: Instant
    total: Sum
    by_day: list[UsageOf] = Field(description="Days of your own calendar")
    by_model: list[UsageOf]
    by_purpose: list[UsageOf]


class CallsQuery(Input):
    limit: int = Field(50, ge=1, le=200)
    before: UUID | None = Field(None, description="`next` of the page before")


class CallView(Output):
    """One call to a model."""

    id: UUID
    at: Instant
    purpose: str
    provider: str
    model: str
    prompt: str | None = Field(description="Name and version of the prompt")
    end: str = Field(description="`answered`, `running`, `cancelled`, or what went wrong")
    input_tokens: int
    output_tokens: int
    cost_micros: int
    milliseconds: int


class ReturnedCall(Output):
    """A tool that the model wanted used."""

    id: str
    name: str
    arguments: dict[str, object]


class CallDetail(CallView):
    """One call with what the model returned."""

    text: str
    calls: list[ReturnedCall]


class CallsView(Output):
    items: list[CallView]
    next: UUID | None


class Forgotten(Output):
    calls: int


class Removed(Output):
    id: UUID


class HealthView(Output):
    """How a provider answered just now."""

    provider: str
    kind: ProviderKind
    model: str
    shared: bool
    answers: bool
    problem: str | None
    seconds: float
    structured: Literal["native", "tool", "prompted"] | None = Field(description="How answers of a form are asked for")
    tools: bool | None = Field(description="Null where it was not tried")
    streaming: bool | None
    vision: bool | None = Field(description="Whether it told the colours of a picture drawn by lot")
    decisions: bool | None = Field(description="Whether it is held to the answers it is given to choose from")
    embeddings: bool | None


class HealthsView(Output):
    """Every provider that you may see."""

    mode: Mode
    available: bool
    providers: list[HealthView]
