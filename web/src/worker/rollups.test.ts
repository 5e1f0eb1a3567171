import { describe, expect, it } from "vitest";
import type { Entry } from "./entry";
import { type PlacedRange, type Rollup, rollup, type RollupName } from "./rollups";

function entry(at: string, more: Partial<Entry> = {}): Entry {
  return { kind: "thought", id: at, at: Date.parse(at), words: "", titleEnd: 0, areas: [], mood: undefined, done: undefined, ...more };
}

const BERLIN = { zone: "Europe/Berlin", weekStart: 0 };

function counted(name: RollupName, entries: Entry[], range: Partial<PlacedRange>): Promise<Rollup> {
  return rollup(entries, name, { until: "2026-03-30", step: "day", ...BERLIN, ...range }, new AbortController().signal);
}

const countsOf = ({ series }: Rollup, name: string): number[] | undefined => series.find((one) => one.name === name)?.counts;

describe("rollups", () => {
  it("put a moment into the person's own day", async () => {
    const late = [entry("2026-03-28T23:30:00Z")];
    const berlin = await counted("captures", late, { since: "2026-03-28" });
    expect(berlin.days).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
    expect(countsOf(berlin, "captures")).toEqual([0, 1, 0]);
    const york = await counted("captures", late, { since: "2026-03-28", zone: "America/New_York" });
    expect(countsOf(york, "captures")).toEqual([1, 0, 0]);
  });

  it("give the day of the change of clocks its 23 hours", async () => {
    const around = ["2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z"];
    const days = await counted("captures", around.map((at) => entry(at)), { since: "2026-03-28" });
    expect(countsOf(days, "captures")).toEqual([1, 2, 1]);
  });

  it("begin weeks where the person's begin", async () => {
    const entries = [entry("2026-03-22T12:00:00Z"), entry("2026-03-23T12:00:00Z")];
    const range = { since: "2026-03-20", step: "week" } as const;
    const monday = await counted("captures", entries, range);
    expect(monday.days).toEqual(["2026-03-16", "2026-03-23", "2026-03-30"]);
    expect(countsOf(monday, "captures")).toEqual([1, 1, 0]);
    const sunday = await counted("captures", entries, { ...range, weekStart: 6 });
    expect(sunday.days).toEqual(["2026-03-15", "2026-03-22", "2026-03-29"]);
    expect(countsOf(sunday, "captures")).toEqual([0, 2, 0]);
  });

  it("are one day of nothing where there is nothing", async () => {
    expect(await counted("captures", [], {})).toEqual({ days: ["2026-03-30"], series: [{ name: "captures", counts: [0] }] });
    expect((await counted("areas", [], {})).series).toEqual([]);
  });

  it("begin with the first record", async () => {
    const one = await counted("captures", [entry("2026-03-29T10:00:00Z")], {});
    expect(one.days).toEqual(["2026-03-29", "2026-03-30"]);
  });

  it("count moods that were judged, and keep the three apart", async () => {
    const entries = [entry("2026-03-30T08:00:00Z", { mood: "positive" }), entry("2026-03-30T09:00:00Z")];
    const moods = await counted("moods", entries, { since: "2026-03-30" });
    expect(moods.series.map(({ name, counts }) => [name, counts])).toEqual([["negative", [0]], ["neutral", [0]], ["positive", [1]]]);
  });

  it("count a task on the day it was done", async () => {
    const done = entry("2026-01-01T08:00:00Z", { kind: "task", done: Date.parse("2026-03-30T08:00:00Z") });
    expect(countsOf(await counted("completed", [done, entry("2026-03-30T08:00:00Z", { kind: "task" })], { since: "2026-03-29" }), "completed")).toEqual([0, 1]);
  });

  it("count each area of a record, and leave out what lies before and after", async () => {
    const entries = [
      entry("2026-03-30T08:00:00Z", { areas: ["health", "home"] }),
      entry("2026-03-29T08:00:00Z", { areas: ["health"] }),
      entry("2026-04-02T08:00:00Z", { areas: ["health"] }),
      entry("2026-01-02T08:00:00Z", { areas: ["career"] }),
    ];
    const areas = await counted("areas", entries, { since: "2026-03-29" });
    expect(countsOf(areas, "health")).toEqual([1, 1]);
    expect(countsOf(areas, "home")).toEqual([0, 1]);
    expect(areas.series).toHaveLength(2);
  });
});
