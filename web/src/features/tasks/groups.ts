import { addDays, type Day } from "../../i18n/days";
import { NONE } from "./filter";
import type { Task } from "./task";

export const GROUPINGS = ["date", "project", "priority", NONE] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const SORTINGS = ["manual", "due", "priority", "title", "newest"] as const;
export type Sorting = (typeof SORTINGS)[number];

export const DATE_GROUPS = ["overdue", "today", "tomorrow", "week", "later", NONE] as const;
export type DateGroup = (typeof DATE_GROUPS)[number];

/** Tasks that are shown under one heading. `key` is a date group, a priority, a project's id, or `none`. */
export interface Group {
  key: string;
  tasks: Task[];
}

type Compare = (a: Task, b: Task) => number;

const LAST = "9999";
const byRank: Compare = (a, b) => a.rank - b.rank || a.id.localeCompare(b.id);
const byDue: Compare = (a, b) => moment(a).localeCompare(moment(b)) || byRank(a, b);
const byPriority: Compare = (a, b) => (a.priority ?? 6) - (b.priority ?? 6) || byRank(a, b);

const compares: Record<Sorting, Compare> = {
  manual: byRank,
  due: byDue,
  priority: byPriority,
  title: (a, b) => a.title.localeCompare(b.title) || byRank(a, b),
  newest: (a, b) => b.created_at.localeCompare(a.created_at) || byRank(a, b),
};

/** The day, then the clock time; what has none comes after what has one. */
function moment(task: Task): string {
  return `${task.due ?? LAST} ${task.due_at ?? LAST}`;
}

export function sorted(tasks: Task[], sorting: Sorting): Task[] {
  return tasks.toSorted(compares[sorting]);
}

/** Tasks under headings, empty headings left out; `projects` are the ids in the order they are shown. */
export function groupsOf(tasks: Task[], grouping: Grouping, today: Day, projects: string[] = []): Group[] {
  if (grouping === NONE) return tasks.length ? [{ key: NONE, tasks }] : [];
  const found = gathered(tasks, (task) => keyOf(task, grouping, today));
  const order = orders[grouping](projects);
  return order.flatMap((key) => {
    const members = found.get(key);
    return members ? [{ key, tasks: members }] : [];
  });
}

function gathered(tasks: Task[], keyOfOne: (task: Task) => string): Map<string, Task[]> {
  const found = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = keyOfOne(task);
    const members = found.get(key);
    if (members) members.push(task);
    else found.set(key, [task]);
  }
  return found;
}

const orders: Record<Exclude<Grouping, "none">, (projects: string[]) => readonly string[]> = {
  date: () => DATE_GROUPS,
  priority: () => ["1", "2", "3", "4", "5", NONE],
  project: (projects) => [...projects, NONE],
};

function keyOf(task: Task, grouping: Exclude<Grouping, "none">, today: Day): string {
  if (grouping === "date") return dateGroup(task.due, today);
  return String((grouping === "priority" ? task.priority : task.project_id) ?? NONE);
}

export function dateGroup(due: string | null | undefined, today: Day): DateGroup {
  if (!due) return NONE;
  if (due < today) return "overdue";
  if (due === today) return "today";
  if (due === addDays(today, 1)) return "tomorrow";
  return due <= addDays(today, 7) ? "week" : "later";
}

/** The days from today on, each with its tasks; `undated` has the open tasks without a day. */
export function upcoming(tasks: Task[], today: Day, days: number): { late: Task[]; days: [Day, Task[]][]; undated: Task[] } {
  const ordered = sorted(tasks, "due");
  const byDay = gathered(ordered, (task) => task.due ?? task.start ?? NONE);
  const shown = Array.from({ length: days }, (_, ahead) => addDays(today, ahead));
  return {
    late: ordered.filter(({ due }) => due && due < today),
    days: shown.map((day) => [day, byDay.get(day) ?? []]),
    undated: sorted(byDay.get(NONE) ?? [], "manual"),
  };
}
