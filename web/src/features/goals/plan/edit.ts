import type { components } from "../../../api/schema";
import { newId } from "../../../device/ids";

type Schemas = components["schemas"];
type Sent = Schemas["Plan"];

/** An item of a list, known by its key while it is edited and moved. */
type Keyed<T> = T & { key: string };
export type PlanMilestone = Keyed<Schemas["PlanMilestone"]>;
export type PlanTask = Keyed<Schemas["PlanTask"]>;
export type PlanHabit = Keyed<Schemas["PlanHabit"]>;

/** The lists of a plan that a person edits, by what they hold. */
export interface Items {
  milestones: PlanMilestone;
  tasks: PlanTask;
  habits: PlanHabit;
}
export type Part = keyof Items;

/** An item that is being edited; past the end of its list, one that is being added. */
export interface Chosen {
  part: Part;
  place: number;
  milestone: number | null;
}

/** A plan while it is previewed and edited. */
export type Plan = Omit<Sent, Part> & { [P in Part]: Items[P][] };

export function editable(plan: Sent): Plan {
  const { milestones = [], tasks = [], habits = [] } = plan;
  return { ...plan, milestones: keyed(milestones), tasks: keyed(tasks), habits: keyed(habits) };
}

/** The plan as the server reads it. */
export function sent(plan: Plan): Sent {
  return { ...plan, milestones: unkeyed(plan.milestones), tasks: unkeyed(plan.tasks), habits: unkeyed(plan.habits) };
}

function keyed<T extends object>(items: T[]): Keyed<T>[] {
  return items.map((item) => ({ ...item, key: newId() }));
}

function unkeyed<T extends object>(items: Keyed<T>[]): T[] {
  return items.map((item) => {
    const bare: T & { key?: string } = { ...item };
    delete bare.key;
    return bare;
  });
}

/** The plan with the item at this place changed; past the end, with one more. */
export function withItem<P extends Part>(plan: Plan, part: P, place: number, item: Items[P]): Plan {
  return { ...plan, [part]: [...plan[part].slice(0, place), item, ...plan[part].slice(place + 1)] };
}

/** The plan without the item; with a milestone go its tasks. */
export function without(plan: Plan, part: Part, place: number): Plan {
  const shorter = { ...plan, [part]: plan[part].filter((_, at) => at !== place) };
  if (part !== "milestones") return shorter;
  const kept = plan.tasks.filter((task) => task.milestone !== place);
  return { ...shorter, tasks: renumbered(kept, (at) => (at > place ? at - 1 : at)) };
}

/** The plan with the item one place up or down among its neighbours: tasks of the same milestone, else the whole list. */
export function moved(plan: Plan, part: Part, place: number, by: 1 | -1): Plan {
  const other = neighbour(plan, part, place, by);
  if (other === undefined) return plan;
  const swapped = { ...plan, [part]: exchanged<Items[Part]>(plan[part], place, other) };
  if (part !== "milestones") return swapped;
  return { ...swapped, tasks: renumbered(plan.tasks, (at) => (at === place ? other : at === other ? place : at)) };
}

/** Where an item would come to stand, if it can move that way. */
export function neighbour(plan: Plan, part: Part, place: number, by: 1 | -1): number | undefined {
  const mine = plan.tasks[place]?.milestone ?? null;
  const beside = (at: number) => part !== "tasks" || (plan.tasks[at]?.milestone ?? null) === mine;
  for (let at = place + by; at >= 0 && at < plan[part].length; at += by) {
    if (beside(at)) return at;
  }
  return undefined;
}

/** The tasks of a milestone with their places in the plan; those of none for null. */
export function tasksOf(plan: Plan, milestone: number | null): { task: PlanTask; place: number }[] {
  return plan.tasks.map((task, place) => ({ task, place })).filter(({ task }) => (task.milestone ?? null) === milestone);
}

function exchanged<T>(items: T[], one: number, other: number): T[] {
  const place = (at: number) => (at === one ? other : at === other ? one : at);
  return items.map((item, at) => items[place(at)] ?? item);
}

function renumbered(tasks: PlanTask[], place: (at: number) => number): PlanTask[] {
  return tasks.map((task) => (typeof task.milestone === "number" ? { ...task, milestone: place(task.milestone) } : task));
}
