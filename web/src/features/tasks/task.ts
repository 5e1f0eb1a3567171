import type { Records } from "../../device/kinds";

export type Task = Records["task"];
export type Project = Records["project"];

export function isOpen(task: Pick<Task, "status">): boolean {
  return task.status === "todo" || task.status === "in_progress";
}

export function repeats(task: Pick<Task, "rrule" | "repeat_after">): boolean {
  return Boolean(task.rrule ?? task.repeat_after);
}
