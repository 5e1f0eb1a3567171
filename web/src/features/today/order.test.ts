import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentZone, liveIn } from "../../i18n/days";
import { type Task, todaysItems } from "./order";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const home = currentZone();
let rank = 0;

function task(id: string, fields: Partial<Task> = {}): Task {
  const nothing = { due: null, due_at: null, start: null, start_at: null, timezone: null, rrule: null, repeat_after: null };
  const links = { parent_id: null, project_id: null, goal_id: null, milestone_id: null, assignee_id: null, thought_id: null };
  const more = { suggestion_id: null, follows_id: null, occurrence: null, completed_at: null, deleted_at: null, version: 1 };
  const lists = { depends_on: [], life_areas: [], tags: [], people: [], attachments: [] };
  const rest = { notes: "", priority: null, energy: null, duration_minutes: null, created_at: "2026-11-01", updated_at: "2026-11-01" };
  return { ...nothing, ...links, ...more, ...lists, ...rest, id, title: id, status: "todo", rank: rank++, ...fields };
}

const shown = (...open: Task[]): string[] => todaysItems(open, NOW).map((item) => `${item.reason} ${item.task.id}`);

beforeEach(() => liveIn("Europe/Berlin"));
afterEach(() => liveIn(home));

describe("the view of today", () => {
  it("has what is overdue, due, begun and ready, in this order", () => {
    const items = shown(
      task("ready"),
      task("begun", { status: "in_progress" }),
      task("today", { due: "2026-11-20" }),
      task("late", { due: "2026-11-18" }),
      task("later", { due: "2026-11-21" }),
    );
    expect(items).toEqual(["overdue late", "due_today today", "started begun", "ready ready"]);
  });

  it("puts first what is overdue longest, then clock times, priorities and the manual order", () => {
    const items = shown(
      task("second", { due: "2026-11-20" }),
      task("third", { due: "2026-11-20" }),
      task("urgent", { due: "2026-11-20", priority: 1 }),
      task("evening", { due: "2026-11-20", due_at: "2026-11-20T19:00:00Z" }),
      task("afternoon", { due: "2026-11-20", due_at: "2026-11-20T15:00:00Z" }),
      task("late", { due: "2026-11-19", priority: 1 }),
      task("latest", { due: "2026-11-12" }),
    );
    expect(items.map((item) => item.split(" ")[1])).toEqual([
      "latest",
      "late",
      "afternoon",
      "evening",
      "urgent",
      "second",
      "third",
    ]);
  });

  it("counts a moment by the clock and the person's own day", () => {
    const past = task("past", { due: "2026-11-20", due_at: "2026-11-20T11:59:00Z" });
    const tomorrow = task("tomorrow", { due: "2026-11-20", due_at: "2026-11-20T23:30:00Z" });
    expect(shown(past, tomorrow)).toEqual(["overdue past"]);
    liveIn("America/New_York");
    expect(shown(past, tomorrow)).toEqual(["overdue past", "due_today tomorrow"]);
  });

  it("takes what begins only once its time has come", () => {
    const soon = task("soon", { start: "2026-11-20", start_at: "2026-11-20T12:01:00Z" });
    const begun = task("begun", { start: "2026-11-20", start_at: "2026-11-20T12:00:00Z" });
    expect(shown(soon, begun, task("day", { start: "2026-11-20" }))).toEqual(["started begun", "started day"]);
  });

  it("tells what is blocked, but offers nothing undated that waits", () => {
    const soil = task("soil", { due: "2026-11-30" });
    const sow = task("sow", { due: "2026-11-20", depends_on: ["soil", "done long ago"] });
    const items = todaysItems([soil, sow, task("water", { depends_on: ["soil"] })], NOW);
    expect(items.map((item) => [item.task.id, item.blockedBy.map(({ id }) => id)])).toEqual([["sow", ["soil"]]]);
  });

  it("offers ten undated tasks, the most important first", () => {
    const many = Array.from({ length: 30 }, (_, place) => task(`t${place}`));
    const items = shown(...many, task("high", { priority: 2 }));
    expect(items).toHaveLength(10);
    expect(items[0]).toBe("ready high");
  });
});
