import { expect, test } from "vitest";
import { type Bin, outcomeOf } from "./reliability";

const bin = (predicted: number, observed: number, count: number): Bin => ({ low: 0, high: 1, predicted, observed, count });

test("a gap that chance explains is none", () => {
  expect(outcomeOf({ bins: [bin(0.9, 0, 1)], count: 1 }).leaning).toBe("tooSure");
  expect(outcomeOf({ bins: [bin(0.6, 0, 1)], count: 1 }).leaning).toBe("close");
  expect(outcomeOf({ bins: [bin(0.8, 0.7, 10)], count: 10 }).leaning).toBe("close");
});

test("many judgements show who is too sure and who is too modest", () => {
  expect(outcomeOf({ bins: [bin(0.8, 0.7, 1000)], count: 1000 }).leaning).toBe("tooSure");
  expect(outcomeOf({ bins: [bin(0.8, 0.9, 1000)], count: 1000 }).leaning).toBe("tooModest");
});

test("a bin weighs as much as it holds", () => {
  const { expected, right } = outcomeOf({ bins: [bin(0.5, 0, 1), bin(0.9, 1, 3)], count: 4 });
  expect([expected, right]).toEqual([expect.closeTo(0.8), 0.75]);
});

test("where nothing was judged, nothing is claimed", () => {
  expect(outcomeOf({ bins: [], count: 0 })).toEqual({ expected: 0, right: 0, leaning: "close" });
});
