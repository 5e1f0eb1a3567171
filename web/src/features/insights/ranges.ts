import { addDays, currentZone, type Day } from "../../i18n/days";
import type { PlacedRange } from "../../worker";

export const RANGES = ["weeks4", "months3", "year", "all"] as const;
export type RangeName = (typeof RANGES)[number];

/** How many days a range reaches back, today included, and what is counted together in it. */
const REACH: Record<RangeName, { days?: number; step: PlacedRange["step"] }> = {
  weeks4: { days: 28, step: "day" },
  months3: { days: 13 * 7, step: "week" },
  year: { days: 52 * 7, step: "week" },
  all: { step: "week" },
};

/** The range as it lies for the person today. */
export function rangeOf(name: RangeName, today: Day, weekStart: number): PlacedRange {
  const { days, step } = REACH[name];
  return { until: today, step, zone: currentZone(), weekStart, ...(days && { since: addDays(today, 1 - days) }) };
}
