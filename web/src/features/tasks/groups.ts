import { addDays, type Day } from "../../i18n/days";
import { NONE } from "./filter";
import type { Task } from "./task";

/** What the list can be grouped by; the board is grouped by status, what is upcoming by day. */
export const GROUPINGS = ["date", "project", "priority", NONE] as const;
export type Grouping = (typeof GROUPINGS)[number];
export type By = Grouping | "status" | "day";

export const SORTINGS = ["manual", "due", "priority", "title", "newest"] as const;
export type Sorting = (typeof SORTINGS)[number];

export const OVERDUE = "overdue";
export const LATER = "later";
const DATES = [OVERDUE, "today", "tomorrow", "week", LATER, NONE];
const PRIORITIES = ["1", "2", "3", "4", "5", NONE];
export const COLUMNS = ["todo", "in_progress", "done"] as const;
/** So many days are shown as upcoming, today among them. */
const AHEAD = 14;

/** Tasks under one heading. `key` is a project's id, a priority, a status, a day, one of the dates, or `none`. */
export interface Group {
  key: string;
  tasks: Task[];
}

type Compare = (a: Task, b: Task) => number;

const LAST = "9999";
const byRank: Compare = (a, b) => a.rank - b.rank || a.id.localeCompare(b.id);
const byDay: Compare = (a, b) => (a.due ?? LAST).localeCompare(b.due ?? LAST);
const moment = ({ due, due_at }: Task): string => `${due ?? LAST} ${due_at ?? LAST}`;
const urgency = ({ priority }: Task): number => priority ?? PRIORITIES.length;

const compares: Record<Sorting, Compare> = {
  manual: byRank,
  due: (a, b) => moment(a).localeCompare(moment(b)) || byRank(a, b),
  priority: (a, b) => urgency(a) - urgency(b) || byRank(a, b),
  title: (a, b) => a.title.localeCompare(b.title) || byRank(a, b),
  newest: (a, b) => b.created_at.localeCompare(a.created_at) || byRank(a, b),
};

export function sorted(tasks: Task[], sorting: Sorting): Task[] {
  return tasks.toSorted(compares[sorting]);
}

/** As they stand under their headings: by day where these are days, and by day before by hand where they are times. */
export function sortedUnder(by: By, tasks: Task[], sorting: Sorting): Task[] {
  if (by === "day") return sorted(tasks, "due");
  const found = sorted(tasks, sorting);
  return by === "date" && sorting === "manual" ? found.toSorted(byDay) : found;
}

/** Tasks under headings, each group in the order given. Groups without tasks are left out where nothing is put into them. */
export function groupsOf(tasks: Task[], by: By, today: Day, projects: string[] = []): Group[] {
  const found = new Map<string, Task[]>();
  const order = orderOf(by, today, projects);
  const known = new Set(order);
  for (const task of tasks) {
    const key = keyOf(task, by, today, known);
    const members = found.get(key);
    if (members) members.push(task);
    else found.set(key, [task]);
  }
  return order
    .map((key) => ({ key, tasks: found.get(key) ?? [] }))
    .filter((group) => group.tasks.length > 0 || staysEmpty(by, group.key));
}

/** Every key of a group, in the order in which they are shown. */
function orderOf(by: By, today: Day, projects: string[]): readonly string[] {
  switch (by) {
    case "date":
      return DATES;
    case "priority":
      return PRIORITIES;
    case "project":
      return [...projects, NONE];
    case "status":
      return COLUMNS;
    case "day":
      return [OVERDUE, ...Array.from({ length: AHEAD }, (_, ahead) => addDays(today, ahead)), LATER, NONE];
    case "none":
      return [NONE];
  }
}

/** A task of a project that is not there any more is in none. */
function keyOf(task: Task, by: By, today: Day, known: ReadonlySet<string>): string {
  switch (by) {
    case "date":
      return dateKey(task.due, today);
    case "priority":
      return String(task.priority ?? NONE);
    case "project":
      return task.project_id && known.has(task.project_id) ? task.project_id : NONE;
    case "status":
      return task.status;
    case "day":
      return dayKey(task.due ?? task.start, today);
    case "none":
      return NONE;
  }
}

function staysEmpty(by: By, key: string): boolean {
  return by === "status" || (by === "day" && key !== OVERDUE && key !== LATER);
}

function dateKey(due: Day | null, today: Day): string {
  if (!due) return NONE;
  if (due < today) return OVERDUE;
  if (due === today) return "today";
  if (due === addDays(today, 1)) return "tomorrow";
  return due <= addDays(today, 7) ? "week" : LATER;
}

function dayKey(day: Day | null, today: Day): string {
  if (!day) return NONE;
  if (day < today) return OVERDUE;
  return day < addDays(today, AHEAD) ? day : LATER;
}
