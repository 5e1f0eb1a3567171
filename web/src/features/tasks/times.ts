import { addDays, currentZone, type Day, momentOf, weekdayOf } from "../../i18n/days";
import type { Task } from "./task";

/** When a task is due, as the server wants it: the day is always that of the moment in the zone. */
export interface Schedule {
  due: Day | null;
  due_at: string | null;
  timezone: string | null;
}

/** "09:30" on the person's clock; empty where the task has a day only. */
export function clockTime(moment: string | null | undefined): string {
  if (!moment) return "";
  const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: currentZone() } as const;
  return new Intl.DateTimeFormat("en-GB", shape).format(new Date(moment));
}

/** A day and a clock time, which may be empty, on the person's clock. */
export function scheduled(day: Day | null, time: string): Schedule {
  const zone = currentZone();
  if (!day) return { due: null, due_at: null, timezone: zone };
  return { due: day, due_at: momentAt(day, time), timezone: zone };
}

export function momentAt(day: Day, time: string): string | null {
  return time ? new Date(momentOf(day, time)).toISOString() : null;
}

/** The same clock time on another day. */
export function onDay(task: Pick<Task, "due_at">, day: Day | null): Schedule {
  return scheduled(day, clockTime(task.due_at));
}

const SATURDAY = 5;

/** The next day, after today, that is this day of the week; 0 is Monday. */
export function nextWeekday(today: Day, weekday: number): Day {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

export const DAY_CHOICES = {
  today: (today: Day) => today,
  tomorrow: (today: Day) => addDays(today, 1),
  weekend: (today: Day) => nextWeekday(today, SATURDAY),
  nextWeek: (today: Day) => nextWeekday(today, 0),
} as const;

export type DayChoice = keyof typeof DAY_CHOICES;
