"""Plans as the person who wrote the goal would check them."""

import re
from datetime import date, timedelta

import pytest

from selfos.intelligence.builtin.planning import GoalBrief, Plan, plan
from selfos.intelligence.builtin.planning.choose import choose
from selfos.intelligence.builtin.planning.facts import read_facts
from selfos.intelligence.builtin.planning.templates import library

_TODAY = date(2026, 3, 2)


def _plan(title: str, vision: str = "", weeks: float | None = 26, minutes: int | None = 150, **rest: object) -> Plan:
    target = None if weeks is None else _TODAY + timedelta(days=round(7 * weeks))
    return plan(GoalBrief(title, _TODAY, vision, target, minutes, **rest))  # type: ignore[arg-type]


def _text(made: Plan) -> str:
    parts = [*made.notes, *made.warnings]
    parts += [f"{task.title} {task.notes}" for task in made.tasks]
    parts += [f"{stone.title} {stone.why}" for stone in made.milestones]
    parts += [f"{habit.title} {habit.why}" for habit in made.habits]
    return "\n".join(parts)


@pytest.mark.parametrize("name", sorted(library()))
def test_every_template_begins_small_and_has_something_to_do_each_stage(name: str) -> None:
    template = library()[name]
    first = template.stages[0].steps[0]
    assert first.minutes < 30
    assert [stage.at for stage in template.stages] == sorted(stage.at for stage in template.stages)
    assert all(stage.steps for stage in template.stages)
    assert all(len(re.findall(r"\{", line)) == len(re.findall(r"\}", line)) for line in template.notes)


@pytest.mark.parametrize(
    ("title", "vision", "template"),
    [
        ("Lose 8 kg before my sister's wedding", "", "eating"),
        ("Clear out the garage before the baby comes", "", "declutter"),
        ("Play two songs on the piano at dad's party", "", "music"),
        ("Get over my fear of heights", "My daughter wants to climb", "fear"),
        ("Learn Italian", "for a trip with my wife", "language"),
        ("Run for city council", "", "campaign"),
        ("Run 10k", "", "running"),
        ("This winter", "Fix the gate, call the bank, sort the cellar", "several_things"),
        ("Zorb the quux", "", "generic"),
    ],
)
def test_the_head_of_the_title_chooses_the_template(title: str, vision: str, template: str) -> None:
    assert choose(GoalBrief(title, _TODAY, vision), read_facts(title, vision)).name == template


def test_long_runs_grow_gently_and_taper() -> None:
    made = _plan("Run a half marathon", weeks=24, minutes=210)
    (habit,) = [habit for habit in made.habits if habit.title.startswith("Long run")]
    distances = [float(phase.what.split()[0]) for phase in habit.phases]
    assert 16 <= max(distances) < 21
    assert max(distances[:4]) < 8
    assert distances[-1] < distances[-2] < max(distances)
    assert sum(habit.rrule.count(",") + 1 for habit in made.habits if "run" in habit.title.lower()) >= 3
    assert max(made.load) <= 210


def test_too_short_a_time_for_the_distance_is_said() -> None:
    made = _plan("Run a marathon", "Never run more than 5k", weeks=10, minutes=150)
    assert any("a safer" in warning or "would be safe" in warning for warning in made.warnings)


def test_money_is_divided_over_the_months() -> None:
    made = _plan("Save £3,000 for a roof", weeks=52, minutes=30)
    assert any("about £250 a month" in note for note in made.notes)
    assert [stone.title for stone in made.milestones if "reached" in stone.title] == [
        f"£{part} of £3,000 reached" for part in ("750", "1,500", "2,250")
    ]


def test_words_that_do_not_fit_the_minutes_are_said() -> None:
    made = _plan("Write a novel", "90,000 words", weeks=30, minutes=60)
    assert any("would need about" in warning for warning in made.warnings)


def test_losing_weight_faster_than_is_safe_is_refused() -> None:
    made = _plan("Lose 20 kg", weeks=8)
    assert any("faster than is safe" in warning for warning in made.warnings)
    assert not any("faster than is safe" in warning for warning in _plan("Lose 6 kg", weeks=20).warnings)


