import { type Kind, keysOf, type Records } from "../../device/kinds";
import type { ToldKind } from "./api";

export function historyPath(kind: ToldKind, id: string): string {
  return `/history/${kind}/${id}`;
}

/** Where a record is shown. */
export function recordPath<K extends Kind>(kind: K, record: Records[K]): string {
  return pathOf(kind, record.id, keysOf(kind, record).refs[0]);
}

/** The same, of a record of which only the first that it belongs to is known. */
export function pathOf(kind: Kind, id: string, belongsTo: string | undefined): string {
  const goal = belongsTo ? `/goals/${belongsTo}` : "/goals";
  const paths: Record<Kind, string> = {
    thought: `/thoughts/${id}`,
    analysis: `/thoughts/${belongsTo}`,
    task_suggestion: `/thoughts/${belongsTo}`,
    task: `/tasks/${id}`,
    project: `/tasks?project=${id}`,
    goal: `/goals/${id}`,
    milestone: goal,
    habit: goal,
    insight: "/insights",
    profile: "/settings",
    conversation: `/talk/${id}`,
    message: `/talk/${belongsTo}`,
    card: `/talk/${belongsTo}`,
    feedback: "/insights",
    source: `/sources/${id}`,
    source_import: "/sources",
    saved_filter: "/tasks",
    memory: `/memories?id=${id}`,
  };
  return paths[kind];
}
