"""Running SelfOS and its settings."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selfos.cli.show import AsJson, as_json, table

if TYPE_CHECKING:
    from selfos.kernel.config.check import SettingProblem

config = typer.Typer(help="Settings.", no_args_is_help=True)


def start(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    data: Annotated[Path | None, typer.Option(help="Folder for everything SelfOS keeps.")] = None,
) -> None:
    """Run SelfOS until stopped: database, server and worker."""
    from selfos.kernel.config.settings import load_settings  # noqa: PLC0415 - only this command needs the whole product
    from selfos.kernel.config.startup import StartupError  # noqa: PLC0415
    from selfos.kernel.supervisor import Role, run  # noqa: PLC0415

    def command(role: str) -> list[str]:
        return [sys.executable, "-m", "selfos.app", role]

    try:
        settings = load_settings({"host": host, "port": port, "data": data})
        run(settings, [Role("api", command("api")), Role("worker", command("worker"))], command("migrate"))
    except StartupError as error:
        typer.secho(str(error), fg="red", err=True)
        raise typer.Exit(2) from None


@config.command("check")
def config_check(json: AsJson = False) -> None:
    """Name every wrong setting, and ask an existing database whether it will do."""
    from selfos.kernel.config.check import check_settings  # noqa: PLC0415

    problems = check_settings()
    if not any(problem.fatal for problem in problems):
        problems += _database_problems()
    if json:
        as_json([_plain(problem) for problem in problems])
    for problem in problems if not json else []:
        typer.secho(problem.name, bold=True)
        typer.echo(f"  {problem.wrong}\n  {problem.remedy}")
    if not problems and not json:
        typer.secho("All settings are fine.", fg="green")
    raise typer.Exit(1 if any(problem.fatal for problem in problems) else 0)


@config.command("show")
def config_show(json: AsJson = False) -> None:
    """Every setting with its value in force; secrets are hidden."""
    from selfos.kernel.config.settings import Settings, load_settings  # noqa: PLC0415

    values = load_settings().model_dump(mode="json")
    fields = Settings.model_fields
    rows = [{"setting": f"SELFOS_{n.upper()}", "value": v, "meaning": fields[n].description} for n, v in values.items()]
    as_json(rows) if json else table(rows, ("setting", "value", "meaning"), "")


def _database_problems() -> "list[SettingProblem]":
    from selfos.kernel.config.settings import load_settings  # noqa: PLC0415
    from selfos.kernel.embedded import database_urls  # noqa: PLC0415
    from selfos.kernel.supervisor.external import external_problems  # noqa: PLC0415

    settings = load_settings()
    return asyncio.run(external_problems(database_urls(settings))) if settings.database_url else []


def _plain(problem: "SettingProblem") -> dict[str, object]:
    return {"name": problem.name, "wrong": problem.wrong, "remedy": problem.remedy, "fatal": problem.fatal}
