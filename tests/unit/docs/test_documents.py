"""The documents are true where a test can tell: links lead somewhere, generated parts follow the declarations."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _anchors(document: Path) -> set[str]:
    """The anchors of its headings, as they are made by the sites that show Markdown."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def dead_links(document: Path) -> Iterator[str]:
    """Links to files and headings that are not there; the web is not asked."""
    for link in _LINK.findall(_FENCE.sub("", document.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            yield link


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_links_lead_somewhere(document: Path) -> None:
    assert list(dead_links(document)) == []


def test_a_dead_link_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A page\n[here](#a-page) [gone](gone.md) [nowhere](page.md#nowhere) [far](https://example.org)")
    assert list(dead_links(page)) == ["gone.md", "page.md#nowhere"]


@pytest.fixture(scope="module")
def generated() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "scripts" / "generated_docs.py"))


def test_generated_sections_follow_the_declarations(generated: dict[str, Any]) -> None:
    for document in generated["SECTIONS"]:
        kept = (ROOT / document).read_text(encoding="utf-8")
        assert kept == generated["rewritten"](document), f"run scripts/generated_docs.py: {document} has drifted"


def test_a_new_clear_column_would_be_noticed(generated: dict[str, Any]) -> None:
    """What the list says of a table is what the table has."""
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", generated["clear_columns"](), re.MULTILINE))
    assert rows["thoughts"] == "`captured_at`, `status`, `analysis_state`"
    assert {"accounts", "jobs", "changes", "sessions"} <= rows.keys()
    assert not any("content" in clear or "title" in clear for clear in rows.values())


def test_decisions_are_numbered_without_gaps_and_all_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [int(name[:4]) for name in pages] == list(range(1, len(pages) + 1))
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert [name for name in pages if f"({name})" not in index] == []
