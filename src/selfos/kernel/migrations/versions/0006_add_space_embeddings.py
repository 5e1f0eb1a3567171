"""Add the embedding that each space stands by."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Bring the tables to this revision."""
    op.create_table(
        "space_embeddings",
        sa.Column("space_id", sa.Uuid(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("store", sa.Text(), nullable=True),
        sa.Column("carried", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("space_id", name=op.f("pk_space_embeddings")),
        info={"class": "space"},
    )
