import { describe, expect, test } from "vitest";
import { moved, type Plan, type PlanHabit, withItem, without } from "./edit";
import { italian } from "./italian.fixture";
import { fullWeeks, loadOf } from "./load";

const running: PlanHabit = { key: "run", title: "Run", rrule: "FREQ=WEEKLY;BYDAY=SU", duration_minutes: 60, starts: "2026-11-20", until: "2026-12-13" };
const bare: Plan = { id: italian.id, starts: "2026-11-20", ends: "2026-12-17", milestones: [], tasks: [], habits: [] };

describe("the load of a plan", () => {
  test("is what the server reckoned", () => {
    expect(loadOf(italian)).toEqual(italian.load);
  });

  test("falls where a task is taken out", () => {
    expect(loadOf(without(italian, "tasks", 0))[0]).toBe(135 - 20);
  });

  test("stays when items change places", () => {
    expect(loadOf(moved(italian, "milestones", 1, 1))).toEqual(italian.load);
  });

  test("goes on past the end for a task that is due later", () => {
    const late = withItem(bare, "tasks", 0, { key: "rest", title: "Rest", due: "2026-12-20", duration_minutes: 15 });
    expect(loadOf(late)).toEqual([0, 0, 0, 0, 15]);
  });

  test("takes a habit's phase where there is one, its longest session elsewhere", () => {
    const phases = [{ starts: "2026-11-20", until: "2026-11-26", what: "Walk", duration_minutes: 20 }];
    expect(loadOf({ ...bare, habits: [{ ...running, phases }] })).toEqual([20, 60, 60, 60]);
  });

  test("tells the weeks that hold more than there is", () => {
    const plan = { ...bare, minutes_per_week: 50, habits: [running] };
    expect(fullWeeks(plan, [20, 60, 50, 51])).toEqual([1, 3]);
  });

  test("is nothing for a plan without a start", () => {
    expect(loadOf({ ...italian, starts: null })).toEqual([]);
  });
});
