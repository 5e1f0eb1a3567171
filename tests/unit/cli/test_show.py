"""What stands on the terminal can be read, and copied in one piece."""

import pytest

from selfos.cli.show import record, table

ID = "01a1f8b4-c299-758b-b270-04fdfd2d2d97"


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_an_id_stays_in_one_piece_however_narrow_it_gets(capsys: pytest.CaptureFixture[str]) -> None:
    row = {"title": "book a dentist appointment before friday", "status": "in_progress", "notes": "x" * 60, "id": ID}
    table([row], ("title", "status", "notes", "id"), "")
    shown = capsys.readouterr().out
    assert ID in shown
    assert "in progress" in shown


def test_columns_without_a_word_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    table([{"title": "a", "due": None, "tags": []}], ("title", "due", "tags"), "")
    assert capsys.readouterr().out.splitlines()[0].split() == ["title"]


def test_no_rows_are_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    table([], ("title",), "There are none.")
    assert capsys.readouterr().out == "There are none.\n"


def test_brackets_in_a_title_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    table([{"title": "[bold]read[/] the list"}], ("title",), "")
    assert "[bold]read[/] the list" in capsys.readouterr().out


def test_a_record_opens_with_its_name_and_ends_with_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    record({"id": ID, "version": 3, "goal_id": "x", "title": "Play", "notes": "", "life_areas": ["personal_growth"]})
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [["Play"], ["life", "areas", "personal", "growth"], ["id", ID]]


def test_records_inside_an_answer_are_shown_by_name_not_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    task = {"id": "1", "version": 3, "title": "water the ferns", "status": "done", "parent_id": None}
    record({"task": task, "next": task | {"due": "2031-01-02"}, "milestones": [task], "load": [1, 2]})
    said = capsys.readouterr().out
    assert "{" not in said
    assert said.count("water the ferns") == 3
    assert "2031-01-02" in said
    assert "1, 2" in said
