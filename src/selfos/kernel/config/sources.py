"""Where settings come from besides options and plain variables: secrets in files, and config.toml."""

import os
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

PREFIX = "SELFOS_"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands in for a value that could not be read, so that validation reports it together with all other faults."""

    reason: str


class SecretFileSource(PydanticBaseSettingsSource):
    """`SELFOS_X_FILE` names a file that holds the secret X, as container platforms hand them over."""

    def __init__(self, settings_cls: type[BaseSettings], secrets: Collection[str]) -> None:
        super().__init__(settings_cls)
        self._secrets = secrets

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 (an override)
        variable = f"{PREFIX}{field_name.upper()}_FILE"
        path = os.environ.get(variable)
        return (_read_secret(variable, Path(path)) if path else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        found = {name: self.get_field_value(self.settings_cls.model_fields[name], name)[0] for name in self._secrets}
        return {name: value for name, value in found.items() if value is not None}


def _read_secret(variable: str, path: Path) -> str | Unreadable:
    """Without the line end that editors add. The reason does not repeat the path: it may be the secret, misplaced."""
    try:
        return path.read_text(encoding="utf-8").strip() or Unreadable(f"the file that {variable} names is empty")
    except OSError as error:
        return Unreadable(f"the file that {variable} names cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        return Unreadable(f"the file that {variable} names is not text in UTF-8")


def read_config(path: Path, *, required: bool) -> dict[str, Any] | Unreadable:
    """The keys of a TOML file in lower case and without the prefix; none if it is missing and not `required`."""
    try:
        keys = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Unreadable(f"{path} does not exist") if required else {}
    except OSError as error:
        return Unreadable(f"{path} cannot be read: {error.strerror}")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Unreadable(f"{path} is not valid TOML: {error}")
    return {key.lower().removeprefix(PREFIX.lower()): value for key, value in keys.items()}
