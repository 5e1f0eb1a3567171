import { describe, expect, it } from "vitest";
import { dayOf, startOf } from "./days";

describe("the start of a day", () => {
  it.each([
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
    ["2026-01-01", "Asia/Kathmandu", "2025-12-31T18:15:00.000Z"],
    ["2026-06-01", "America/Los_Angeles", "2026-06-01T07:00:00.000Z"],
    ["2026-06-01", "UTC", "2026-06-01T00:00:00.000Z"],
  ])("%s in %s is %s", (day, zone, moment) => {
    expect(new Date(startOf(day, zone)).toISOString()).toBe(moment);
  });

  it("is one o'clock where the clocks skip midnight", () => {
    expect(new Date(startOf("2018-11-04", "America/Sao_Paulo")).toISOString()).toBe("2018-11-04T03:00:00.000Z");
  });

  it("is the first of two midnights", () => {
    expect(new Date(startOf("2025-11-02", "America/Havana")).toISOString()).toBe("2025-11-02T04:00:00.000Z");
  });

  it("is that of the next day where a day was left out", () => {
    expect(startOf("2011-12-30", "Pacific/Apia")).toBe(startOf("2011-12-31", "Pacific/Apia"));
  });

  it.each(["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "America/Sao_Paulo"])("is in its own day, all year, in %s", (zone) => {
    for (let moment = Date.parse("2018-01-02"); moment < Date.parse("2019-01-02"); moment += 86_400_000) {
      const day = new Date(moment).toISOString().slice(0, 10);
      expect(dayOf(startOf(day, zone), zone)).toBe(day);
      expect(dayOf(startOf(day, zone) - 1, zone) < day).toBe(true);
    }
  });
});
