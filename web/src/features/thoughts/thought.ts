import type { Records } from "../../device/kinds";

export type Thought = Records["thought"];
export type Analysis = Records["analysis"];
export type Suggestion = Records["task_suggestion"];
export type Type = NonNullable<Thought["type"]>;
export type Mood = NonNullable<Thought["sentiment"]>;
export type Status = Thought["status"];

export const TYPES: readonly Type[] = ["task", "idea", "journal", "question", "note", "event", "money"];
export const MOODS: readonly Mood[] = ["positive", "neutral", "negative"];

const LONGEST_NAME = 60;

/** What a thought is called where there is no room for it. */
export function nameOf({ content }: Pick<Thought, "content">): string {
  const line = content.trim().split("\n")[0] ?? "";
  return line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME).trimEnd()}…`;
}
