import type { Actions } from "../../sync/act";

export type Move = Actions["tasks.move"];

/** Where a task goes when it is put at another place of a list that stands in manual order; null where it stays. */
export function moveTo(ids: string[], id: string, target: number): Move | null {
  const from = ids.indexOf(id);
  const to = Math.max(0, Math.min(target, ids.length - 1));
  const neighbour = ids[to];
  if (from === -1 || from === to || neighbour === undefined) return null;
  return to < from ? { id, before_id: neighbour } : { id, after_id: neighbour };
}

/** One place up (-1) or down (1). */
export function moveBy(ids: string[], id: string, step: -1 | 1): Move | null {
  return moveTo(ids, id, ids.indexOf(id) + step);
}
