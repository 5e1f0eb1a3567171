import { addDays, type Day, dayOf, startOf } from "../i18n/days";
import { weekOf } from "../i18n/weeks";
import type { Entry } from "./entry";
import { slices } from "./slices";

/** Which days, both included, and how they are put together; without `since` from the first record on. */
interface Range {
  since?: Day;
  until: Day;
  step: "day" | "week";
}

/** The range as a person means it: in their zone, their weeks beginning on their day (0 is Monday). */
export interface PlacedRange extends Range {
  zone: string;
  weekStart: number;
}

export interface Series {
  name: string;
  /** One number for each day or week. */
  counts: number[];
}

/** Counts over time. `days` holds the first day of each day or week. */
export interface Rollup {
  days: Day[];
  series: Series[];
}

export type RollupName = "captures" | "completed" | "moods" | "areas";

/** Under which names a record counts, and when. */
interface Counted {
  at: number;
  names: readonly string[];
}

/** What a rollup counts. `named` series are always there, others appear when something counts for them. */
interface Counting {
  named: string[];
  count: (entry: Entry) => Counted | undefined;
}

const COUNTING: Record<RollupName, Counting> = {
  captures: {
    named: ["captures"],
    count: ({ kind, at }) => (kind === "thought" ? { at, names: ["captures"] } : undefined),
  },
  completed: {
    named: ["completed"],
    count: ({ done }) => (done === undefined ? undefined : { at: done, names: ["completed"] }),
  },
  moods: {
    named: ["negative", "neutral", "positive"],
    count: ({ at, mood }) => (mood ? { at, names: [mood] } : undefined),
  },
  areas: { named: [], count: ({ at, areas }) => (areas.length > 0 ? { at, names: areas } : undefined) },
};

/** More points than any plot can show. */
const MOST = 4000;

export async function rollup(
  entries: Iterable<Entry>,
  name: RollupName,
  range: PlacedRange,
  signal: AbortSignal,
): Promise<Rollup> {
  const { named, count } = COUNTING[name];
  const counted: Counted[] = [];
  for await (const slice of slices(entries, signal)) {
    for (const entry of slice) {
      const one = count(entry);
      if (one) counted.push(one);
    }
  }
  return summed(counted, bucketsOf(range, counted), named, range.zone);
}

/** The first day of each bucket, and one more: the day after the last. */
function bucketsOf({ since, until, step, zone, weekStart }: PlacedRange, counted: Counted[]): Day[] {
  const width = step === "week" ? 7 : 1;
  const begin = (day: Day): Day => (step === "week" ? weekOf(day, weekStart) : day);
  const earliest = addDays(begin(until), -width * (MOST - 1));
  const first = begin(since ?? firstDay(counted, zone) ?? until);
  const days: Day[] = [];
  for (let day = first > earliest ? first : earliest; day <= until; day = addDays(day, width)) days.push(day);
  return [...days, addDays(days.at(-1) ?? until, width)];
}

function firstDay(counted: Counted[], zone: string): Day | undefined {
  const first = counted.reduce((least, { at }) => Math.min(least, at), Infinity);
  return first === Infinity ? undefined : dayOf(first, zone);
}

function summed(counted: Counted[], bounds: Day[], named: string[], zone: string): Rollup {
  const days = bounds.slice(0, -1);
  const starts = bounds.map((day) => startOf(day, zone));
  const zeros = (): number[] => days.map(() => 0);
  const sums = new Map(named.map((name) => [name, zeros()]));
  for (const { at, names } of counted) {
    const place = placeOf(at, starts);
    if (place < 0 || place >= days.length) continue;
    for (const name of names) {
      const counts = sums.get(name) ?? zeros();
      counts[place] = (counts[place] ?? 0) + 1;
      sums.set(name, counts);
    }
  }
  return { days, series: [...sums].map(([name, counts]) => ({ name, counts })) };
}

/** The last start that is not after the moment; -1 before the first. */
function placeOf(moment: number, starts: number[]): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
