import type { components } from "../../api/schema";
import { t } from "./texts";

type Schemas = components["schemas"];
export type Area = Schemas["LifeArea"];
type Word = Parameters<typeof t>[0];
type Named = Word extends `${infer K}.${string}` ? K : never;
type Value<N extends Named> = Word extends infer W ? (W extends `${N}.${infer V}` ? V : never) : never;

/** Every area of life, in the order in which they are shown; each is also a `Tone` of the design. */
export const AREAS: readonly Area[] = [
  "health",
  "career",
  "relationships",
  "creativity",
  "finance",
  "personal_growth",
  "spirituality",
  "home",
  "leisure",
];

/** What a value of an enumeration is called: `named("task", "in_progress")` is "In progress". */
export function named<N extends Named>(what: N, value: Value<N>): string {
  return t(`${what}.${value}` as Word);
}

export const areaName = (area: Area): string => named("area", area);
export const kindName = (kind: Value<"kind">): string => named("kind", kind);
export const priorityName = (priority: number): string => t(`priority.${priority}` as Word);

type Stateful = "task" | "goal" | "milestone" | "habit" | "project" | "thought";

/** What a record's status is called: `statusName("goal", "completed")` is "Reached". */
export const statusName = <N extends Stateful>(kind: N, status: Value<N>): string => named(kind, status);