def test_fluency_in_three_weeks_is_brought_down_to_earth() -> None:
    assert any("600" in warning for warning in _plan("Become fluent in Greek", weeks=3).warnings)
    assert not _plan("Order dinner in Greek", weeks=20).warnings


def test_a_passed_date_is_noticed_and_another_proposed() -> None:
    made = _plan("Learn chess", weeks=-10)
    assert any("has already passed" in warning and "I propose" in warning for warning in made.warnings)
    assert made.ends > _TODAY


def test_without_date_and_minutes_both_are_proposed_openly() -> None:
    made = _plan("Learn chess", weeks=None, minutes=None)
    assert sum("You set no date" in note or "You named no time" in note for note in made.notes) == 2


def test_tomorrow_is_enough_for_a_first_step() -> None:
    made = _plan("Learn chess", weeks=1 / 7)
    assert made.tasks
    assert any("left" in warning for warning in made.warnings)


@pytest.mark.parametrize(
    ("vision", "said"),
    [
        ("I can't sit for long", "can't sit for long"),
        ("I'm scared of dogs", "dogs"),
        ("I tend to polish the first page for ever", "polish the first page for ever"),
        ("With my brother Tom", "your brother"),
        ("I gave up twice", "gave up twice"),
        ("I have ADHD", "ADHD"),
        ("without hurting my knee", "without hurting your knee"),
        ("my husband thinks it's a waste of money", "your husband thinks it's a waste of money"),
        ("budget £700", "budget £700"),
        ("I snack in front of the television", "you snack in front of the television"),
        ("Church hall is free on Mondays", "Church hall is free on Mondays"),
    ],
)
def test_what_the_person_says_is_taken_up_in_notes_or_tasks(vision: str, said: str) -> None:
    made = _plan("Start a drawing evening", vision)
    taken_up = [*made.notes, *(task.title for task in made.tasks)]
    assert any(said in line for line in taken_up), taken_up


def test_attention_deficit_keeps_sessions_short() -> None:
    made = _plan("Write my thesis", "ADHD, deadline looms", minutes=600)
    assert max(task.duration_minutes for task in made.tasks) <= 45


def test_named_things_are_all_there_the_shortest_first() -> None:
    made = _plan("Finish what lies about", "Sort the cellar, varnish the gate, write to Aunt May", weeks=20)
    done = [stone.title for stone in made.milestones if stone.title.startswith("Done:")]
    assert done[0] == "Done: write to Aunt May"
    assert {title.split()[-1] for title in done} == {"cellar", "gate", "May"}
    assert sum("Sort the cellar (session" in task.title for task in made.tasks) >= 2


@pytest.mark.parametrize(("month", "latest"), [(9, 11), (11, 5)])
def test_outdoor_work_follows_the_season(month: int, latest: int) -> None:
    today = date(2026, month, 10)
    brief = GoalBrief("Odd jobs", today, "Paint the fence, sort the loft", today + timedelta(days=230), 120)
    painted = max(task.due for task in plan(brief).tasks if task.title.startswith("Paint the fence (session"))
    assert painted <= date(today.year + (latest < month), latest, 15)
    assert month != 11 or painted.month in {3, 4, 5}


def test_a_milestone_the_person_has_is_not_doubled() -> None:
    plain = _plan("Get my driving licence")
    known = _plan("Get my driving licence", milestones=("Theory test passed",))
    assert "Theory test passed" in [stone.title for stone in plain.milestones]
    assert "Theory test passed" not in [stone.title for stone in known.milestones]


def test_little_time_leaves_things_out_by_name() -> None:
    made = _plan("Renovate the bathroom", weeks=6, minutes=30)
    assert any("Left out for now" in warning for warning in made.warnings)
    assert max(made.load) <= 30


def test_placeholders_never_reach_the_person() -> None:
    for name, template in library().items():
        text = _text(_plan(template.summary, minutes=400))
        assert not re.search(r"\{\w+[|}]", text), name
