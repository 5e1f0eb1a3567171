import { addDays, type Day } from "../../i18n/days";
import { isOpen, type Task } from "./task";

/** What tasks can be narrowed by; each is also the name of its parameter in the address. */
export const FILTERS = ["text", "status", "project", "tag", "area", "person", "priority", "energy", "due"] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filter = Partial<Record<FilterName, string>>;

/** Stands for tasks that have no project, no priority, no date. */
export const NONE = "none";
export const STATUSES = ["open", "todo", "in_progress", "done", "cancelled"] as const;
export const DUE_RANGES = ["overdue", "today", "week", "month", NONE] as const;

type Test = (task: Task, value: string, today: Day) => boolean;

const same = (value: string | number | null | undefined, wanted: string): boolean => String(value ?? NONE) === wanted;

const tests: Record<FilterName, Test> = {
  text: (task, value) => says(task, value),
  status: (task, value) => (value === "open" ? isOpen(task) : task.status === value),
  project: (task, value) => same(task.project_id, value),
  tag: (task, value) => task.tags.includes(value),
  area: (task, value) => task.life_areas.some((area) => area === value),
  person: (task, value) => task.people.includes(value),
  priority: (task, value) => same(task.priority, value),
  energy: (task, value) => same(task.energy, value),
  due: (task, value, today) => isDue(task.due, value, today),
};

export function matches(task: Task, filter: Filter, today: Day): boolean {
  return FILTERS.every((name) => {
    const value = filter[name];
    return value === undefined || tests[name](task, value, today);
  });
}

/** Whether only settled tasks can match: those are read page by page, open ones all at once. */
export function wantsSettled({ status }: Filter): boolean {
  return status === "done" || status === "cancelled";
}

/** Whether certain tasks are looked for, rather than all of a project. */
export function isSearch({ project: _project, ...rest }: Filter): boolean {
  return Object.keys(rest).length > 0;
}

function says(task: Task, words: string): boolean {
  const text = `${task.title}\n${task.notes}`.toLowerCase();
  return words.toLowerCase().trim().split(/\s+/).every((word) => text.includes(word));
}

/** `value` is one of the named ranges, or `2026-01-01..2026-01-31` with either end left out. */
function isDue(due: string | null | undefined, value: string, today: Day): boolean {
  if (value === NONE) return !due;
  if (!due) return false;
  const [from, to] = bounds(value, today);
  return (!from || due >= from) && (!to || due <= to);
}

function bounds(value: string, today: Day): [string | undefined, string | undefined] {
  switch (value) {
    case "overdue":
      return [undefined, addDays(today, -1)];
    case "today":
      return [undefined, today];
    case "week":
      return [today, addDays(today, 6)];
    case "month":
      return [today, addDays(today, 29)];
    default: {
      const [from, to] = value.split("..");
      return [from, to];
    }
  }
}
