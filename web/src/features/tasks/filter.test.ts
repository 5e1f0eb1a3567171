import { describe, expect, test } from "vitest";
import { matches, wantsSettled } from "./filter";
import { placeOf, searchOf } from "./place";
import { taskWith } from "./task.fixture";

const TODAY = "2026-03-10";
const fits = (fields: Parameters<typeof taskWith>[0], filter: Parameters<typeof matches>[1]) => matches(taskWith(fields), filter, TODAY);

describe("a filter", () => {
  test("lets everything through where it says nothing", () => {
    expect(fits({}, {})).toBe(true);
  });

  test("finds every word in title and notes, whatever their case and order", () => {
    const task = { title: "Call Anna", notes: "about the Garden" };
    expect(fits(task, { text: "garden call " })).toBe(true);
    expect(fits(task, { text: "garden ring" })).toBe(false);
  });

  test("knows what has no project, no priority, no date", () => {
    const none = { project: "none", priority: "none", due: "none" };
    expect(fits({}, none)).toBe(true);
    expect(fits({ priority: 2 }, none)).toBe(false);
    expect(fits({ due: TODAY }, none)).toBe(false);
  });

  test.each([
    ["overdue", "2026-03-09", true],
    ["overdue", TODAY, false],
    ["today", "2026-03-01", true],
    ["today", "2026-03-11", false],
    ["week", "2026-03-16", true],
    ["week", "2026-03-17", false],
    ["week", "2026-03-09", false],
    ["month", "2026-04-08", true],
    ["2026-03-20..2026-03-25", "2026-03-25", true],
    ["2026-03-20..2026-03-25", "2026-03-26", false],
    ["..2026-03-25", "2025-01-01", true],
    ["2026-03-20..", "2026-03-19", false],
  ])("due %s, of %s: %s", (due, day, expected) => {
    expect(fits({ due: day }, { due })).toBe(expected);
  });

  test("never takes what has no date for due", () => {
    expect(fits({}, { due: "..2026-03-25" })).toBe(false);
  });

  test("needs all of its parts", () => {
    const task = { tags: ["home"], people: ["Mira"], life_areas: ["health" as const], energy: 3 };
    expect(fits(task, { tag: "home", person: "Mira", area: "health", energy: "3" })).toBe(true);
    expect(fits(task, { tag: "home", person: "Jon" })).toBe(false);
  });

  test("tells whether settled tasks are wanted", () => {
    expect(wantsSettled({ status: "done" })).toBe(true);
    expect(wantsSettled({ status: "open" })).toBe(false);
    expect(wantsSettled({})).toBe(false);
  });
});

describe("the address", () => {
  test("is empty for what is shown at first", () => {
    expect(searchOf(placeOf(""))).toBe("");
  });

  test.each([
    "view=board&sort=due",
    "group=project&text=milk+%26+bread",
    "text=call&status=done&project=none&tag=home&area=health&person=Mira&priority=1&energy=2&due=2026-03-20..",
    "view=upcoming&task=77f0",
  ])("says again what it said: %s", (search) => {
    expect(searchOf(placeOf(search))).toBe(search);
  });

  test("keeps a space at the end, so that a second word can be typed", () => {
    expect(placeOf("text=call+").filter.text).toBe("call ");
  });

  test("falls back where it is not understood", () => {
    expect(placeOf("view=spiral&group=colour&sort=upside")).toEqual(placeOf(""));
  });
});
