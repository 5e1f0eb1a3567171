import { useSyncExternalStore } from "react";
import { useLife } from "../../life/hooks";
import { stable } from "../../life/stable";
import type { View } from "../../sync/view";
import { type Question, watch } from "../../sync/watching";
import type { Project, Task } from "./task";

/** All that is still to be done, with what the rows of a list need to know of each other. */
export interface OpenTasks {
  tasks: Task[];
  byId: ReadonlyMap<string, Task>;
  /** Open subtasks by the task they are a part of. */
  parts: ReadonlyMap<string, Task[]>;
  projects: ReadonlyMap<string, Project>;
}

/** Read once for all rows on the screen: a live query in each of them would read the outbox again for each. */
export function useOpenTasks(): OpenTasks | undefined {
  const { view } = useLife();
  const shared = sharedFor(view);
  return useSyncExternalStore(shared.watch, shared.latest);
}

/** Open tasks that must be done before this one. */
export function blockers(task: Task, open: OpenTasks | undefined): Task[] {
  return task.depends_on.flatMap((id) => open?.byId.get(id) ?? []);
}

/** A subtask without a day of its own is found in the task that it is a part of, and would only crowd a list. */
export function standsInAnother({ parent_id, due, start }: Task, open: OpenTasks): boolean {
  return parent_id !== null && !due && !start && open.byId.has(parent_id);
}

function asked(view: View): Question<OpenTasks> {
  const tasks = view.asked({ kind: "task", open: true });
  const projects = view.asked({ kind: "project" });
  return {
    read: async () => openTasks(...(await Promise.all([tasks.read(), projects.read()]))),
    after: (open, act) => openTasks(tasks.after(open.tasks, act), projects.after([...open.projects.values()], act)),
  };
}

function openTasks(tasks: Task[], projects: Project[]): OpenTasks {
  return {
    tasks,
    byId: new Map(tasks.map((task) => [task.id, task])),
    parts: partsOf(tasks),
    projects: new Map(projects.map((project) => [project.id, project])),
  };
}

function partsOf(tasks: Task[]): Map<string, Task[]> {
  const parts = new Map<string, Task[]>();
  for (const task of tasks) {
    if (!task.parent_id) continue;
    const siblings = parts.get(task.parent_id);
    if (siblings) siblings.push(task);
    else parts.set(task.parent_id, [task]);
  }
  return parts;
}

/** What was there before where nothing changed, so that no row is drawn again for it. */
function sameAs(before: OpenTasks | undefined, found: OpenTasks): OpenTasks {
  if (!before) return found;
  const projects = [...before.projects.values()];
  const tasks = stable(before.tasks, found.tasks);
  const now = stable(projects, [...found.projects.values()]);
  return tasks === before.tasks && now === projects ? before : openTasks(tasks, now);
}

function raise(error: unknown): never {
  throw error;
}

/** Watched while anything on the screen asks, and kept as it was last for who comes next. */
class Shared {
  private value: OpenTasks | undefined;
  private end: (() => void) | undefined;
  private readonly watchers = new Set<() => void>();

  constructor(private readonly view: View) {}

  readonly latest = (): OpenTasks | undefined => this.value;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    this.end ??= watch(this.view.entering, asked(this.view), (value) => this.show(value), raise);
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size === 0) this.rest();
    };
  };

  private show(found: OpenTasks): void {
    const value = sameAs(this.value, found);
    if (value === this.value) return;
    this.value = value;
    for (const watcher of this.watchers) watcher();
  }

  private rest(): void {
    this.end?.();
    this.end = undefined;
  }
}

const shareds = new WeakMap<View, Shared>();

function sharedFor(view: View): Shared {
  const known = shareds.get(view);
  if (known) return known;
  const made = new Shared(view);
  shareds.set(view, made);
  return made;
}
