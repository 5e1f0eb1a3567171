import { describe, expect, test } from "vitest";
import type { Records } from "../../device/kinds";
import { inOrder, metricShare, nextStep, placedAt, progressOf, tally } from "./progress";

const times = { version: 1, created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z", deleted_at: null };

function milestone(id: string, set: Partial<Records["milestone"]> = {}): Records["milestone"] {
  return { ...times, id, goal_id: "g", title: id, notes: "", due: null, status: "open", position: 0, completed_at: null, ...set };
}

function task(id: string, set: Partial<Records["task"]> = {}): Records["task"] {
  return { ...times, id, title: id, status: "todo", duration_minutes: null, milestone_id: null, follows_id: null, due: null, rank: 0, ...set } as Records["task"];
}

function goal(set: Partial<Records["goal"]> = {}): Records["goal"] {
  return { ...times, id: "g", title: "g", status: "active", success_metrics: [], ...set } as Records["goal"];
}

describe("progress", () => {
  test("weighs tasks by their minutes, thirty where none are named", () => {
    const work = tally([task("a", { duration_minutes: 60, status: "done" }), task("b")], []);
    expect(work).toEqual({ tasks: 2, tasksDone: 1, milestones: 0, milestonesDone: 0, minutes: 90, minutesDone: 60 });
    expect(progressOf(goal(), work)).toBeCloseTo(2 / 3);
  });

  test("counts a task as done with its milestone, and a milestone without tasks as work", () => {
    const milestones = [milestone("m", { status: "done" }), milestone("n"), milestone("o", { status: "done" })];
    const work = tally([task("a", { milestone_id: "m" })], milestones);
    expect([work.tasksDone, work.milestonesDone, work.minutes, work.minutesDone]).toEqual([1, 2, 90, 60]);
  });

  test("leaves out what is cancelled and what follows an earlier occurrence", () => {
    expect(tally([task("a", { status: "cancelled" }), task("b", { follows_id: "c" })], []).tasks).toBe(0);
  });

  test("is as far as the metrics where there is no work, and whole where the goal is completed", () => {
    const nothing = tally([], []);
    const metrics = [{ name: "km", start: 0, target: 20, current: 5 }, { name: "kg", start: 90, target: 80, current: 85 }];
    expect(progressOf(goal({ success_metrics: metrics }), nothing)).toBeCloseTo(0.375);
    expect(progressOf(goal(), nothing)).toBe(0);
    expect(progressOf(goal({ status: "completed" }), nothing)).toBe(1);
  });
});

test.each([
  [{ name: "", start: 0, target: 10, current: 12 }, 1],
  [{ name: "", start: 10, target: 0, current: 12 }, 0],
  [{ name: "", target: 10 }, 0],
  [{ name: "", start: 3, target: 3, current: 3 }, 1],
  [{ name: "", start: 3, target: 3, current: 4 }, 0],
])("a metric %j is at %d", (metric, share) => {
  expect(metricShare(metric)).toBe(share);
});

test("next is the open task that is due first, then one without a day, then an open milestone", () => {
  const tasks = [task("later", { due: "2026-03-01" }), task("done", { due: "2026-01-01", status: "done" }), task("first", { due: "2026-02-01" }), task("some day")];
  expect(nextStep(tasks, [])?.id).toBe("first");
  expect(nextStep([task("some day")], [milestone("m")])?.id).toBe("some day");
  expect(nextStep([], [milestone("m", { status: "done" }), milestone("n")])?.id).toBe("n");
  expect(nextStep([], [])).toBeUndefined();
});

test("milestones stand by their position", () => {
  expect(inOrder([milestone("b", { position: 1 }), milestone("c", { position: 1 }), milestone("a", { position: 2 })]).map(({ id }) => id)).toEqual(["b", "c", "a"]);
});

test("a milestone moves past its neighbour", () => {
  const all = ["a", "b", "c"].map((id) => milestone(id));
  const [first, , last] = all;
  if (!first || !last) throw new Error("three were made");
  expect(placedAt(all, first, 1).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  expect(placedAt(all, last, -1).map(({ id }) => id)).toEqual(["a", "c", "b"]);
});
