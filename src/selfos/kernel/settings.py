"""Every setting of SelfOS, typed, in one place.

An option wins over the environment, the environment over the file, the file over the default.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, InitSettingsSource, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from selfos.kernel.keystore import decode_master
from selfos.kernel.setting_sources import SecretFileSource, config_source
from selfos.kernel.startup import StartupError


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


Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
Folder = Annotated[Path, AfterValidator(_absolute)]
DatabaseUrl = Annotated[SecretStr, AfterValidator(_database_url)]
SECRETS = frozenset({"master_key", "database_url", "database_owner_url"})


class Settings(BaseSettings):
    """What the operator may choose; field `x` is the variable `SELFOS_X` and the key `x` of config.toml."""

    model_config = SettingsConfigDict(
        env_prefix="SELFOS_", frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    host: str = Field("127.0.0.1", min_length=1, description="Address to listen on.")
    port: int = Field(8420, ge=1, le=65535, description="Port to listen on.")
    allowed_hosts: Words = Field(
        ("127.0.0.1", "localhost", "::1"), description="Names, separated by commas, under which the server answers."
    )
    cors_origins: Words = Field((), description="Web origins, separated by commas, that may call the interface.")

    data: Folder = Field(default_factory=default_data_folder, description="Folder for everything SelfOS keeps.")
    database_url: DatabaseUrl | None = Field(
        None, description="An existing PostgreSQL (15 or later), as the app's role. Unset: the embedded one."
    )
    database_owner_url: DatabaseUrl | None = Field(
        None, description="The same database as the role that owns the tables and migrates them."
    )
    pool_size: int = Field(10, ge=1, le=200, description="Database connections of each process at most.")
    master_key: SecretStr | None = Field(
        None, description="32 bytes in base64 that wrap every other key. Unset: a file in the keystore."
    )
    models: Folder = Field(
        Path(sys.prefix) / "share" / "selfos" / "minilm", description="Folder of the built-in engine's model."
    )

    registration: Literal["first", "invite", "open"] = Field(
        "first", description="Who may register: only the first person, those invited, or anybody."
    )
    access_token_minutes: int = Field(60, ge=1, le=1440, description="Life of an access token.")
    refresh_token_days: int = Field(30, ge=1, le=365, description="Life of a session that is not used.")
    login_limit: int = Field(10, ge=1, description="Tries to log in per minute from one address.")
    request_limit: int = Field(6000, ge=1, description="Requests per minute of one user or key.")

    analysis: bool = Field(True, description="Whether captured thoughts are analysed.")
    check_interval_minutes: int = Field(45, ge=1, le=1440, description="Time between two checks for patterns.")
    tombstone_days: int = Field(180, ge=1, description="How long a device may stay away and still sync by changes.")
    worker_concurrency: int = Field(2, ge=1, le=64, description="Jobs that the worker does side by side.")

    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least severity logged.")
    log_format: Literal["json", "console"] = Field("json", description="Logs for machines or for eyes.")

    @field_validator("log_level", "log_format", "registration", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("master_key")
    @classmethod
    def _key(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None:
            decode_master(secret.get_secret_value())
        return secret

    @model_validator(mode="after")
    def _both_urls(self) -> Self:
        if (self.database_url is None) != (self.database_owner_url is None):
            raise ValueError("SELFOS_DATABASE_URL and SELFOS_DATABASE_OWNER_URL are given together or not at all")
        return self

    @property
    def keystore(self) -> Path:
        """Folder (0700) of the secrets; outside the database, so that a restored backup cannot bring a key back."""
        return self.data / "keystore"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def url(self) -> str:
        """Where a browser on this machine finds the server."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104 (compared, not bound)
        return (
            f"http://[{host}]:{self.port}" if ":" in host and not host.startswith("[") else f"http://{host}:{self.port}"
        )

    def key_bytes(self) -> bytes | None:
        """The 32 bytes of the master key if it was given as a setting."""
        return decode_master(self.master_key.get_secret_value()) if self.master_key else None

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
        data = Path(given.get("data") or os.environ.get("SELFOS_DATA") or default_data_folder())
        return (init_settings, env_settings, SecretFileSource(cls, SECRETS), config_source(cls, _absolute(data)))


def load_settings(overrides: Mapping[str, Any] | None = None) -> Settings:
    """The settings in force; `overrides` are the options of a command, None among them counts as not given.

    Raises StartupError that names every wrong setting.
    """
    given = {name: value for name, value in (overrides or {}).items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        lines = [f"{_variable(item['loc'])}: {item['msg']}" for item in error.errors(include_input=False)]
        raise StartupError("Wrong settings:\n  " + "\n  ".join(lines), "`selfos config check` tells more.") from None


def _variable(location: tuple[int | str, ...]) -> str:
    return f"SELFOS_{str(location[0]).upper()}" if location else "settings"
