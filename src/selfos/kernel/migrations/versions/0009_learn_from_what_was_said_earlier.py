"""Learn from what was said earlier."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Have every space learn from what was said before memories were learnt, once."""
    op.execute("""INSERT INTO jobs (id, space_id, name, subject, run_at)
        SELECT gen_random_uuid(), id, 'memories.catch_up', '00000000-0000-0000-0000-000000000000', now() FROM spaces
        ON CONFLICT (space_id, name, subject) DO NOTHING""")
