import type { Act } from "../../sync/act";

/** Undos that the server refused, by the change that they were to undo. */
export function refusalsIn(acts: readonly { act: Act; state: string }[] | undefined): ReadonlyMap<unknown, Act> {
  const refused = acts?.filter(({ state, act }) => state === "refused" && act.action === "changes.undo") ?? [];
  return new Map(refused.map(({ act }) => [act.input["change_id"], act]));
}
