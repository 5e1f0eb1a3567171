"""Seeing the prompts that language models are given."""

from typing import Annotated

import typer

from selfos.cli.show import AsJson, as_json, table

prompts = typer.Typer(help="The prompts that language models are given.", no_args_is_help=True)


@prompts.command("list")
def prompts_list(json: AsJson = False) -> None:
    """Every prompt with its version and the words it is filled with."""
    from selfos.intelligence.prompts import prompts as every  # noqa: PLC0415 - only these commands need it

    rows = [
        {"name": p.name, "provider": p.provider or "every", "version": p.version, "blanks": ", ".join(sorted(p.blanks))}
        for p in every()
    ]
    as_json(rows) if json else table(rows, ("name", "provider", "version", "blanks"), "")


@prompts.command("show")
def prompts_show(
    name: Annotated[str, typer.Argument(help="Its name.")],
    provider: Annotated[str | None, typer.Option(help="In the words for this provider, if it has some.")] = None,
) -> None:
    """The words of a prompt; {{…}} is filled in when it is used."""
    from selfos.cli.server import fail  # noqa: PLC0415
    from selfos.intelligence.prompts import prompt  # noqa: PLC0415

    try:
        typer.echo(prompt(name, provider).text)
    except KeyError:
        fail(f"There is no prompt {name}; `selfos prompts list` names them all.")
