import type { Kind, Records } from "../../device/kinds";
import type { ActionName, Actions, Patch } from "../act";

/** Looks at what the person sees now. */
export interface Look {
  record: <K extends Kind>(kind: K, id: string) => Promise<Records[K] | undefined>;
  /** In this order; undefined where there is none. */
  records: <K extends Kind>(kind: K, ids: string[]) => Promise<(Records[K] | undefined)[]>;
  belonging: <K extends Kind>(kind: K, ref: string) => Promise<Records[K][]>;
  /** All that still wait for something. */
  open: <K extends Kind>(kind: K) => Promise<Records[K][]>;
  /** The record of a kind of which a space has one. */
  only: <K extends Kind>(kind: K) => Promise<Records[K] | undefined>;
  /** The present as the server writes it. */
  now: string;
}

/** What an action does to the records, as far as a device can tell. The server decides; a later pull brings its word. */
type Effect<A extends ActionName> = (input: Actions[A], look: Look) => Patch[] | Promise<Patch[]>;

export type Effects<A extends ActionName = ActionName> = { [N in A]: Effect<N> };

/** All that the server fills in where nothing is said. */
export type Fresh<K extends Kind> = Omit<Records[K], "id" | "version" | "created_at" | "updated_at" | "deleted_at">;

/** The record as it comes into being: the server's defaults, the given fields, the times. */
export function made<K extends Kind>(
  kind: K,
  defaults: Fresh<K>,
  input: Partial<Records[K]> & { id: string },
  now: string,
): Patch[] {
  const times = { version: 0, created_at: now, updated_at: now, deleted_at: null };
  return [patch(kind, input.id, { ...defaults, ...times, ...input } as Partial<Records[K]>)];
}

export function patch<K extends Kind>(kind: K, id: string, set: Partial<Records[K]>): Patch {
  return { kind, id, set } as Patch;
}

/** The fields that were given, without the id. */
export function changed<K extends Kind>(kind: K, input: Partial<Records[K]> & { id: string }, now: string): Patch[] {
  const { id, ...fields } = input;
  return [patch(kind, id, { ...fields, updated_at: now } as Partial<Records[K]>)];
}

export function deleted(kind: Kind, input: { id: string }, now: string): Patch[] {
  return [patch(kind, input.id, { deleted_at: now })];
}
