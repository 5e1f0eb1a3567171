import type { OpenTasks } from "./open-tasks";
import type { Task } from "./task";

const MOST = 8;

interface Candidate {
  task: Task;
  /** It waits for this task already, directly or through others: both would wait for ever. */
  circle: boolean;
}

/** Open tasks with these words that this one could wait for. */
export function candidatesFor(task: Task, words: string, { tasks, byId }: OpenTasks): Candidate[] {
  const wanted = words.toLowerCase().trim().split(/\s+/);
  return tasks
    .filter((one) => one.id !== task.id && !task.depends_on.includes(one.id))
    .filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)))
    .slice(0, MOST)
    .map((one) => ({ task: one, circle: reaches(one, task.id, byId) }));
}

/** Whether a task waits for another one, directly or through others. */
export function reaches(from: Task, wanted: string, byId: ReadonlyMap<string, Task>): boolean {
  const seen = new Set<string>();
  const ahead = [...from.depends_on];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === wanted) return true;
    if (!seen.has(id)) ahead.push(...(byId.get(id)?.depends_on ?? []));
    seen.add(id);
  }
  return false;
}
