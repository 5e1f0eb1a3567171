"""Where an uploaded file waits until it is read: sealed pieces, gone when the import is over."""

from sqlalchemy import Column, Integer, LargeBinary, Uuid

from selfos.kernel.schema import space_table

source_files = space_table(
    "source_files",
    Column("import_id", Uuid, nullable=False),
    Column("number", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    key=("import_id", "number"),
)
