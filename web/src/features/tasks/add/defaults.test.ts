import { expect, test } from "vitest";
import { matches } from "../filter";
import { taskWith } from "../task.fixture";
import { defaultsOf, withDefaults } from "./defaults";

const TODAY = "2026-03-10";

test("a task that is added under a filter fits it", () => {
  const filter = { project: "p1", priority: "2", energy: "3", tag: "home", person: "Mira", area: "health", due: "week" };
  const made = withDefaults({ id: "1", title: "Sweep" }, defaultsOf(filter, TODAY));
  expect(matches(taskWith({ ...made, due: made.due ?? null, project_id: made.project_id ?? null }), filter, TODAY)).toBe(true);
});

test("what was written counts more, and lists have both", () => {
  const made = withDefaults({ id: "1", title: "Sweep", priority: 5, due: "2026-04-01", tags: ["stairs"] }, defaultsOf({ priority: "1", due: "today", tag: "home" }, TODAY));
  expect(made).toMatchObject({ priority: 5, due: "2026-04-01", tags: ["stairs", "home"] });
});

test("a filter for what has no project asks for nothing", () => {
  expect(defaultsOf({ project: "none", priority: "none", due: "none", text: "x", status: "open" }, TODAY)).toEqual({});
});
