"""Every prompt as it is sent, word for word.

A prompt whose words change gets a new version, so that what is kept of a call names what was asked. To write the
snapshots of new versions: `python -m tests.unit.prompts.test_prompts`.
"""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from selfos.cli import app
from selfos.intelligence.prompts import Prompt, prompt, prompts

SNAPSHOTS = Path(__file__).parent / "snapshots"


def rendered(given: Prompt) -> str:
    return given.render(**{blank: f"<{blank}>" for blank in given.blanks}) + "\n"


def snapshot_of(given: Prompt) -> Path:
    return SNAPSHOTS / f"{given.label}.txt"


@pytest.mark.parametrize("given", prompts(), ids=lambda given: given.label)
def test_a_prompt_is_sent_as_its_version_says(given: Prompt) -> None:
    assert snapshot_of(given).exists(), "a new version: write its snapshot as this module says"
    assert rendered(given) == snapshot_of(given).read_text(encoding="utf-8"), "other words: raise the version"


def test_no_snapshot_is_left_over() -> None:
    assert {path.stem for path in SNAPSHOTS.iterdir()} == {given.label for given in prompts()}


def test_blanks_are_filled_completely() -> None:
    given = Prompt("greeting", 1, "Good {{part}}, {{name}}.")
    assert given.render(part="morning", name="{{part}}") == "Good morning, {{part}}."
    with pytest.raises(KeyError):
        given.render(part="morning")
    with pytest.raises(TypeError):
        given.render(part="morning", name="Ana", mood="glad")


def test_a_provider_without_words_of_its_own_gets_the_common_ones() -> None:
    assert prompt("title", "anthropic") == prompt("title")
    with pytest.raises(KeyError):
        prompt("no such prompt")


def test_the_command_line_lists_and_shows_them() -> None:
    listed = CliRunner().invoke(app, ["prompts", "list", "--json"])
    assert '"title"' in listed.output
    shown = CliRunner().invoke(app, ["prompts", "show", "title"])
    assert shown.output.strip() == prompt("title").text
    assert CliRunner().invoke(app, ["prompts", "show", "nothing"]).exit_code != 0


if __name__ == "__main__":
    SNAPSHOTS.mkdir(exist_ok=True)
    for path in SNAPSHOTS.iterdir():
        path.unlink()
    for each in prompts():
        snapshot_of(each).write_text(rendered(each), encoding="utf-8")
