import type { OpenTasks } from "../open-tasks";
import { isOpen, type Task } from "../task";

/** Of the chosen tasks, those that wait for a task which is not chosen, and those with open subtasks outside. */
export function hanging(chosen: Task[], all: OpenTasks | undefined): { waiting: Task[]; withParts: Task[] } {
  const ids = new Set(chosen.map(({ id }) => id));
  const outside = (id: string) => !ids.has(id) && Boolean(all?.byId.has(id));
  const open = chosen.filter(isOpen);
  return {
    waiting: open.filter((task) => task.depends_on.some(outside)),
    withParts: open.filter(({ id }) => all?.parts.get(id)?.some((part) => !ids.has(part.id))),
  };
}
