import { useEffect, useState } from "react";
import type { Api } from "../api/client";
import { heard } from "../sync/http";
import { Offline, Refused } from "../sync/wire";
import { useLife } from "./hooks";

/** What only the server knows: `loading`, `offline`, `refused` with the reason, or there. */
export type Asked<T> =
  | { state: "loading" | "offline" }
  | { state: "refused"; problem: Refused }
  | { state: "there"; data: T };

const LOADING = { state: "loading" } as const;

export type Ask<T> = (api: Api) => Parameters<typeof heard<T>>[0];

/**
 * Ask the server when the component appears, whenever `deps` change, and when it can be reached again.
 *
 * `again` asks once more, and keeps showing what is there meanwhile.
 */
export function useServer<T>(ask: Ask<T>, deps: unknown[]): Asked<T> & { again: () => void } {
  const { api, sync } = useLife();
  const [heardOf, setHeardOf] = useState<{ deps: unknown[]; answer: Asked<T> }>();
  const [turn, setTurn] = useState(0);
  const again = () => setTurn((value) => value + 1);
  useEffect(() => {
    let current = true;
    void answerOf(ask, api).then((answer) => current && setHeardOf({ deps, answer }));
    return () => {
      current = false;
    };
  }, [api, turn, ...deps]);
  const answer = heardOf && isSame(heardOf.deps, deps) ? heardOf.answer : LOADING;
  const isOffline = answer.state === "offline";
  useEffect(() => (isOffline ? sync.watch(() => sync.phase === "settled" && again()) : undefined), [sync, isOffline]);
  return { ...answer, again };
}

function isSame(one: unknown[], other: unknown[]): boolean {
  return one.length === other.length && one.every((value, place) => Object.is(value, other[place]));
}

/** One question to the server, its failures as values. */
export async function answerOf<T>(ask: Ask<T>, api: Api): Promise<Asked<T>> {
  try {
    return { state: "there", data: await heard(ask(api)) };
  } catch (error) {
    if (error instanceof Offline) return { state: "offline" };
    if (error instanceof Refused) return { state: "refused", problem: error };
    throw error;
  }
}
