"""What is typed becomes what an action takes."""

import io

import pytest

from selfos.cli.acts import _value, resources


def test_what_is_structured_may_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    (apply_plan,) = (action for action in resources()["goals"] if action.name == "goals.apply_plan")
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": "x"}\n'))
    assert _value(apply_plan, "plan", "-") == {"id": "x"}
    (create,) = (action for action in resources()["goals"] if action.name == "goals.create")
    assert _value(create, "title", "-") == "-"
