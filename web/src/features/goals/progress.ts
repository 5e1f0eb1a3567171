import type { Records } from "../../device/kinds";

type Goal = Records["goal"];
type Milestone = Records["milestone"];
type Task = Records["task"];
export type Metric = Goal["success_metrics"][number];

/** What a task without a duration, and a milestone without tasks, weigh. */
const USUAL_MINUTES = 30;

/** Counted work: how many tasks and milestones, and their weight in minutes. */
export interface Tally {
  tasks: number;
  tasksDone: number;
  milestones: number;
  milestonesDone: number;
  minutes: number;
  minutesDone: number;
}

/** What counts towards a goal, as the server counts it (`features/goals/progress.py`), from what the device has. */
export function tally(tasks: Task[], milestones: Milestone[]): Tally {
  const reached = new Set(milestones.filter(isReached).map(({ id }) => id));
  const counted = tasks.filter((task) => task.status !== "cancelled" && !task.follows_id);
  const done = counted.filter((task) => task.status === "done" || reached.has(task.milestone_id ?? ""));
  const filled = new Set(counted.map((task) => task.milestone_id));
  const bare = milestones.filter(({ id }) => !filled.has(id));
  return {
    tasks: counted.length,
    tasksDone: done.length,
    milestones: milestones.length,
    milestonesDone: reached.size,
    minutes: minutesOf(counted) + USUAL_MINUTES * bare.length,
    minutesDone: minutesOf(done) + USUAL_MINUTES * bare.filter(isReached).length,
  };
}

/** From 0 to 1: the share of the work that is done, by weight; without any work, how far the metrics are on average. */
export function progressOf(goal: Goal, work: Tally): number {
  if (goal.status === "completed") return 1;
  if (work.minutes > 0) return work.minutesDone / work.minutes;
  const shares = goal.success_metrics.map(metricShare);
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(shares.length, 1);
}

/** How far a metric is on its way, 0 to 1. */
export function metricShare({ start = 0, target, current }: Metric): number {
  const at = current ?? start;
  if (target === start) return at === target ? 1 : 0;
  return Math.min(1, Math.max(0, (at - start) / (target - start)));
}

/** What comes next: the open task that is due first, else the oldest; without tasks the first open milestone. */
export function nextStep(tasks: Task[], milestones: Milestone[]): Task | Milestone | undefined {
  const open = tasks.filter((task) => task.status === "todo" || task.status === "in_progress");
  return open.toSorted(byDue)[0] ?? milestones.find((milestone) => !isReached(milestone));
}

export function isReached(milestone: Milestone): boolean {
  return milestone.status === "done";
}

/** In the order of the way. */
export function inOrder(milestones: Milestone[]): Milestone[] {
  return milestones.toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}

export function byDue(a: Task, b: Task): number {
  return (dueOf(a) ?? LAST).localeCompare(dueOf(b) ?? LAST) || a.rank - b.rank;
}

const LAST = "9999";

function dueOf(task: Task): string | null | undefined {
  return task.due ?? task.due_at?.slice(0, 10);
}

function minutesOf(tasks: Task[]): number {
  return tasks.reduce((sum, task) => sum + (task.duration_minutes ?? USUAL_MINUTES), 0);
}

/** The milestones with one of them a place further up or down. */
export function placedAt(ordered: Milestone[], moved: Milestone, by: 1 | -1): Milestone[] {
  const to = ordered.indexOf(moved) + by;
  const others = ordered.filter((milestone) => milestone !== moved);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}
