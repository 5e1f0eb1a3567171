import type { Records } from "../../device/kinds";
import { useRecords } from "../../life/hooks";
import { inOrder, nextStep, progressOf, type Tally, tally } from "./progress";

export type Goal = Records["goal"];
export type GoalStatus = Goal["status"];
export type Milestone = Records["milestone"];
export type Task = Records["task"];

/** What is done for a goal, and how far that brings it. */
export interface Work {
  milestones: Milestone[];
  tasks: Task[];
  counted: Tally;
  progress: number;
  next: Task | Milestone | undefined;
}

/** Reckoned from the records of the device, so that it holds at once and offline; undefined until they are read. */
export function useWork(goal: Goal): Work | undefined {
  const milestones = useRecords({ kind: "milestone", ref: goal.id });
  const tasks = useRecords({ kind: "task", ref: goal.id, where: (task) => task.goal_id === goal.id }, [goal.id]);
  if (!milestones || !tasks) return undefined;
  const ordered = inOrder(milestones);
  const counted = tally(tasks, ordered);
  return { milestones: ordered, tasks, counted, progress: progressOf(goal, counted), next: nextStep(tasks, ordered) };
}
