"""What is kept of models outside the change log: it is neither synced nor undoable. Importing this declares the tables.

Both stand in the personal space of whoever pays.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Uuid

from selfos.kernel.schema import instant, space_table

model_calls = space_table(
    "model_calls",
    Column("id", Uuid, nullable=False),
    Column("account_id", Uuid, nullable=False),
    Column("at", instant(), nullable=False),
    Column("input_tokens", Integer, nullable=False),
    Column("output_tokens", Integer, nullable=False),
    Column("cost_micros", BigInteger, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "space_id", "account_id", "at"),
    key=("id",),
)

model_providers = space_table(
    "model_providers",
    Column("id", Uuid, nullable=False),
    Column("account_id", Uuid, nullable=False),
    Column("created_at", instant(), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    key=("id",),
)
