import { isAway, Refused } from "./wire";

/** How sync stands. */
export type Phase = "starting" | "syncing" | "settled" | "offline" | "signed-out" | "failing";

/** What a round that failed says of how sync stands. */
export function phaseAfter(error: unknown): Phase {
  if (isAway(error)) return "offline";
  return error instanceof Refused && error.status === 401 ? "signed-out" : "failing";
}
