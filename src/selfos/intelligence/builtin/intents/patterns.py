"""The regular expressions of the wishes, kept in the `data` folder."""

import re

from selfos.intelligence.builtin.understand import lexicon


def pattern(part: str, name: str) -> re.Pattern[str]:
    """A regular expression, case ignored, from the file `patterns_<part>`."""
    return lexicon.pattern(part, name, package=__package__)
