import type { Act } from "../sync/act";

/** The last act that the person would take back, of acts in the order in which they were done. */
export function lastDone(acts: readonly Act[]): Act | undefined {
  return standing(acts).find(({ action, label }) => action !== "changes.undo" && label !== "");
}

/** The last undoing that still stands, unless something was done after it. */
export function lastUndone(acts: readonly Act[]): Act | undefined {
  const last = standing(acts).find(({ label }) => label !== "");
  return last?.action === "changes.undo" ? last : undefined;
}

/** What has not been taken back, newest first; doing something again only brings back what was there. */
function standing(acts: readonly Act[]): Act[] {
  const undoings = new Set(acts.filter(({ action }) => action === "changes.undo").map(({ id }) => id));
  const undone = new Set<string>();
  return acts.toReversed().filter(({ id, action, input }) => {
    if (undone.has(id)) return false;
    if (action !== "changes.undo") return true;
    const about = String(input["change_id"]);
    undone.add(about);
    return !undoings.has(about);
  });
}
