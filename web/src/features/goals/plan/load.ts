import { addDays, daysBetween } from "../../../i18n/days";
import type { Plan, PlanHabit } from "./edit";
import { occurs } from "./occurs";

/** The minutes of each seven days from the plan's start: its tasks on their days, its habits by their rules. */
export function loadOf(plan: Plan): number[] {
  const { starts } = plan;
  if (!starts) return [];
  const sessions = plan.habits.flatMap((habit) => sessionsOf(habit, starts, plan.ends ?? starts));
  const tasks = plan.tasks.map(({ due, duration_minutes }) => ({ day: due ?? "", minutes: duration_minutes ?? 0 }));
  const all = [...sessions, ...tasks.filter(({ day }) => day >= starts)];
  const last = all.reduce((latest, { day }) => (day > latest ? day : latest), plan.ends ?? starts);
  const load = Array.from({ length: Math.floor(daysBetween(starts, last) / 7) + 1 }, () => 0);
  for (const { day, minutes } of all) {
    const week = Math.floor(daysBetween(starts, day) / 7);
    load[week] = (load[week] ?? 0) + minutes;
  }
  return load;
}

interface Session {
  day: string;
  minutes: number;
}

function sessionsOf(habit: PlanHabit, planStarts: string, planEnds: string): Session[] {
  const [first, last] = [habit.starts ?? planStarts, habit.until ?? planEnds];
  const found: Session[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (day >= planStarts && occurs(habit.rrule, first, day)) found.push({ day, minutes: minutesOn(habit, day) });
  }
  return found;
}

function minutesOn(habit: PlanHabit, day: string): number {
  const phase = habit.phases?.find(({ starts, until }) => starts <= day && day <= until);
  return phase?.duration_minutes ?? habit.duration_minutes ?? 0;
}

/** The weeks, counted from 0, that hold more than the person has. */
export function fullWeeks({ minutes_per_week }: Plan, load: number[]): number[] {
  if (!minutes_per_week) return [];
  return load.flatMap((minutes, week) => (minutes > minutes_per_week ? [week] : []));
}
