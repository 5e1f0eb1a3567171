import { expect, test } from "vitest";
import { chosen, holdsOn } from "./memory";
import { memory } from "./memory.fixture";

const porto = memory("Lives in Porto", { valid_from: "2025-01-01", valid_until: "2026-05-01", closed_at: "2026-05-02T08:00:00Z" });
const lisbon = memory("Lives in Lisbon", { valid_from: "2026-05-01" });
const ana = memory("Ana is her sister", { what: "person", people: ["Ana"], pinned: true });

test("what ends on a day does not hold on it any more", () => {
  expect(["2024-12-31", "2025-01-01", "2026-04-30", "2026-05-01"].map((day) => holdsOn(porto, day))).toEqual([false, true, true, false]);
});

test("what is known to have ended, nobody knows when, does not hold", () => {
  expect(holdsOn(memory("Drives a van", { closed_at: "2026-01-01T00:00:00Z" }), "2026-02-01")).toBe(false);
});

test("memories are chosen by kind, by day and by words, the pinned ones first", () => {
  const all = [porto, lisbon, ana];
  const wanted = { what: undefined, day: undefined, text: "" };
  expect(chosen(all, wanted)).toEqual([ana, porto, lisbon]);
  expect(chosen(all, { ...wanted, what: "fact", day: "2026-06-01" })).toEqual([lisbon]);
  expect(chosen(all, { ...wanted, text: "ANA sister" })).toEqual([ana]);
});
