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

type Ask<T> = (api: Api) => Parameters<typeof heard<T>>[0];

/** Ask the server when the component appears and whenever `deps` change; `again` asks once more. */
export function useServer<T>(ask: Ask<T>, deps: unknown[]): Asked<T> & { again: () => void } {
  const { api } = useLife();
  const [asked, setAsked] = useState<Asked<T>>({ state: "loading" });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    void answerOf(ask, api).then((answer) => current && setAsked(answer));
    return () => {
      current = false;
    };
  }, [api, turn, ...deps]);
  return { ...asked, again: () => setTurn((value) => value + 1) };
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
