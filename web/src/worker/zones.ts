import { addDays, type Day, weekdayOf } from "../i18n/days";

const DAY = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...parts });
  clocks.set(zone, made);
  return made;
}

/** What a clock on the wall shows at a moment, as if that were UTC. */
function wall(moment: number, zone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(moment)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The day that it is in a zone at a moment. */
export function dayAt(moment: number, zone: string): Day {
  return new Date(wall(moment, zone)).toISOString().slice(0, 10);
}

/** The moment a day begins: not always midnight, for in some zones the clocks are changed then. */
export function startOf(day: Day, zone: string): number {
  const midnight = Date.parse(day);
  const offsets = [midnight - DAY, midnight + DAY].map((moment) => wall(moment, zone) - moment);
  const moments = offsets.map((offset) => midnight - offset).toSorted((a, b) => a - b);
  return moments.find((moment) => dayAt(moment, zone) >= day) ?? midnight;
}

/** The first day of the week that a day lies in; weeks begin on `weekStart`, where 0 is Monday. */
export function weekOf(day: Day, weekStart: number): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}
