"""What is said when no model can answer."""

from selfos.kernel.errors import Unavailable


class ModelsUnavailable(Unavailable):
    """No provider could answer; the detail says why and what would help. Callers with a way of their own take it."""

    slug, title = "models-unavailable", "No language model can answer right now"
