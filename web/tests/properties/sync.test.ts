import "fake-indexeddb/auto";
import { asyncProperty, check, defaultReportMessage } from "fast-check";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { histories, play } from "./history";
import { Truth } from "./house";

const RUNS = Number(process.env["HISTORIES"] ?? 200);
const SEED = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const AGAIN = process.env["AGAIN"];
const SUGGESTIONS = 3;
const EACH = 5000;

const server = inject("server");

/**
 * A failure tells its seed and path, to be played again by SEED=… AGAIN=…. SHRINK=1 looks for the smallest history that
 * fails, which takes minutes.
 */
describe.skipIf(!server)("three devices of one person and the real server, where SelfOS is in .venv", () => {
  const truth = new Truth(server?.url ?? "", server?.key ?? "");

  beforeAll(() => truth.offerSuggestions(SUGGESTIONS));

  test(`agree in the end over ${RUNS} histories, seed ${SEED}`, { timeout: 60_000 + RUNS * EACH }, async () => {
    const property = asyncProperty(histories, (history) => play(truth, history));
    const replayed = AGAIN ? { path: AGAIN } : {};
    const outcome = await check(property.beforeEach(() => truth.offerSuggestions(SUGGESTIONS)), {
      numRuns: RUNS,
      seed: SEED,
      endOnFailure: !process.env["SHRINK"],
      ...replayed,
    });
    expect(outcome.failed && `${String(outcome.errorInstance)}\n${defaultReportMessage(outcome)}`).toBe(false);
  });
});
