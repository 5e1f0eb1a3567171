"""Whether words touch on what some people do not want to be remembered. Rather too often than too seldom."""

import re
from collections.abc import Mapping
from functools import cache

from selfos.intelligence.builtin.remembering.lexicon import entries
from selfos.kernel.vocabulary import Sensitivity


def sensitivity(text: str) -> Sensitivity | None:
    """The first of the sensitive kinds that a text touches on, in the order of `Sensitivity`; None for none."""
    return next((kind for kind, signs in _signs().items() if signs.search(text)), None)


def touched(text: str) -> frozenset[Sensitivity]:
    """All of the sensitive kinds that a text touches on."""
    return frozenset(kind for kind, signs in _signs().items() if signs.search(text))


@cache
def _signs() -> Mapping[Sensitivity, re.Pattern[str]]:
    signs = entries("sensitive")
    return {kind: re.compile(rf"(?<!\w)(?:{signs[kind]})(?!\w)", re.IGNORECASE) for kind in Sensitivity}
