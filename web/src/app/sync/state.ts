import type { Phase } from "../../sync/runner";

/** What is known of sync at a moment. */
export interface SyncFacts {
  phase: Phase;
  /** Acts that wait for the server. */
  waiting: number;
  /** Acts that the server refused. */
  refused: number;
  /** How much of the first filling is here, 0 to 1; null once it has ended. */
  filling: number | null;
  /** Whether anybody ever signed in here. */
  known: boolean;
}

export type SyncState = "settled" | "sending" | "offline" | "failing" | "filling" | "refused" | "signed-out" | "unknown";

export type Sync = SyncFacts & { state: SyncState };

/** States that need no word of the person. */
export const calm: ReadonlySet<SyncState> = new Set(["settled", "sending"]);

/** The one thing about sync that the person should know: what they must do comes first. */
export function syncState({ phase, waiting, refused, filling, known }: SyncFacts): SyncState {
  if (phase === "signed-out") return known ? "signed-out" : "unknown";
  if (refused > 0) return "refused";
  if (phase === "offline" || phase === "failing") return phase;
  if (filling !== null && phase !== "settled") return "filling";
  return waiting > 0 ? "sending" : "settled";
}
