import { currentZone, type Day, dayOf, daysBetween, today } from "./days";
import { currentLocale } from "./index";
import { t } from "./texts";

type Moment = string | number;
type Shape = Intl.DateTimeFormatOptions;

const formats = new Map<string, Intl.DateTimeFormat>();
const AHEAD = 2;

/** "Fri 14 Nov", with the year where it is another than this one. */
export function formatDay(day: Day): string {
  return inYear(day, { weekday: "short", day: "numeric", month: "short" });
}

/** "Friday, 14 November". */
export function formatLongDay(day: Day): string {
  return inYear(day, { weekday: "long", day: "numeric", month: "long" });
}

/** "Today", "Tomorrow", "Yesterday", else as `formatDay`. */
export function relativeDay(day: Day): string {
  const away = daysBetween(today(), day);
  if (Math.abs(away) >= AHEAD) return formatDay(day);
  return capitalised(new Intl.RelativeTimeFormat(currentLocale(), { numeric: "auto" }).format(away, "day"));
}

/** "14:30", by the person's clock. */
export function formatTime(moment: Moment): string {
  return format(moment, { hour: "numeric", minute: "2-digit" });
}

/** "Today, 14:30". */
export function formatMoment(moment: Moment): string {
  return t("atTime", { day: relativeDay(dayOf(moment)), time: formatTime(moment) });
}

const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** "5 minutes ago", "in 2 days". */
export function formatAgo(moment: Moment): string {
  const seconds = (new Date(moment).getTime() - Date.now()) / 1000;
  const found = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  if (!found) return t("justNow");
  const [unit, length] = found;
  return new Intl.RelativeTimeFormat(currentLocale(), { numeric: "auto" }).format(Math.round(seconds / length), unit);
}

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** How long something lasts by the clock: "45 min", "1 h 30 min", from two days on "3 days", "6 weeks". */
export function formatMinutes(count: number): string {
  if (count < 2 * DAY_MINUTES) return formatWork(count);
  if (count % WEEK_MINUTES === 0) return inUnit(count / WEEK_MINUTES, "week");
  const rest = count % DAY_MINUTES;
  const days = inUnit(Math.floor(count / DAY_MINUTES), "day");
  return rest === 0 ? days : `${days} ${formatWork(rest)}`;
}

/** Minutes of work, of which no day has 24 hours: "45 min", "72 h", "1 h 30 min". */
export function formatWork(count: number): string {
  const [hours, minutes] = [Math.floor(count / 60), Math.round(count % 60)];
  if (hours === 0) return t("minutes", { count: minutes });
  return minutes === 0 ? t("hours", { count: hours }) : t("hoursMinutes", { hours, minutes });
}

function inUnit(count: number, unit: "day" | "week"): string {
  return formatNumber(count, { style: "unit", unit, unitDisplay: "long" });
}

export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(currentLocale(), options).format(value);
}

/** A share from 0 to 1 as "40 %". */
export function formatPercent(share: number): string {
  return formatNumber(share, { style: "percent" });
}

/** "a, b and c". */
export function formatList(items: string[]): string {
  return new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(items);
}

/** A day in parts of the person's choice. */
export function formatDayAs(day: Day, shape: Shape): string {
  return formatIn("UTC", Date.parse(day), shape);
}

function inYear(day: Day, shape: Shape): string {
  const year = day.slice(0, 4) === today().slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return formatDayAs(day, { ...shape, ...year });
}

function format(moment: Moment, shape: Shape): string {
  return formatIn(currentZone(), new Date(moment).getTime(), shape);
}

function formatIn(zone: string, moment: number, shape: Shape): string {
  const key = JSON.stringify([currentLocale(), zone, shape]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(currentLocale(), { ...shape, timeZone: zone });
  formats.set(key, known);
  return known.format(moment);
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(currentLocale()) + text.slice(1);
}
