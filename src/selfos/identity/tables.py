"""The installation's tables of who is who: ids, times, keyed hashes and sealed bytes only.

E-mail addresses are found by HMAC and kept sealed; passwords are argon2id hashes, sealed as well; secrets of sessions,
keys and invitations are kept as keyed hashes.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, LargeBinary, PrimaryKeyConstraint, Text, Uuid, text

from selfos.kernel.schema import installation_table, instant

spaces = installation_table(
    "spaces",
    Column("id", Uuid, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("created_at", instant(), nullable=False),
)

accounts = installation_table(
    "accounts",
    Column("id", Uuid, primary_key=True),
    Column("personal_space_id", Uuid, ForeignKey("spaces.id"), nullable=False),
    Column("created_at", instant(), nullable=False),
    Column("disabled_at", instant()),
    Column("installation_owner", Boolean, nullable=False),
    Column("email_hash", LargeBinary),
    Column("profile", LargeBinary, nullable=False),
    Column("password", LargeBinary),
    Index("uq_accounts_email", "email_hash", unique=True),
    # one owner at most, however many processes start at once
    Index("uq_accounts_owner", "installation_owner", unique=True, postgresql_where=text("installation_owner")),
)

memberships = installation_table(
    "memberships",
    Column("account_id", Uuid, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("space_id", Uuid, ForeignKey("spaces.id", ondelete="CASCADE"), nullable=False),
    Column("role", Text, nullable=False),
    Column("since", instant(), nullable=False),
    PrimaryKeyConstraint("account_id", "space_id"),
    Index("ix_memberships_space", "space_id"),
)

sessions = installation_table(
    "sessions",
    Column("id", Uuid, primary_key=True),
    Column("account_id", Uuid, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", instant(), nullable=False),
    Column("refreshed_at", instant(), nullable=False),
    Column("expires_at", instant(), nullable=False),
    Column("revoked_at", instant()),
    Column("secret_hash", LargeBinary, nullable=False),
    Column("previous_hash", LargeBinary),
    Column("device", LargeBinary, nullable=False),
    Index("ix_sessions_account", "account_id"),
)

api_keys = installation_table(
    "api_keys",
    Column("id", Uuid, primary_key=True),
    Column("account_id", Uuid, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("space_id", Uuid, ForeignKey("spaces.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", instant(), nullable=False),
    Column("expires_at", instant()),
    Column("last_used_at", instant()),
    Column("revoked_at", instant()),
    Column("secret_hash", LargeBinary, nullable=False),
    Column("previous_hash", LargeBinary),
    Column("previous_until", instant()),
    Column("permit", LargeBinary, nullable=False),
    Index("ix_api_keys_account", "account_id"),
)

invitations = installation_table(
    "invitations",
    Column("id", Uuid, primary_key=True),
    Column("created_by", Uuid, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", instant(), nullable=False),
    Column("expires_at", instant(), nullable=False),
    Column("revoked_at", instant()),
    Column("used_at", instant()),
    Column("used_by", Uuid, ForeignKey("accounts.id", ondelete="SET NULL")),
    Column("secret_hash", LargeBinary, nullable=False),
    Column("email_hash", LargeBinary),
    Column("note", LargeBinary, nullable=False),
    Index("ix_invitations_author", "created_by"),
)
