"""What can be done with saved filters."""

from selfos.features.saved_filters.records import SavedFilter
from selfos.kernel.crud import crud

actions = crud(SavedFilter.spec).only("create", "list", "get", "update", "delete", "restore", "erase", "history")
