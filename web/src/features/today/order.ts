import type { Records } from "../../device/kinds";
import { type Day, dayOf } from "../../i18n/days";

export type Task = Records["task"];

/** Why a task is in the view of today, in the order of the view. */
export type Reason = "overdue" | "due_today" | "started" | "ready";

export interface Item {
  reason: Reason;
  task: Task;
  /** Open tasks it depends on. */
  blockedBy: Task[];
}

const ORDER: Reason[] = ["overdue", "due_today", "started", "ready"];
const NO_PRIORITY = 6;
/** How many undated tasks are offered, and among how many of them those are looked for that wait for nothing. */
const READY = 10;
const LOOKED_AT = 3 * READY;

/** What to do today: overdue, due, begun, and the most important of what has no date; as the server's view of today. */
export function todaysItems(open: Task[], now: number): Item[] {
  const day = dayOf(now);
  const byId = new Map(open.map((task) => [task.id, task]));
  const item = (task: Task, reason: Reason): Item => ({
    reason,
    task,
    blockedBy: task.depends_on.flatMap((id) => byId.get(id) ?? []),
  });
  const current = open.flatMap((task) => {
    const reason = reasonOf(task, now, day);
    return reason ? [item(task, reason)] : [];
  });
  const ready = readiest(open).map((task) => item(task, "ready"));
  const free = ready.filter(({ blockedBy }) => blockedBy.length === 0).slice(0, READY);
  return [...current, ...free].toSorted(compare);
}

function reasonOf(task: Task, now: number, day: Day): Reason | null {
  const due = task.due_at ? dayOf(task.due_at) : task.due;
  if (due && due <= day) {
    const late = task.due_at ? Date.parse(task.due_at) < now : due < day;
    return late ? "overdue" : "due_today";
  }
  const begun = task.start_at ? Date.parse(task.start_at) <= now : task.start !== null && task.start <= day;
  return begun || task.status === "in_progress" ? "started" : null;
}

/** Without any date, the most important first. */
function readiest(open: Task[]): Task[] {
  const undated = open.filter((task) => task.status === "todo" && !task.due && !task.start);
  return undated.toSorted((a, b) => importance(a) - importance(b) || a.rank - b.rank || byText(a.id, b.id)).slice(0, LOOKED_AT);
}

/** By reason; what is overdue longest first; by clock time, then what has none by priority, then in manual order. */
function compare(a: Item, b: Item): number {
  return (
    ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) ||
    (a.reason === "overdue" ? byText(a.task.due ?? "", b.task.due ?? "") : 0) ||
    byNumber(clockOf(a.task), clockOf(b.task)) ||
    importance(a.task) - importance(b.task) ||
    a.task.rank - b.task.rank
  );
}

function clockOf(task: Task): number {
  const at = task.due_at ?? task.start_at;
  return at ? Date.parse(at) : Infinity;
}

function importance(task: Task): number {
  return task.priority ?? NO_PRIORITY;
}

/** Infinity minus itself is no number. */
function byNumber(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
