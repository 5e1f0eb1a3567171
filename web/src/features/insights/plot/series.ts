import type { Tone } from "../../../design";

/** One row of numbers in a plot, one for each point; rows are stacked in their order. */
export interface Series {
  name: string;
  tone: Tone;
  counts: number[];
}

/** What stands at one place of the horizontal axis. */
export interface Point {
  /** In full: "Week from Mon 2 Mar". */
  name: string;
  /** Short, for the axis: "2 Mar". */
  tick: string;
}

/** What a plot shows. */
export interface Numbers {
  title: string;
  /** What is counted, on the upright axis. */
  unit: string;
  /** What it is counted over, on the level axis. */
  over: string;
  points: Point[];
  series: Series[];
  /** A value that shall not be passed. */
  limit?: { name: string; value: number };
}

/** For each row its upper edge: itself and all rows below it. */
export function stacked(rows: number[][]): number[][] {
  let below: number[] = [];
  return rows.map((row) => {
    below = row.map((count, at) => count + (below[at] ?? 0));
    return below;
  });
}

export function total(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The places that are named on the axis: evenly spread, the last among them, no more than fit. */
export function ticksOf(count: number, most: number): number[] {
  const step = Math.ceil(count / Math.max(most, 1));
  const places = Array.from({ length: Math.ceil(count / step) }, (_, at) => count - 1 - at * step);
  return places.toReversed();
}
