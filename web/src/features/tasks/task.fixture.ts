import { newTask } from "../../sync/effects/tasks";
import type { Task } from "./task";

const EMPTY: Task = {
  ...newTask,
  id: "0",
  version: 1,
  created_at: "2026-03-01T08:00:00Z",
  updated_at: "2026-03-01T08:00:00Z",
  deleted_at: null,
  title: "A task",
};

/** A task for tests. */
export function taskWith(fields: Partial<Task>): Task {
  return { ...EMPTY, ...fields };
}
