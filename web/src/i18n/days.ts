/** A day of somebody's own calendar: "2026-03-29". */
export type Day = string;

const DAY = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();
let zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone that the person's days and times are meant in. */
export function currentZone(): string {
  return zone;
}

export function liveIn(wanted: string): void {
  zone = wanted;
}

export function today(): Day {
  return dayOf(Date.now());
}

export function dayOf(moment: number | string, where = zone): Day {
  return new Date(wall(typeof moment === "string" ? Date.parse(moment) : moment, where)).toISOString().slice(0, 10);
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** 0 is Monday. */
export function weekdayOf(day: Day): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

export function daysInMonth(day: Day): number {
  const date = new Date(day);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The moment a day begins: not always midnight, for in some zones the clocks are changed then. */
export function startOf(day: Day, where = zone): number {
  return momentOf(day, "00:00", where);
}

/** When a clock on the wall shows a time of a day; where it is skipped, the next moment that there is. */
export function momentOf(day: Day, time: string, where = zone): number {
  const shown = Date.parse(`${day}T${time}Z`);
  const offsets = [shown - DAY, shown + DAY].map((moment) => wall(moment, where) - moment);
  const moments = offsets.map((offset) => shown - offset).toSorted((a, b) => a - b);
  return moments.find((moment) => wall(moment, where) >= shown) ?? shown;
}

/** What a clock on the wall shows at a moment, as if that were UTC. */
function wall(moment: number, where: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockOf(where).formatToParts(moment)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function clockOf(where: string): Intl.DateTimeFormat {
  const known = clocks.get(where);
  if (known) return known;
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-GB", { timeZone: where, hourCycle: "h23", ...parts });
  clocks.set(where, made);
  return made;
}
