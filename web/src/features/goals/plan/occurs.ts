import { daysBetween, daysInMonth, weekdayOf } from "../../../i18n/days";

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Whether a rule that begins on `start` falls on `day`, for what plans and the habit form can say: no clock times. */
export function occurs(rrule: string, start: string, day: string): boolean {
  const parts = new Map(rrule.split(";").map((piece) => cut(piece)));
  const interval = Number(parts.get("INTERVAL") ?? 1);
  if (periods(parts.get("FREQ"), start, day) % interval !== 0) return false;
  const byDay = parts.get("BYDAY")?.split(",");
  const byMonthDay = parts.get("BYMONTHDAY")?.split(",");
  if (byDay && !byDay.some((one) => isDay(one, day))) return false;
  if (byMonthDay && !byMonthDay.some((one) => isMonthDay(Number(one), day))) return false;
  return Boolean(byDay ?? byMonthDay) || isLikeStart(parts.get("FREQ"), start, day);
}

function cut(piece: string): [string, string] {
  const [name = "", value = ""] = piece.split("=");
  return [name, value];
}

/** How many days, weeks, months or years of the calendar after the start. */
function periods(frequency: string | undefined, start: string, day: string): number {
  const [years, months] = [Number(day.slice(0, 4)) - Number(start.slice(0, 4)), monthOf(day) - monthOf(start)];
  switch (frequency) {
    case "YEARLY":
      return years;
    case "MONTHLY":
      return years * 12 + months;
    case "WEEKLY":
      return (daysBetween(start, day) + weekdayOf(start) - weekdayOf(day)) / 7;
    default:
      return daysBetween(start, day);
  }
}

function isLikeStart(frequency: string | undefined, start: string, day: string): boolean {
  if (frequency === "YEARLY") return start.slice(5) === day.slice(5);
  if (frequency === "MONTHLY") return start.slice(8) === day.slice(8);
  return frequency !== "WEEKLY" || weekdayOf(start) === weekdayOf(day);
}

/** `MO` is every Monday, `1MO` the first of a month, `-1MO` its last. */
function isDay(one: string, day: string): boolean {
  const nth = Number(one.slice(0, -2));
  if (WEEKDAYS[weekdayOf(day)] !== one.slice(-2)) return false;
  if (nth > 0) return Math.ceil(dayOf(day) / 7) === nth;
  return nth === 0 || Math.ceil((daysInMonth(day) - dayOf(day) + 1) / 7) === -nth;
}

function isMonthDay(one: number, day: string): boolean {
  return dayOf(day) === (one < 0 ? daysInMonth(day) + 1 + one : one);
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function dayOf(day: string): number {
  return Number(day.slice(8));
}
