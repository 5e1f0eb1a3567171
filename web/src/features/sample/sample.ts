import type { Kind, Records } from "../../device/kinds";
import { today } from "../../i18n/days";
import type { Life } from "../../life/life";
import type { Act } from "../../sync/act";
import type { View } from "../../sync/view";
import { SAMPLE } from "./tag";
import { sampleWeek } from "./week";

type Tagged = { tags: string[] };
const isSample = ({ tags }: Tagged): boolean => tags.includes(SAMPLE);

/** All that was made as a sample, and what has come of it since. */
export interface Sample {
  thoughts: string[];
  tasks: string[];
  goals: string[];
  milestones: string[];
  habits: string[];
  projects: string[];
  suggestions: string[];
}

export async function sampleOf(view: View): Promise<Sample> {
  const thoughts = ids(await view.records({ kind: "thought", where: isSample }));
  const goals = ids(await view.records({ kind: "goal", where: isSample }));
  const [ofThoughts, ofGoals] = [new Set(thoughts), new Set(goals)];
  return {
    thoughts,
    goals,
    tasks: ids(await view.records({ kind: "task", where: (task) => isSample(task) || ofThoughts.has(task.thought_id ?? "") })),
    milestones: ids(await view.records({ kind: "milestone", where: ({ goal_id }) => ofGoals.has(goal_id) })),
    habits: ids(await view.records({ kind: "habit", where: isSample })),
    projects: ids(await view.records({ kind: "project", where: isSample })),
    suggestions: ids(
      await view.records({ kind: "task_suggestion", open: true, where: ({ thought_id }) => ofThoughts.has(thought_id) }),
    ),
  };
}

export function isThere(sample: Sample): boolean {
  return Object.values(sample).some((found: string[]) => found.length > 0);
}

/** The acts that were done, to be undone together. */
export async function addSample({ outbox }: Life, label: string): Promise<Act[]> {
  const done: Act[] = [];
  for (const { action, input } of sampleWeek(today())) done.push(await outbox.act(action, input, label));
  return done;
}

export async function removeSample({ outbox, view }: Life, label: string): Promise<Act[]> {
  const sample = await sampleOf(view);
  const removals = [
    ...sample.suggestions.map((id) => ["task_suggestions.dismiss", id] as const),
    ...sample.milestones.map((id) => ["milestones.delete", id] as const),
    ...sample.habits.map((id) => ["habits.delete", id] as const),
    ...sample.goals.map((id) => ["goals.delete", id] as const),
    ...sample.projects.map((id) => ["projects.delete", id] as const),
    ...sample.thoughts.map((id) => ["thoughts.delete", id] as const),
  ];
  const done: Act[] = [];
  if (sample.tasks.length > 0) done.push(await outbox.act("tasks.bulk", { ids: sample.tasks, act: "delete" }, label));
  for (const [action, id] of removals) done.push(await outbox.act(action, { id }, label));
  return done;
}

/** Takes the acts back, the last one first. */
export async function takeBack({ outbox }: Life, acts: Act[]): Promise<void> {
  for (const { id, label } of acts.toReversed()) await outbox.undo(id, label);
}

function ids<K extends Kind>(records: Records[K][]): string[] {
  return records.map(({ id }) => id);
}
