import type { operations } from "../api/schema";
import type { Kind, Records } from "../device/kinds";
import type { Result } from "./wire";

type Operation = keyof operations;
type Body<O extends Operation> = operations[O] extends { requestBody: { content: { "application/json": infer B } } } ? B : unknown;
type Path<O extends Operation> = operations[O] extends { parameters: { path: infer P extends object } } ? P : unknown;
type Input<O extends Operation> = Body<O> & Path<O>;
type Made<O extends Operation> = Input<O> & { id: string };

/** What a person can do, by the action's name: the input its REST route takes, ids in the path as fields. */
export interface Actions {
  "thoughts.create": Made<"thoughts_create">;
  "thoughts.update": Input<"thoughts_update">;
  "thoughts.delete": Input<"thoughts_delete">;
  "thoughts.restore": Input<"thoughts_restore">;
  "thoughts.analyze": Input<"thoughts_analyze">;
  "task_suggestions.accept": Input<"task_suggestions_accept">;
  "task_suggestions.dismiss": Input<"task_suggestions_dismiss">;
  "task_suggestions.restore": Input<"task_suggestions_restore">;
  "quick_add.add": Made<"quick_add_add">;
  "tasks.create": Made<"tasks_create">;
  "tasks.update": Input<"tasks_update">;
  "tasks.delete": Input<"tasks_delete">;
  "tasks.restore": Input<"tasks_restore">;
  "tasks.bulk": Input<"tasks_bulk">;
  "tasks.complete": Input<"tasks_complete">;
  "tasks.complete_many": Input<"tasks_complete_many">;
  "tasks.reopen": Input<"tasks_reopen">;
  "tasks.cancel": Input<"tasks_cancel">;
  "tasks.snooze": Input<"tasks_snooze">;
  "tasks.move": Input<"tasks_move">;
  "tasks.add_dependency": Input<"tasks_add_dependency">;
  "tasks.remove_dependency": Input<"tasks_remove_dependency">;
  "goals.create": Made<"goals_create">;
  "goals.update": Input<"goals_update">;
  "goals.delete": Input<"goals_delete">;
  "goals.restore": Input<"goals_restore">;
  "goals.apply_plan": Input<"goals_apply_plan">;
  "milestones.create": Made<"milestones_create">;
  "milestones.update": Input<"milestones_update">;
  "milestones.delete": Input<"milestones_delete">;
  "milestones.restore": Input<"milestones_restore">;
  "milestones.complete": Input<"milestones_complete">;
  "milestones.reopen": Input<"milestones_reopen">;
  "projects.create": Made<"projects_create">;
  "projects.update": Input<"projects_update">;
  "projects.delete": Input<"projects_delete">;
  "projects.restore": Input<"projects_restore">;
  "saved_filters.create": Made<"saved_filters_create">;
  "saved_filters.update": Input<"saved_filters_update">;
  "saved_filters.delete": Input<"saved_filters_delete">;
  "saved_filters.restore": Input<"saved_filters_restore">;
  "habits.create": Made<"habits_create">;
  "habits.update": Input<"habits_update">;
  "habits.delete": Input<"habits_delete">;
  "habits.restore": Input<"habits_restore">;
  "insights.see": Input<"insights_see">;
  "insights.dismiss": Input<"insights_dismiss">;
  "profile.update": Input<"profile_update">;
  "conversations.update": Input<"conversations_update">;
  "conversations.delete": Input<"conversations_delete">;
  "conversations.restore": Input<"conversations_restore">;
  "messages.rate": Input<"messages_rate">;
  "memories.create": Made<"memories_create">;
  "memories.update": Input<"memories_update">;
  "memories.pin": Input<"memories_pin">;
  "memories.forget": Input<"memories_forget">;
  "memories.restore": Input<"memories_restore">;
  "sources.update": Input<"sources_update">;
  "sources.delete": Input<"sources_delete">;
  "sources.restore": Input<"sources_restore">;
  "source_imports.delete": Input<"source_imports_delete">;
  "changes.undo": Input<"changes_undo">;
}

export type ActionName = keyof Actions;

/** What an act does to one record, as far as the device can tell: `set` has every field of a record it makes. */
export type Patch<K extends Kind = Kind> = { [P in K]: { kind: P; id: string; set: Partial<Records[P]> } }[K];

/** A record as it looked before the act, null where the act made it. */
export interface Before {
  kind: Kind;
  id: string;
  record: Records[Kind] | null;
}

/** Something the person did, kept until the server has it, and for a while after so that it can be undone. */
export interface Act {
  id: string;
  action: ActionName;
  input: Record<string, unknown>;
  /** The version of the record that the person looked at. */
  base: number | null;
  /** The space of what it is about; null where that is the person's own, or only they know. */
  space: string | null;
  /** Milliseconds since 1970. */
  at: number;
  /** What was done, in the person's words and language. */
  label: string;
  patches: Patch[];
  before: Before[];
  /** What the server said. */
  result?: Result;
}
