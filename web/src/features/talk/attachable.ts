import type { Source } from "../sources";

/** As many as the server takes with one message. */
export const MOST_ATTACHED = 10;

/** What the person said of each: to be attached, or not. */
export type Decided = ReadonlyMap<string, boolean>;

/**
 * What goes with the message: what the person chose, and what they have just brought in, as soon as it is there.
 * `brought` are ids of sources or of their imports; an archive of more than fits is left to be chosen from.
 */
export function chosenOf(sources: readonly Pick<Source, "id" | "import_id">[], decided: Decided, brought: ReadonlySet<string>): string[] {
  const wanted = [...decided].filter(([, isWanted]) => isWanted).map(([id]) => id);
  const arrived = sources.filter(({ id, import_id }) => !decided.has(id) && (brought.has(id) || brought.has(import_id ?? "")));
  return wanted.length + arrived.length > MOST_ATTACHED ? wanted : [...wanted, ...arrived.map(({ id }) => id)];
}
