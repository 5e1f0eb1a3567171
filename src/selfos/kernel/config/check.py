"""Finds every wrong setting in one run and says what to do about each; never repeats a value, which may be a secret."""

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticUndefined

from selfos.kernel.config.settings import SECRETS, Settings, config_file, describe
from selfos.kernel.config.sources import PREFIX, Unreadable, read_config


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """`name` as the operator writes it, what is `wrong`, its `remedy`; SelfOS starts in spite of it unless `fatal`."""

    name: str
    wrong: str
    remedy: str
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.name}: {self.wrong}. {self.remedy}".strip()


def check_settings(overrides: Mapping[str, Any] | None = None) -> list[SettingProblem]:
    """All that is wrong with the settings in force, the fatal ones first."""
    given = {name: value for name, value in (overrides or {}).items() if value is not None}
    return [*_invalid(given), *_unknown_variables(), *_unknown_keys(given), *_given_twice()]


def _invalid(given: Mapping[str, Any]) -> Iterator[SettingProblem]:
    try:
        Settings(**given)
    except ValidationError as error:
        yield from map(_explain, error.errors(include_input=False, include_url=False))


def _explain(fault: ErrorDetails) -> SettingProblem:
    name, what = describe(fault)
    return SettingProblem(name, what, _meaning(str(fault["loc"][0])))


def _meaning(name: str) -> str:
    field = Settings.model_fields[name]
    default = field.default
    shown = "" if default in (None, PydanticUndefined, ()) else f" Default: {default}."
    return f"{field.description}{shown}"


def _unknown_variables() -> Iterator[SettingProblem]:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    known |= {f"{PREFIX}{name.upper()}_FILE" for name in SECRETS}
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known:
            yield SettingProblem(name, "there is no such setting", _nearest(name, known), fatal=False)


def _unknown_keys(given: Mapping[str, Any]) -> Iterator[SettingProblem]:
    path, required = config_file(given.get("data"))
    keys = read_config(path, required=required)
    for name in () if isinstance(keys, Unreadable) else keys:
        if name not in Settings.model_fields:
            remedy = _nearest(name, Settings.model_fields)
            yield SettingProblem(f"{name} in config.toml", "there is no such setting", remedy, fatal=False)


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"Did you mean {near[0]}?" if near else "Remove it."


def _given_twice() -> Iterator[SettingProblem]:
    for field in sorted(SECRETS):
        name = f"{PREFIX}{field.upper()}"
        if os.environ.get(name) and os.environ.get(f"{name}_FILE"):
            yield SettingProblem(name, f"{name}_FILE is given too and ignored", "Remove one of the two.", fatal=False)
