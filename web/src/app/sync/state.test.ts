import { expect, test } from "vitest";
import { type SyncFacts, syncState } from "./state";

const quiet: SyncFacts = { phase: "settled", waiting: 0, refused: 0, filling: null, known: true };

test.each([
  ["settled", {}],
  ["settled", { phase: "syncing" }],
  ["sending", { phase: "syncing", waiting: 2 }],
  ["filling", { phase: "syncing", filling: 0.4 }],
  ["offline", { phase: "offline", waiting: 2 }],
  ["offline", { phase: "offline", filling: 0.4 }],
  ["failing", { phase: "failing", waiting: 2 }],
  ["refused", { phase: "offline", refused: 1 }],
  ["unknown", { phase: "signed-out", waiting: 1, known: false }],
  ["signed-out", { phase: "signed-out", refused: 1, waiting: 3 }],
] as const)("says %s of %o", (state, facts) => {
  expect(syncState({ ...quiet, ...facts })).toBe(state);
});
