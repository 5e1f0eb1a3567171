import type { ActionName, Actions, Patch } from "../act";
import type { Effects, Look } from "./effect";
import { lifeEffects } from "./life";
import { taskEffects } from "./tasks";

export type { Look } from "./effect";

const effects: Effects<Exclude<ActionName, "changes.undo">> = { ...taskEffects, ...lifeEffects };

/** What an act does to the records that the person sees. */
export async function effectOf<A extends Exclude<ActionName, "changes.undo">>(
  action: A,
  input: Actions[A],
  look: Look,
): Promise<Patch[]> {
  return effects[action](input, look);
}
