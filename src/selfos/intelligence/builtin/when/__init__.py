"""When does a text mean? Dates, times, ranges, durations and repeats of English text, read without any model.

Pure: local time in, local time out. `find` reads a whole line, `find_all` lists every mention, `find_period` reads
the date words of a search.
"""

from .find import find, find_all, find_period
from .result import Mention, Span, When

__all__ = ["Mention", "Span", "When", "find", "find_all", "find_period"]
