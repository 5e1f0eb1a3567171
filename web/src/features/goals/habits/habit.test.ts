import { expect, test } from "vitest";
import { phaseOn } from "./habit";

const phases = [
  { starts: "2026-01-01", until: "2026-01-07", what: "Walk", duration_minutes: 20 },
  { starts: "2026-01-08", until: "2026-01-14", what: "Jog", duration_minutes: 30 },
];

test.each([
  ["2026-01-01", "Walk"],
  ["2026-01-07", "Walk"],
  ["2026-01-08", "Jog"],
  ["2026-01-15", undefined],
])("on %s the phase is %s", (day, what) => {
  expect(phaseOn({ phases }, day)?.what).toBe(what);
});
