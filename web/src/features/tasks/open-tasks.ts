import { liveQuery, type Subscription } from "dexie";
import { useSyncExternalStore } from "react";
import { useLife } from "../../life/hooks";
import type { View } from "../../sync/view";
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

async function read(view: View): Promise<OpenTasks> {
  const [tasks, projects] = await Promise.all([
    view.records({ kind: "task", open: true }),
    view.records({ kind: "project" }),
  ]);
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

/** A live query that runs while anything on the screen watches it, and keeps its last answer for who comes next. */
class Shared {
  private value: OpenTasks | undefined;
  private subscription: Subscription | undefined;
  private readonly watchers = new Set<() => void>();

  constructor(private readonly view: View) {}

  readonly latest = (): OpenTasks | undefined => this.value;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    this.subscription ??= liveQuery(() => read(this.view)).subscribe((value) => this.show(value));
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size === 0) this.rest();
    };
  };

  private show(value: OpenTasks): void {
    this.value = value;
    for (const watcher of this.watchers) watcher();
  }

  private rest(): void {
    this.subscription?.unsubscribe();
    this.subscription = undefined;
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
