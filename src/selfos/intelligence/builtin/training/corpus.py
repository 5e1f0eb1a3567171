"""The training texts: one per line of the TSV files, with the acts still to be done between braces."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from selfos.intelligence.builtin.understand.findings import Span


@dataclass(frozen=True, slots=True)
class Example:
    """A text without its braces, the spans of the acts in it, and the labels a reader gave it."""

    text: str
    acts: tuple[Span, ...]
    type: str
    sentiment: str
    areas: frozenset[str]

    def is_act(self, span: Span) -> bool:
        """Whether more than half of the span lies inside one act."""
        return any(2 * (min(span[1], end) - max(span[0], start)) > span[1] - span[0] for start, end in self.acts)


def read_corpus() -> Iterator[Example]:
    """All examples, file by file in the order of their names."""
    folder = files(__package__) / "corpus"
    for name in sorted(path.name for path in folder.iterdir()):
        yield from read_file(name)


def read_file(name: str) -> Iterator[Example]:
    """The examples of one file of the corpus."""
    lines = (files(__package__) / "corpus" / name).read_text(encoding="utf-8").splitlines()
    yield from (parse(line) for line in lines[1:] if line)


def parse(line: str) -> Example:
    kind, sentiment, areas, marked = line.split("\t")
    text, acts = _without_braces(marked.replace("\\n", "\n"))
    return Example(text, acts, kind, sentiment, frozenset(areas.split(",")) - {"-"})


def _without_braces(marked: str) -> tuple[str, tuple[Span, ...]]:
    plain, spans, opened = "", [], 0
    for character in marked:
        if character == "{":
            opened = len(plain)
        elif character == "}":
            spans.append((opened, len(plain)))
        else:
            plain += character
    return plain, tuple(spans)
