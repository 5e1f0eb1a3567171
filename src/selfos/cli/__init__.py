"""The command line: everyday words first, and behind them everything the product can do."""

from typing import Any

import typer
from typer.core import TyperGroup

from selfos.cli import life, mcp, operate, people, prompts


class _Commands(TyperGroup):
    """Finds the commands of the action registry only when one of them is asked for: importing them takes a second."""

    def list_commands(self, ctx: Any) -> list[str]:
        from selfos.cli.acts import resources  # noqa: PLC0415

        everyday = super().list_commands(ctx)
        return [*everyday, *sorted(resources().keys() - set(everyday))]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if (everyday := super().get_command(ctx, cmd_name)) is not None:
            return everyday
        from selfos.cli import acts  # noqa: PLC0415

        return acts.group_of(cmd_name)


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="SelfOS, a life operating system on a machine you own.",
)
for command in life.COMMANDS:
    app.command()(command)
app.command()(operate.start)
app.command("mcp")(mcp.serve)
GROUPS = {"config": operate.config, "user": people.user, "key": people.key, "prompts": prompts.prompts}
for name, group in GROUPS.items():
    app.add_typer(group, name=name)


def main() -> None:
    """Run the command line."""
    app()
