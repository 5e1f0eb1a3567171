import { describe, expect, it } from "vitest";
import { isMonth, periodIn, periodsAt } from "./periods";

const PERIODS = periodsAt("2026-03-05", 0);
const named = (name: string) => PERIODS.find((period) => period.name === name);

describe("periods", () => {
  it.each([
    ["today", "2026-03-05", "2026-03-06"],
    ["yesterday", "2026-03-04", "2026-03-05"],
    ["this week", "2026-03-02", "2026-03-09"],
    ["last week", "2026-02-23", "2026-03-02"],
    ["this month", "2026-03-01", "2026-04-01"],
    ["last month", "2026-02-01", "2026-03-01"],
    ["in March", "2026-03-01", "2026-04-01"],
    ["in December", "2025-12-01", "2026-01-01"],
    ["in April", "2025-04-01", "2025-05-01"],
  ])("%s lasts from %s until %s", (name, since, until) => {
    expect(named(name)).toMatchObject({ since, until });
  });

  it("hold each month of a year once", () => {
    expect(new Set(PERIODS.filter(isMonth).map(({ key }) => key)).size).toBe(12);
  });

  it.each([
    ["dentist last week", "last-week", "dentist"],
    ["In March what did Mira say", "2026-03", "what did Mira say"],
    ["TODAY", "today", ""],
    ["milk yesterday bread", "yesterday", "milk bread"],
    ["todays news", undefined, "todays news"],
    ["dentist", undefined, "dentist"],
  ])("in %j is %s beside %j", (text, key, rest) => {
    const found = periodIn(text, PERIODS);
    expect(found.period?.key).toBe(key);
    expect(found.rest).toBe(rest);
  });
});
