import type { components } from "../../api/schema";
import type { Problem } from "../../api/client";
import { eventsOf, type TurnEvent } from "./events";
import { t } from "./texts";

export type Say = components["schemas"]["Say"];

/** The turn could not begin; the message says why, in the person's words. */
export class NotSaid extends Error {}

/** Begins or joins a turn, and tells its events until it ends or the line is cut. Raises NotSaid. */
export async function* turnAt(fetching: typeof fetch, path: string, said?: Say): AsyncGenerator<TurnEvent> {
  const isJoining = path.endsWith("/turn");
  const headers = { Accept: "text/event-stream", "Content-Type": "application/json" };
  const body = said ? JSON.stringify(said) : null;
  const response = await fetching(path, { method: isJoining ? "GET" : "POST", headers, body }).catch(() => null);
  if (!response) throw new NotSaid(t("unreachable"));
  if (!response.ok || !response.body) throw new NotSaid(await reasonOf(response));
  yield* eventsOf(response.body);
}

async function reasonOf(response: Response): Promise<string> {
  const problem: Problem | null = await response.json().catch(() => null);
  return problem?.errors?.[0]?.message ?? problem?.detail ?? t("unreachable");
}
