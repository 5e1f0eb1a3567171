import { afterEach, beforeEach, expect, test } from "vitest";
import { currentZone, liveIn } from "../../i18n/days";
import { clockTime, nextWeekday, onDay, scheduled } from "./times";

const before = currentZone();

beforeEach(() => liveIn("Europe/Berlin"));
afterEach(() => liveIn(before));

test("a clock time is that of the person's zone, in summer and winter", () => {
  expect(scheduled("2026-01-10", "09:30").due_at).toBe("2026-01-10T08:30:00.000Z");
  expect(scheduled("2026-07-10", "09:30")).toEqual({ due: "2026-07-10", due_at: "2026-07-10T07:30:00.000Z", timezone: "Europe/Berlin" });
});

test("a day alone has no moment, and no day has neither", () => {
  expect(scheduled("2026-01-10", "").due_at).toBeNull();
  expect(scheduled(null, "09:30")).toEqual({ due: null, due_at: null, timezone: "Europe/Berlin" });
});

test("another day keeps the clock time when the clocks are changed in between", () => {
  expect(onDay({ due_at: "2026-03-28T08:00:00Z" }, "2026-03-29").due_at).toBe("2026-03-29T07:00:00.000Z");
});

test("a moment is read on the person's clock", () => {
  expect(clockTime("2026-07-10T22:15:00Z")).toBe("00:15");
  expect(clockTime(null)).toBe("");
});

test("the next Monday is never today", () => {
  expect(nextWeekday("2026-03-09", 0)).toBe("2026-03-16");
  expect(nextWeekday("2026-03-10", 0)).toBe("2026-03-16");
  expect(nextWeekday("2026-03-13", 5)).toBe("2026-03-14");
});
