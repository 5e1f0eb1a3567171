"""Every setting of SelfOS, typed, in one place.

An option wins over the environment, the environment over the file, the file over the default.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, InitSettingsSource, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from selfos.kernel.config.sources import PREFIX, SecretFileSource, Unreadable, read_config
from selfos.kernel.config.startup import StartupError


def default_data_folder() -> Path:
    """`$XDG_DATA_HOME/selfos`, else `~/.local/share/selfos` (XDG Base Directory Specification 0.8)."""
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".local" / "share") / "selfos"


def _split(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 (resolve() would follow links the operator chose)


def _database_url(secret: SecretStr) -> SecretStr:
    url = urlsplit(secret.get_secret_value())
    if url.scheme not in {"postgresql", "postgres"} or not url.path.strip("/"):
        raise ValueError("must look like postgresql://user:password@host/database")
    return secret


def _web_address(url: str) -> str:
    split = urlsplit(url)
    if split.scheme not in {"http", "https"} or not split.hostname or split.username or split.query or split.fragment:
        raise ValueError("must look like https://host or http://host:port/path")
    return url.rstrip("/")


def _decode(secret: SecretStr) -> bytes:
    from selfos.kernel.keys.keystore import decode_master  # noqa: PLC0415 (cryptography is slow to import and seldom needed)

    return decode_master(secret.get_secret_value())


Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
Folder = Annotated[Path, AfterValidator(_absolute)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
DatabaseUrl = Annotated[SecretStr, AfterValidator(_database_url)]
MODEL_KEYS = ("anthropic_api_key", "openai_api_key", "gemini_api_key", "compatible_api_key")
SECRETS = frozenset({"master_key", "database_url", "database_owner_url", "qdrant_api_key", *MODEL_KEYS})


class Settings(BaseSettings):
    """What the operator may choose; field `x` is the variable `SELFOS_X` and the key `x` of config.toml."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    host: str = Field("127.0.0.1", min_length=1, description="Address to listen on.")
    port: int = Field(8420, ge=1, le=65535, description="Port to listen on.")
    allowed_hosts: Words = Field(
        ("127.0.0.1", "localhost", "::1"), description="Names, separated by commas, under which the server answers."
    )
    cors_origins: Words = Field((), description="Web origins, separated by commas, that may call the interface.")

    data: Folder = Field(default_factory=default_data_folder, description="Folder for everything SelfOS keeps.")
    config: Folder | None = Field(None, description="A file with settings. Unset: config.toml in the data folder.")
    database_url: DatabaseUrl | None = Field(
        None, description="An existing PostgreSQL (15 or later), as the app's role. Unset: the embedded one."
    )
    database_owner_url: DatabaseUrl | None = Field(
        None, validate_default=True, description="The same database as the role that owns and migrates the tables."
    )
    pool_size: int = Field(10, ge=1, le=200, description="Database connections of each process at most.")
    master_key: SecretStr | None = Field(
        None, description="32 bytes in base64 that wrap every other key. Unset: a file in the keystore."
    )
    models: Folder = Field(Path(sys.prefix) / "share" / "selfos", description="Folder of the built-in engine's models.")

    registration: Literal["first", "invite", "open"] = Field(
        "invite",
        description="Who may register after the first person, the owner: nobody (first), the invited, anybody (open).",
    )
    access_token_minutes: int = Field(60, ge=1, le=1440, description="Life of an access token.")
    refresh_token_days: int = Field(30, ge=1, le=365, description="Life of a session that is not used.")
    login_limit: int = Field(10, ge=1, description="Tries to log in per minute from one address.")
    request_limit: int = Field(6000, ge=1, description="Requests per minute of one user or key.")

    analysis: bool = Field(True, description="Whether captured thoughts are analysed.")
    check_interval_minutes: int = Field(45, ge=1, le=1440, description="Time between two checks for patterns.")
    tombstone_days: int = Field(180, ge=1, description="How long a device may stay away and still sync by changes.")
    worker_concurrency: int = Field(1, ge=1, le=64, description="Jobs that the worker does side by side.")

    model_mode: Literal["premium", "standard", "privacy", "offline"] = Field(
        "standard", description="Which language models may be asked for people who have not chosen themselves."
    )
    model_budget_cents: int = Field(
        100, ge=0, description="US cents a day that each person may spend at the providers set up here."
    )
    anthropic_api_key: SecretStr | None = Field(None, description="Key for Anthropic's models.")
    anthropic_models: Words = Field(
        ("claude-opus-5-5", "claude-haiku-5-5"), description="Anthropic's models: the strong one, the light one."
    )
    anthropic_url: WebAddress | None = Field(None, description="Another server with Anthropic's protocol.")
    openai_api_key: SecretStr | None = Field(None, description="Key for OpenAI's models.")
    openai_models: Words = Field(
        ("gpt-6.1-sol", "gpt-6-luna"), description="OpenAI's models: the strong one, the light one."
    )
    openai_url: WebAddress | None = Field(None, description="Another server with OpenAI's protocol.")
    gemini_api_key: SecretStr | None = Field(None, description="Key for Google's models.")
    gemini_models: Words = Field(
        ("gemini-4-argon", "gemini-3.5-flash-lite"), description="Google's models: the strong one, the light one."
    )
    gemini_url: WebAddress | None = Field(None, description="Another server with Gemini's protocol.")
    ollama_url: WebAddress | None = Field(None, description="Where Ollama answers, for example http://localhost:11434.")
    ollama_models: Words = Field((), description="Ollama's models: the strong one, the light one.")
    compatible_url: WebAddress | None = Field(
        None, description="A server with OpenAI's chat completions, up to and with its /v1."
    )
    compatible_models: Words = Field((), description="Its models: the strong one, the light one.")
    compatible_api_key: SecretStr | None = Field(None, description="Its key, where it wants one.")

    embedding: Annotated[str, Field(pattern=r"^(builtin|[^/\s]+/\S+)$")] = Field(
        "builtin", description="The model of search by meaning: builtin, or one such as openai/text-embedding-3-small."
    )
    vector_store: Literal["builtin", "pgvector", "qdrant"] = Field(
        "builtin", description="Where vectors lie: sealed and in memory, or in clear in a store for very large spaces."
    )
    qdrant_url: WebAddress = Field("http://localhost:6333", description="Where Qdrant answers.")
    qdrant_api_key: SecretStr | None = Field(None, description="Its key, where it wants one.")

    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least severity logged.")
    log_format: Literal["json", "console"] = Field("json", description="Logs for machines or for eyes.")

    @field_validator("*", mode="before")
    @classmethod
    def _readable(cls, value: object) -> object:
        if isinstance(value, Unreadable):
            raise ValueError(value.reason)  # noqa: TRY004 (pydantic reports a ValueError, a TypeError would escape)
        return value

    @field_validator("log_level", "log_format", "registration", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("master_key")
    @classmethod
    def _key(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None:
            _decode(secret)
        return secret

    @field_validator("database_owner_url")
    @classmethod
    def _both_urls(cls, owner: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if "database_url" in info.data and (info.data["database_url"] is None) != (owner is None):
            raise ValueError("SELFOS_DATABASE_URL and SELFOS_DATABASE_OWNER_URL go together")
        return owner

    @property
    def keystore(self) -> Path:
        """Folder (0700) of the secrets; outside the database, so that a restored backup cannot bring a key back."""
        return self.data / "keystore"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def local_host(self) -> str:
        """The address under which this machine reaches its own server."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 (compared, not bound)

    @property
    def url(self) -> str:
        """Where a browser on this machine finds the server."""
        host = f"[{self.local_host}]" if ":" in self.local_host else self.local_host
        return f"http://{host}:{self.port}"

    def environment(self) -> dict[str, str]:
        """What was chosen, as variables for processes of our own; secrets reach them the way they reached us."""
        chosen = self.model_dump(include=set(self.model_fields_set) - SECRETS, exclude_none=True)
        return {
            f"{PREFIX}{name.upper()}": ",".join(value) if isinstance(value, tuple) else str(value)
            for name, value in chosen.items()
        }

    def key_bytes(self) -> bytes | None:
        """The 32 bytes of the master key if it was given as a setting."""
        return _decode(self.master_key) if self.master_key else None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 (named so by pydantic-settings)
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (named so by pydantic-settings)
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (named so by pydantic-settings)
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        given = init_settings.init_kwargs if isinstance(init_settings, InitSettingsSource) else {}
        path, required = config_file(given.get("data"))
        keys = read_config(path, required=required)
        secret_files = SecretFileSource(cls, SECRETS)
        if isinstance(keys, Unreadable):
            return (InitSettingsSource(cls, {"config": keys}), init_settings, env_settings, secret_files)
        return (init_settings, env_settings, secret_files, InitSettingsSource(cls, keys))


def config_file(data: Path | str | None = None) -> tuple[Path, bool]:
    """The file with settings and whether it must exist: `$SELFOS_CONFIG`, else config.toml in the data folder."""
    if chosen := os.environ.get(f"{PREFIX}CONFIG"):
        return _absolute(Path(chosen)), True
    folder = Path(data or os.environ.get(f"{PREFIX}DATA") or default_data_folder())
    return _absolute(folder) / "config.toml", False


def load_settings(overrides: Mapping[str, Any] | None = None) -> Settings:
    """The settings in force; `overrides` are the options of a command, None among them counts as not given.

    Raises StartupError that names every wrong setting.
    """
    given = {name: value for name, value in (overrides or {}).items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        lines = "\n  ".join(f"{name}: {what}" for name, what in map(describe, error.errors(include_input=False)))
        raise StartupError(f"Wrong settings:\n  {lines}", "`selfos config check` tells more.") from None


def describe(fault: ErrorDetails) -> tuple[str, str]:
    """The setting as the operator writes it, and what is wrong with it, without its value."""
    what = fault["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return f"{PREFIX}{str(fault['loc'][0]).upper()}", what
