import { currentLocale } from "../../i18n";
import { formatDayAs } from "../../i18n/dates";
import { addDays, type Day, daysInMonth, startOf } from "../../i18n/days";
import { weekOf } from "../../i18n/weeks";
import { t } from "./texts";

/** A time with a name; `until` is not included. */
export interface Period {
  key: string;
  name: string;
  since: Day;
  until: Day;
}

const MONTHS = 12;

/** Times that can be chosen, and typed by their names. The months come last, the latest first. */
export function periodsAt(today: Day, weekStart: number): Period[] {
  const week = weekOf(today, weekStart);
  const month = firstOfMonth(today);
  const last = firstOfMonth(addDays(month, -1));
  const tomorrow = addDays(today, 1);
  return [
    { key: "today", name: t("period.today"), since: today, until: tomorrow },
    { key: "yesterday", name: t("period.yesterday"), since: addDays(today, -1), until: today },
    { key: "this-week", name: t("period.thisWeek"), since: week, until: addDays(week, 7) },
    { key: "last-week", name: t("period.lastWeek"), since: addDays(week, -7), until: week },
    { key: "this-month", name: t("period.thisMonth"), since: month, until: nextMonth(month) },
    { key: "last-month", name: t("period.lastMonth"), since: last, until: month },
    ...monthsBefore(month),
  ];
}

export function isMonth({ key }: Period): boolean {
  return /^\d{4}-\d\d$/.test(key);
}

function monthsBefore(month: Day): Period[] {
  const periods: Period[] = [];
  for (let since = month; periods.length < MONTHS; since = firstOfMonth(addDays(since, -1))) {
    const name = t("period.inMonth", { month: formatDayAs(since, { month: "long" }) });
    periods.push({ key: since.slice(0, 7), name, since, until: nextMonth(since) });
  }
  return periods;
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

function nextMonth(month: Day): Day {
  return addDays(month, daysInMonth(month));
}

/** A time that is named in the text, and the text without it. */
export function periodIn(text: string, periods: readonly Period[]): { period: Period | undefined; rest: string } {
  const small = text.toLocaleLowerCase(currentLocale());
  for (const period of periods) {
    const name = period.name.toLocaleLowerCase(currentLocale());
    const at = ` ${small} `.indexOf(` ${name} `);
    if (at !== -1) return { period, rest: `${text.slice(0, at)} ${text.slice(at + name.length)}`.trim().replace(/\s+/g, " ") };
  }
  return { period: undefined, rest: text };
}

/** The period in milliseconds, by the person's clock. */
export function momentsOf(period: Period | undefined): { since?: number; until?: number } {
  return period ? { since: startOf(period.since), until: startOf(period.until) } : {};
}
