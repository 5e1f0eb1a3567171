import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { currentZone, liveIn } from "../../i18n/days";
import type { Item } from "./order";
import { reasonText } from "./reason";

const DAY = "2026-11-20";
const home = currentZone();

beforeEach(() => {
  liveIn("Europe/Berlin");
  vi.useFakeTimers({ now: Date.parse("2026-11-20T12:00:00Z") });
});
afterEach(() => {
  liveIn(home);
  vi.useRealTimers();
});

function text(reason: Item["reason"], due: string | null, due_at: string | null = null): string {
  return reasonText({ reason, task: { due, due_at } }, DAY);
}

it("says since when a task is open, by the nearest name of the day", () => {
  expect(text("overdue", "2026-11-19")).toBe("still open from yesterday");
  expect(text("overdue", "2026-11-17")).toBe("still open from Tuesday");
  expect(text("overdue", "2026-11-13")).toMatch(/^still open from .*13/);
  expect(text("overdue", DAY, "2026-11-20T09:30:00Z")).toMatch(/^since 10:30/);
});

it("says when today, or why without a date", () => {
  expect(text("due_today", DAY)).toBe("due today");
  expect(text("due_today", DAY, "2026-11-20T17:00:00Z")).toMatch(/^today, (18:00|6:00)/);
  expect(text("started", null)).toBe("begun");
  expect(text("ready", null)).toBe("no date, ready");
});
