"""Who may use this installation: accounts and API keys."""

from typing import Annotated, Any

import typer

from selfos.cli.server import call
from selfos.cli.show import AsJson, as_json, record, table

user = typer.Typer(help="Accounts: who you are, inviting and adding others.", no_args_is_help=True)
key = typer.Typer(help="API keys for programs that act for you.", no_args_is_help=True)


@user.command("me")
def user_me(json: AsJson = False) -> None:
    """The account that this machine's token stands for."""
    _shown(call("GET", "/auth/me").body, json)


@user.command("register")
def user_register(
    email: Annotated[str, typer.Argument(help="The address to sign in with.")],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
    name: Annotated[str | None, typer.Option(help="How to be called.")] = None,
    invitation: Annotated[str | None, typer.Option(help="The code of an invitation.")] = None,
    json: AsJson = False,
) -> None:
    """Make an account; the first one takes over what was captured on this machine before."""
    given = {"email": email, "password": password, "display_name": name, "invitation": invitation}
    answer = call("POST", "/auth/register", {n: v for n, v in given.items() if v is not None})
    if json:
        as_json({"account_id": answer.body["account_id"]})
    else:
        typer.secho("Registered. Sign in with this address and password.", fg="green")


@user.command("invite")
def user_invite(
    note: Annotated[str | None, typer.Option(help="For whom it is; only you see it.")] = None,
    json: AsJson = False,
) -> None:
    """Make an invitation; its code is shown this once."""
    _shown(call("POST", "/invitations", {"note": note} if note else {}).body, json)


@key.command("create")
def key_create(
    name: Annotated[str, typer.Argument(help="What it is for.")],
    scope: Annotated[list[str], typer.Option("--scope", "-s", help="For example thoughts:write; may be repeated.")],
    expires_at: Annotated[str | None, typer.Option(help="When it stops working, ISO 8601 with a zone.")] = None,
    json: AsJson = False,
) -> None:
    """Make an API key; its secret is shown this once."""
    given = {"name": name, "scopes": scope} | ({"expires_at": expires_at} if expires_at else {})
    _shown(call("POST", "/api-keys", given).body, json)


@key.command("list")
def key_list(json: AsJson = False) -> None:
    """Your keys, without their secrets."""
    body = call("GET", "/api-keys").body
    if json:
        as_json(body)
    else:
        table(body["items"], ("name", "scopes", "expires_at", "last_used_at", "id"), "There are no keys.")


@key.command("revoke")
def key_revoke(id: Annotated[str, typer.Argument(help="Its id.")], json: AsJson = False) -> None:  # noqa: A002
    """End a key for ever."""
    _shown(call("DELETE", f"/api-keys/{id}").body, json)


def _shown(body: dict[str, Any], json: bool) -> None:
    as_json(body) if json else record(body)
