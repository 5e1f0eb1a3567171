"""What is stored of a person's choices."""

from datetime import time
from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, model_validator

from selfos.intelligence.models.specs import Mode
from selfos.kernel.fields import Share
from selfos.kernel.records import Private, Record
from selfos.kernel.vocabulary import LifeArea, Sensitivity
from selfos.kernel.zones import Zone, machine_zone


class SuggestionMode(StrEnum):
    """What becomes of the tasks that the engine finds in thoughts."""

    OFF = "off"
    SUGGEST = "suggest"
    AUTOMATIC = "automatic"


class ReplyStyle(StrEnum):
    """How the assistant shall speak."""

    BRIEF = "brief"
    WARM = "warm"
    DETAILED = "detailed"


class Hours(BaseModel):
    """A part of the day, on the person's clock."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    starts: time
    ends: time

    @model_validator(mode="after")
    def _forwards(self) -> "Hours":
        if self.ends <= self.starts or self.starts.tzinfo or self.ends.tzinfo:
            raise ValueError("must be times of day without a zone, `ends` after `starts`")
        return self


Cents = Annotated[int, Field(ge=0, le=1_000_000)]
WeekMinutes = Annotated[int, Field(ge=0, le=7 * 24 * 60)]


class Profile(Record, kind="profile", plural="profiles"):
    """One for each account in each space, under the account's id. Nothing is stored until something is chosen."""

    timezone: Private[Zone] = Field(default_factory=machine_zone, description="Where dates and times are meant")
    suggestion_mode: Private[SuggestionMode] = Field(
        SuggestionMode.SUGGEST, description="Whether tasks found in thoughts are dropped, suggested or made at once"
    )
    automatic_threshold: Private[Share] = Field(
        0.9, description="In automatic mode: the least confidence with which a task is made at once"
    )
    auto_analysis: Private[bool] = Field(True, description="Whether the engine reads what is captured")
    auto_tagging: Private[bool] = Field(True, description="Whether the engine may add tags")
    learning: Private[bool] = Field(True, description="Whether the engine learns from what you make of its findings")
    not_remembered: Private[tuple[Sensitivity, ...]] = Field(
        (), description="Sensitive matters of which no memories are made, and none recalled"
    )
    minutes_per_week: Private[WeekMinutes | None] = Field(None, description="Time there is for goals")
    reply_style: Private[ReplyStyle | None] = Field(None, description="How the assistant shall speak")
    peak_hours: Private[Annotated[tuple[Hours, ...], Field(max_length=4)]] = Field(
        (), description="When things go best; what is planned is put there first"
    )
    area_weights: Private[dict[LifeArea, Share]] = Field(
        default_factory=dict, description="How much each life area matters"
    )

    model_mode: Private[Mode | None] = Field(
        None, description="How far words may go to language models; null for what the installation set"
    )
    model_budget_cents: Private[Cents | None] = Field(
        None, description="US cents that language models may cost a day; null for what the installation set"
    )

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of `timezone`."""
        return ZoneInfo(self.timezone)
