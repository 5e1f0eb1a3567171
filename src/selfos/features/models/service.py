"""The models of a running process."""

from typing import Final

from selfos.features.models.book import Book
from selfos.intelligence.models import Asker, Models
from selfos.intelligence.models.connections import Connections
from selfos.intelligence.models.specs import Mode
from selfos.kernel.context import Context
from selfos.kernel.runtime import Runtime

EXTRA: Final = "models"
"""Where the runtime's extras hold the Models, and their Book under `models.book`."""
BOOK: Final = "models.book"


def open_models(runtime: Runtime) -> Models:
    """Put the models into the runtime. They must be closed with it."""
    book = runtime.extras[BOOK] = Book(runtime)
    models = runtime.extras[EXTRA] = Models(book, Connections(runtime.encoder))
    models.warm(Mode(runtime.settings.model_mode), book.shared)
    return models


def models_of(runtime: Runtime) -> Models:
    """The models of this process."""
    models: Models = runtime.extras[EXTRA]
    return models


def book_of(runtime: Runtime) -> Book:
    """What is kept of them."""
    book: Book = runtime.extras[BOOK]
    return book


def asker_of(context: Context) -> Asker:
    """The caller of an action, as models know them."""
    return Asker(context.space_id, context.principal.account_id)
