import { describe, expect, test } from "vitest";
import { fieldsOf, isRule, type Repeat, repeatOf } from "./repeat";

const said = (rrule: string | null, repeat_after: string | null = null) => repeatOf({ rrule, repeat_after });

describe("repeats", () => {
  test.each<[Repeat, string | null, string | null]>([
    [{ every: "never" }, null, null],
    [{ every: "day", interval: 1 }, "FREQ=DAILY", null],
    [{ every: "week", interval: 2, days: ["MO", "FR"] }, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", null],
    [{ every: "week", interval: 1, days: [] }, "FREQ=WEEKLY", null],
    [{ every: "month", interval: 3 }, "FREQ=MONTHLY;INTERVAL=3", null],
    [{ every: "year", interval: 1 }, "FREQ=YEARLY", null],
    [{ every: "after", interval: 10, unit: "D" }, null, "P10D"],
    [{ every: "custom", rule: "FREQ=MONTHLY;BYDAY=1MO" }, "FREQ=MONTHLY;BYDAY=1MO", null],
    [{ every: "custom", rule: "PT4H" }, null, "PT4H"],
  ])("%j is kept as %s %s, and read again", (repeat, rrule, repeat_after) => {
    expect(fieldsOf(repeat)).toEqual({ rrule, repeat_after });
    expect(repeatOf({ rrule, repeat_after })).toEqual(repeat);
  });

  test("weekdays stand in the order of the week", () => {
    expect(fieldsOf({ every: "week", interval: 1, days: ["FR", "MO"] }).rrule).toBe("FREQ=WEEKLY;BYDAY=MO,FR");
  });

  test.each(["FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=DAILY;UNTIL=20261231", "FREQ=WEEKLY;BYDAY=2MO", "FREQ=HOURLY"])(
    "what the choices cannot say stays as it is: %s",
    (rrule) => {
      expect(said(rrule)).toEqual({ every: "custom", rule: rrule });
    },
  );

  test("a custom rule is taken as it is copied from a calendar", () => {
    expect(fieldsOf({ every: "custom", rule: " rrule:freq=daily;count=3 " }).rrule).toBe("FREQ=DAILY;COUNT=3");
  });

  test.each([
    ["FREQ=MONTHLY;BYDAY=1MO", true],
    ["P10D", true],
    ["P1Y2M", true],
    ["", false],
    ["P", false],
    ["every monday", false],
    ["BYDAY=MO", false],
    ["FREQ=SECONDLY", false],
    ["FREQ=DAILY;FREQ=WEEKLY", false],
  ])("%s reads as a rule: %s", (rule, expected) => {
    expect(isRule(rule)).toBe(expected);
  });
});
