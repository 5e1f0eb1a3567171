"""What is stored of a saved filter."""

from typing import Annotated

from pydantic import Field

from selfos.kernel.fields import Line
from selfos.kernel.records import Private, Record, SearchSpec

Query = Annotated[str, Field(max_length=2000, pattern=r"^[!-~]+$", examples=["tag=home&sort=due"])]
"""The query part of a web address: printable ASCII, all else percent-encoded."""


class SavedFilter(Record, kind="saved_filter", plural="saved_filters", search=SearchSpec(meaning=False)):
    """A list of tasks under a name."""

    name: Private[Line]
    query: Private[Query] = Field(description="What is shown, as the app's address of the list says it")
