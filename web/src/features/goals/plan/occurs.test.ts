import { expect, test } from "vitest";
import { addDays } from "../../../i18n/days";
import { occurs } from "./occurs";

/** The days of the forty from the start on which the rule falls, as day and month. */
function days(rrule: string, start: string): string {
  const all = Array.from({ length: 40 }, (_, count) => addDays(start, count));
  return all.filter((day) => occurs(rrule, start, day)).map((day) => day.slice(5)).join(" ");
}

// expected by python-dateutil, which the server reckons with
test.each([
  ["FREQ=DAILY;INTERVAL=9", "2026-11-20", "11-20 11-29 12-08 12-17 12-26"],
  ["FREQ=WEEKLY", "2026-11-20", "11-20 11-27 12-04 12-11 12-18 12-25"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", "2026-11-20", "11-22 11-30 12-06 12-14 12-20 12-28"],
  ["FREQ=MONTHLY;BYDAY=1SA", "2026-11-20", "12-05"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "2026-11-20", "11-27 12-25"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-20", "11-30"],
  ["FREQ=MONTHLY", "2026-11-20", "11-20 12-20"],
  ["FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=20,28", "2026-11-20", "11-20 11-28"],
  ["FREQ=YEARLY", "2026-02-28", "02-28"],
])("%s from %s", (rrule, start, expected) => {
  expect(days(rrule, start)).toBe(expected);
});
