"""What is stored of a person's choices."""

from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from selfos.kernel.fields import Share
from selfos.kernel.records import Private, Record
from selfos.kernel.zones import Zone, machine_zone


class SuggestionMode(StrEnum):
    """What becomes of the tasks that the engine finds in thoughts."""

    OFF = "off"
    SUGGEST = "suggest"
    AUTOMATIC = "automatic"


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
    minutes_per_week: Private[WeekMinutes | None] = Field(None, description="Time there is for goals")

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of `timezone`."""
        return ZoneInfo(self.timezone)
