import type { components } from "../../../api/schema";

export type Curve = components["schemas"]["ReliabilityCurve"];
export type Bin = Curve["bins"][number];

export interface Outcome {
  /** How sure it was on average, 0 to 1. */
  expected: number;
  /** The share that was right. */
  right: number;
  leaning: "close" | "tooSure" | "tooModest";
}

/** A smaller gap makes no difference to anybody. */
const SMALL = 0.05;
/** In standard errors: a smaller gap is what chance does. */
const CHANCE = 2;

/** What all findings of a curve together came to. */
export function outcomeOf({ bins, count }: Pick<Curve, "bins" | "count">): Outcome {
  const mean = (value: (bin: Bin) => number): number => bins.reduce((sum, bin) => sum + value(bin) * bin.count, 0) / Math.max(count, 1);
  const [expected, right] = [mean(({ predicted }) => predicted), mean(({ observed }) => observed)];
  const error = Math.sqrt((expected * (1 - expected)) / Math.max(count, 1));
  const isClose = Math.abs(expected - right) <= Math.max(SMALL, CHANCE * error);
  return { expected, right, leaning: isClose ? "close" : expected > right ? "tooSure" : "tooModest" };
}
