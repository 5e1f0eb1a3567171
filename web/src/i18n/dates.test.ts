import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { formatAgo, formatDay, formatList, formatMinutes, formatMoment, formatPercent, formatTime, formatWork, relativeDay } from "./dates";
import { addDays, dayOf, daysBetween, daysInMonth, liveIn, momentOf, startOf, today, weekdayOf } from "./days";
import { speak } from "./index";
import { formatRepeat, formatRepeatAfter } from "./repeats";

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-14T22:30:00Z") });
  liveIn("Europe/Berlin");
  await speak("en-GB");
});
afterEach(() => vi.useRealTimers());

describe("days", () => {
  test("the day is the person's, not the machine's", () => {
    expect(today()).toBe("2026-11-14");
    liveIn("Asia/Tokyo");
    expect(today()).toBe("2026-11-15");
    expect(dayOf("2026-11-14T22:30:00Z", "America/Los_Angeles")).toBe("2026-11-14");
  });

  test("are reckoned over months, years and changed clocks", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysInMonth("2028-02-01")).toBe(29);
    expect(weekdayOf("2026-11-16")).toBe(0);
  });

  test("begin when the clock says so, or at the first moment that there is", () => {
    expect(new Date(startOf("2026-03-29")).toISOString()).toBe("2026-03-28T23:00:00.000Z");
    expect(new Date(startOf("2026-09-06", "America/Santiago")).toISOString()).toBe("2026-09-06T04:00:00.000Z");
    expect(new Date(momentOf("2026-07-01", "09:15")).toISOString()).toBe("2026-07-01T07:15:00.000Z");
  });
});

describe("in English", () => {
  test.each([
    ["2026-11-14", "Today"],
    ["2026-11-15", "Tomorrow"],
    ["2026-11-13", "Yesterday"],
    ["2026-11-16", "Mon 16 Nov"],
    ["2027-01-02", "Sat, 2 Jan 2027"],
  ])("%s is %s", (day, words) => expect(relativeDay(day)).toBe(words));

  test("moments, spans and shares", () => {
    expect(formatTime("2026-11-14T22:05:00Z")).toBe("23:05");
    expect(formatMoment("2026-11-14T22:05:00Z")).toBe("Today, 23:05");
    expect(formatAgo("2026-11-14T22:25:00Z")).toBe("5 minutes ago");
    expect(formatAgo("2026-11-14T22:29:40Z")).toBe("just now");
    expect([formatMinutes(45), formatMinutes(120), formatMinutes(90)]).toEqual(["45 min", "2 h", "1 h 30 min"]);
    expect([47 * 60, 3 * 1440, 3 * 1440 + 90, 7 * 1440, 42 * 1440].map(formatMinutes)).toEqual(["47 h", "3 days", "3 days 1 h 30 min", "1 week", "6 weeks"]);
    expect(formatWork(72 * 60)).toBe("72 h");
    expect(formatPercent(0.4)).toBe("40%");
    expect(formatList(["a", "b", "c"])).toBe("a, b and c");
  });

  test.each([
    ["FREQ=DAILY", "every day"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "every 2 weeks on Monday and Friday"],
    ["FREQ=WEEKLY;BYDAY=TU", "every Tuesday"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "on weekdays"],
    ["FREQ=MONTHLY;BYMONTHDAY=15", "every month on day 15"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"],
    ["FREQ=MONTHLY;BYDAY=1MO", "every month on the first Monday"],
    ["FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "every month on the last Friday, 3 times"],
    ["FREQ=YEARLY;UNTIL=20271231T000000Z", "every year until Fri, 31 Dec 2027"],
    ["FREQ=DAILY;BYSETPOS=2;BYDAY=MO", "by a rule of its own"],
    ["nonsense", "by a rule of its own"],
  ])("%s comes %s", (rule, words) => expect(formatRepeat(rule)).toBe(words));

  test("a span counts from the completion", () => {
    expect(formatRepeatAfter("P1W")).toBe("1 week after it is done");
    expect(formatRepeatAfter("PT3H")).toBe("by a rule of its own");
  });
});

describe("in German", () => {
  beforeEach(() => speak("de-DE"));

  test("days, moments and spans", () => {
    expect([relativeDay("2026-11-14"), relativeDay("2026-11-15"), formatDay("2026-11-16")]).toEqual(["Heute", "Morgen", "Mo., 16. Nov."]);
    expect(formatMoment("2026-11-14T22:05:00Z")).toBe("Heute, 23:05");
    expect(formatMinutes(90)).toBe("1 Std. 30 Min.");
    expect(formatMinutes(42 * 1440)).toBe("6 Wochen");
  });

  test.each([
    ["FREQ=WEEKLY;BYDAY=TU", "jeden Dienstag"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "alle 2 Wochen am Montag und Freitag"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "jeden Monat am letzten Freitag"],
    ["FREQ=MONTHLY;BYMONTHDAY=15", "jeden Monat am 15."],
  ])("%s comes %s", (rule, words) => expect(formatRepeat(rule)).toBe(words));
});
