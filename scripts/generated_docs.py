"""Writes the parts of the documents that follow from the declarations: the clear columns and the settings.

`scripts/generated_docs.py` writes them; a test fails where they have drifted.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from sqlalchemy import LargeBinary, Table

from selfos import declared
from selfos.kernel.config.settings import SECRETS, Settings
from selfos.kernel.records import BASE_FIELDS, registry
from selfos.kernel.schema import INSTALLATION_TABLE, declare_all, record_table

ROOT: Final = Path(__file__).parent.parent
_COMMON: Final = ("space_id", *BASE_FIELDS)
_FOLDERS: Final = {"data": "`~/.local/share/selfos`", "models": "`share/selfos` beside the Python it runs on"}
"""Defaults that depend on the machine."""


def clear_columns() -> str:
    """Every table with its clear columns, and with what it keeps sealed or hashed."""
    assert declared.FEATURES  # importing them declared every table
    tables = declare_all().tables.values()
    kinds = {record_table(kind).name: kind for kind in registry.all()}
    rows = [_row("every record", _named(_COMMON), "what the rows below name")]
    rows += [_row(f"`{name}`", _named(kind.indexed), _named(kind.private)) for name, kind in sorted(kinds.items())]
    others = sorted(
        (table for table in tables if table.name not in kinds),
        key=lambda table: (table.info["class"] == INSTALLATION_TABLE, table.name),
    )
    rows += [_row(f"`{table.name}`", _named(_columns(table, clear=True)), _sealed(table)) for table in others]
    return "\n".join(["| table | clear | sealed |", "|---|---|---|", *rows])


def settings() -> str:
    """Every setting with its default and its meaning."""
    rows = [
        f"| `SELFOS_{name.upper()}` | {_default(name, field)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(["| setting | default | meaning |", "|---|---|---|", *rows])


def secrets() -> str:
    """The settings that may also be the name of a file."""
    return ", ".join(f"`SELFOS_{name.upper()}_FILE`" for name in sorted(SECRETS)) + "."


SECTIONS: Final[dict[str, tuple[Callable[[], str], ...]]] = {
    "README.md": (clear_columns,),
    "docs/settings.md": (settings, secrets),
}
"""The documents and the sections in them, between `<!-- clear_columns -->` and `<!-- /clear_columns -->`."""


def rewritten(document: str) -> str:
    """The document with its generated sections as the declarations have them now."""
    text = (ROOT / document).read_text(encoding="utf-8")
    for section in SECTIONS[document]:
        opening, closing = f"<!-- {section.__name__} -->\n", f"\n<!-- /{section.__name__} -->"
        pattern = re.compile(f"(?<={re.escape(opening)}).*?(?={re.escape(closing)})", re.DOTALL)
        text, count = pattern.subn(lambda _, section=section: section(), text)  # type: ignore[misc] # mypy cannot infer it
        assert count == 1, f"{document} has no section {section.__name__}"
    return text


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell or '–' for cell in cells)} |"


def _columns(table: Table, *, clear: bool) -> Iterator[str]:
    return (column.name for column in table.columns if isinstance(column.type, LargeBinary) is not clear)


def _sealed(table: Table) -> str:
    told = (f"`{name}`" + " (a hash)" * name.endswith("_hash") for name in _columns(table, clear=False))
    return ", ".join(told)


def _named(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _default(name: str, field: FieldInfo) -> str:
    if name in _FOLDERS:
        return _FOLDERS[name]
    value = field.default
    if value is None or value is PydanticUndefined or value == ():
        return "none"
    return f"`{', '.join(value)}`" if isinstance(value, tuple) else f"`{value}`"


def main() -> None:
    """Bring every document up to date; says which ones changed."""
    for document in SECTIONS:
        text = rewritten(document)
        if text != (ROOT / document).read_text(encoding="utf-8"):
            (ROOT / document).write_text(text, encoding="utf-8")
            print(f"{document} is up to date again", file=sys.stderr)


if __name__ == "__main__":
    main()
