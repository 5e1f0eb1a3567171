"""What is stored of what was learned."""

from pydantic import BaseModel, ConfigDict, Field

from selfos.kernel.records import Managed, Private, Record, SearchSpec


class Scale(BaseModel):
    """The fitted scale of one kind of finding: sigmoid(slope * logit(confidence) + shift)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slope: float
    shift: float
    judgements: int = Field(description="How many it was fitted to")


class Calibration(Record, kind="calibration", plural="calibrations", search=SearchSpec(meaning=False), synced=False):
    """The scales of a space, by kind of finding; stored under the id of the space."""

    scales: Private[Managed[dict[str, Scale]]] = Field(default_factory=dict)
