import type { components } from "../api/schema";

type Schemas = components["schemas"];

/** What every stored record has, whatever its kind. */
interface Stored {
  id: string;
  version: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

/** The engine's reading of one thought; synced, never written by a device. */
interface Analysis extends Stored {
  thought_id: string;
  engine: string;
  findings: Schemas["Found"][];
  added_tags: string[];
}

/** The record of every kind that the device keeps, by the kind's name. */
export interface Records {
  thought: Schemas["Thought"] & Stored;
  task: Schemas["Task"] & Stored;
  task_suggestion: Schemas["TaskSuggestion"] & Stored;
  goal: Schemas["Goal"] & Stored;
  milestone: Schemas["Milestone"] & Stored;
  habit: Schemas["Habit"] & Stored;
  project: Schemas["Project"] & Stored;
  insight: Schemas["Insight"] & Stored;
  profile: Schemas["Profile"] & Stored;
  analysis: Analysis;
  conversation: Schemas["Conversation"] & Stored;
  message: Schemas["Message"] & Stored;
  card: Schemas["Card"] & Stored;
  memory: Schemas["Memory"] & Stored;
  feedback: Schemas["Feedback"] & Stored;
  source: Schemas["Source"] & Stored;
  source_import: Schemas["SourceImport"] & Stored;
  saved_filter: Schemas["SavedFilter"] & Stored;
}

export type Kind = keyof Records;

/** How records of a kind are found on the device: all that stands in clear beside them when the app lock is on. */
interface Finding<K extends Kind> {
  /** Whether it still waits for something; what is settled is read page by page. */
  open: (record: Records[K]) => boolean;
  /** What its lists are ordered by, newest first. */
  at: (record: Records[K]) => string | null | undefined;
  /** The records it belongs to. */
  refs: (record: Records[K]) => (string | null | undefined)[];
}

type Findings = { [K in Kind]: Finding<K> };

const always = () => true;
const none = () => [];
const created = (record: Stored) => record.created_at;

const findings: Findings = {
  thought: { open: (thought) => thought.status === "open", at: (thought) => thought.captured_at, refs: none },
  task: {
    open: (task) => task.status === "todo" || task.status === "in_progress",
    at: (task) => task.completed_at ?? task.created_at,
    refs: (task) => [task.goal_id, task.parent_id, task.project_id, task.thought_id],
  },
  task_suggestion: {
    open: (suggestion) => suggestion.status === "pending",
    at: created,
    refs: (suggestion) => [suggestion.thought_id],
  },
  goal: { open: (goal) => goal.status === "active", at: created, refs: none },
  milestone: { open: always, at: created, refs: (milestone) => [milestone.goal_id] },
  habit: { open: (habit) => habit.status === "active", at: created, refs: (habit) => [habit.goal_id] },
  project: { open: (project) => project.status === "active", at: created, refs: none },
  insight: { open: (insight) => insight.status !== "dismissed", at: created, refs: none },
  profile: { open: always, at: created, refs: none },
  analysis: { open: always, at: created, refs: (analysis) => [analysis.thought_id] },
  conversation: { open: always, at: (conversation) => conversation.last_at, refs: none },
  message: { open: always, at: created, refs: (message) => [message.conversation_id] },
  card: { open: (card) => card.state === "waiting", at: created, refs: (card) => [card.conversation_id] },
  feedback: { open: always, at: created, refs: (feedback) => [feedback.subject_id] },
  source: { open: always, at: (source) => source.imported_at, refs: none },
  source_import: { open: (bringing) => bringing.state !== "done", at: created, refs: none },
  saved_filter: { open: always, at: created, refs: none },
  memory: { open: (memory) => memory.closed_at === null, at: (memory) => memory.learned_at, refs: none },
};

export const KINDS = Object.keys(findings) as Kind[];

export function isKind(name: string): name is Kind {
  return name in findings;
}

export interface Keys {
  open: 0 | 1;
  /** Milliseconds since 1970. */
  at: number;
  refs: string[];
}

/** The clear keys under which a record is found. */
export function keysOf<K extends Kind>(kind: K, record: Records[K]): Keys {
  const finding: Finding<K> = findings[kind];
  return {
    open: finding.open(record) ? 1 : 0,
    at: Date.parse(finding.at(record) ?? record.created_at) || 0,
    refs: finding.refs(record).filter((ref): ref is string => Boolean(ref)),
  };
}
