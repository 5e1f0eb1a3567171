"""What can be done with memories."""

from selfos.features.memories.records import Memory
from selfos.kernel.crud import crud

actions = crud(Memory.spec).only("list", "get", "history")
