"""Where settings come from besides options and plain variables: secrets in files, and config.toml."""

import os
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource

from selfos.kernel.startup import StartupError

PREFIX = "SELFOS_"


def read_secret(path: Path) -> str:
    """A secret without the line end that editors add; raises StartupError if the file cannot be read."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not text in UTF-8"
        raise StartupError(f"{path} cannot be read: {reason}.", "Name a file that this account may read.") from None


class SecretFileSource(PydanticBaseSettingsSource):
    """`SELFOS_X_FILE` names a file that holds the secret X, as container platforms hand them over."""

    def __init__(self, settings_cls: type[BaseSettings], secrets: Collection[str]) -> None:
        super().__init__(settings_cls)
        self._secrets = secrets

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 (an override)
        path = os.environ.get(f"{PREFIX}{field_name.upper()}_FILE", "")
        return (read_secret(Path(path)) if path else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        found = {name: self.get_field_value(self.settings_cls.model_fields[name], name)[0] for name in self._secrets}
        return {name: value for name, value in found.items() if value is not None}


def config_path(data: Path) -> Path:
    """`$SELFOS_CONFIG`, else config.toml in the data folder; it need not exist there."""
    return Path(os.environ.get("SELFOS_CONFIG") or data / "config.toml").expanduser()


def read_config(path: Path) -> dict[str, Any]:
    """The keys of a TOML file, empty if the default file is missing; raises StartupError if it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if os.environ.get("SELFOS_CONFIG"):
            raise StartupError(f"{path} does not exist.", "Correct or unset SELFOS_CONFIG.") from None
        return {}
    except OSError as error:
        raise StartupError(f"{path} cannot be read: {error.strerror}.", "Let this account read it.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StartupError(f"{path} is not valid TOML: {error}.", "Write one `name = value` per line.") from None


def config_source(settings_cls: type[BaseSettings], data: Path) -> PydanticBaseSettingsSource:
    """The file as a source; keys may be written `port` or `SELFOS_PORT`."""
    keys = {key.lower().removeprefix(PREFIX.lower()): value for key, value in read_config(config_path(data)).items()}
    return InitSettingsSource(settings_cls, init_kwargs=keys)
