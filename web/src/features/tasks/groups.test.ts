import { describe, expect, test } from "vitest";
import { type By, groupsOf, sorted, sortedUnder } from "./groups";
import type { Task } from "./task";
import { taskWith } from "./task.fixture";

const TODAY = "2026-03-10";
const ids = (tasks: Task[]) => tasks.map(({ id }) => id).join("");
const keys = (tasks: Task[], by: By, projects?: string[]) => groupsOf(tasks, by, TODAY, projects).map(({ key }) => key);
const due = (...days: (string | null)[]) => days.map((day, place) => taskWith({ id: String(place), due: day }));

describe("groups", () => {
  test("by date, in the order of time, empty ones left out", () => {
    const tasks = due(null, "2026-03-18", "2026-03-17", "2026-03-11", TODAY, "2026-03-09");
    expect(keys(tasks, "date")).toEqual(["overdue", "today", "tomorrow", "week", "later", "none"]);
    expect(keys(due(TODAY), "date")).toEqual(["today"]);
  });

  test("by day: two weeks that stay even when empty, and what has no day apart", () => {
    const found = groupsOf([...due("2026-03-23", "2026-03-24"), taskWith({ id: "s", start: "2026-03-12" })], "day", TODAY);
    expect(found.map(({ key }) => key)).toHaveLength(14 + 2);
    expect(found.find(({ key }) => key === "2026-03-12")?.tasks.map(({ id }) => id)).toEqual(["s"]);
    expect(found.find(({ key }) => key === "later")?.tasks.map(({ id }) => id)).toEqual(["1"]);
    expect(found.at(-1)).toEqual({ key: "none", tasks: [] });
  });

  test("by status: every column of the board, and no cancelled tasks", () => {
    expect(keys([taskWith({ status: "cancelled" })], "status")).toEqual(["todo", "in_progress", "done"]);
  });

  test("by project in the order of the projects, by priority from the highest", () => {
    const tasks = [taskWith({ project_id: "b", priority: 5 }), taskWith({ project_id: "a" }), taskWith({ priority: 1 })];
    expect(keys(tasks, "project", ["a", "b"])).toEqual(["a", "b", "none"]);
    expect(keys(tasks, "priority")).toEqual(["1", "5", "none"]);
  });

  test("lose no task of a project that is gone", () => {
    const tasks = [taskWith({ project_id: "gone" }), taskWith({})];
    expect(groupsOf(tasks, "project", TODAY, []).flatMap((group) => group.tasks)).toHaveLength(2);
  });

  test("keep the order in which the tasks were given", () => {
    const tasks = sorted([taskWith({ id: "b", rank: 2 }), taskWith({ id: "a", rank: 1 })], "manual");
    expect(groupsOf(tasks, "none", TODAY)[0]?.tasks.map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

describe("orders", () => {
  test("due first: by day, then by clock, then what has neither, by hand where they are alike", () => {
    const tasks = [
      taskWith({ id: "d", rank: 2 }),
      taskWith({ id: "c", rank: 1 }),
      taskWith({ id: "b", due: TODAY }),
      taskWith({ id: "a", due: TODAY, due_at: "2026-03-10T09:00:00Z" }),
    ];
    expect(ids(sorted(tasks, "due"))).toBe("abcd");
  });

  test("by hand under headings of time: the days come first", () => {
    const tasks = [taskWith({ id: "b", rank: 1, due: "2026-03-14" }), taskWith({ id: "a", rank: 2, due: "2026-03-12" }), taskWith({ id: "c", rank: 3, due: "2026-03-14" })];
    expect(ids(sortedUnder("date", tasks, "manual"))).toBe("abc");
    expect(ids(sortedUnder("project", tasks, "manual"))).toBe("bac");
    expect(ids(sortedUnder("date", tasks, "newest"))).toBe(ids(sorted(tasks, "newest")));
  });

  test("priority first, without one last", () => {
    expect(ids(sorted([taskWith({ id: "c" }), taskWith({ id: "b", priority: 5 }), taskWith({ id: "a", priority: 1 })], "priority"))).toBe("abc");
  });
});
