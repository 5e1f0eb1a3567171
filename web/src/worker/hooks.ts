import { useCallback, useEffect, useState } from "react";
import { ask, watch } from "./asking";
import type { SearchedKind } from "./entry";
import type { Answer, Given, QuestionName, SearchHits } from "./messages";
import type { PlacedRange, Rollup, RollupName } from "./rollups";

/** `reading`: nothing yet; `asking`: the last answer is shown while the next one is looked for. */
export type WorkerState = "reading" | "asking" | "there" | "failed";

export interface Heard {
  state: WorkerState;
  /** Ask once more, after it failed. */
  again: () => void;
}

/** What the worker said last, and to which question. */
interface Said<Q extends QuestionName> {
  key: string;
  answer: Answer<Q> | undefined;
}

/** The worker's answer, asked again when the question or the records change; null asks nothing. */
function useAnswer<Q extends QuestionName>(name: Q, given: Given<Q> | null): Heard & { answer: Answer<Q> | undefined } {
  const [said, setSaid] = useState<Said<Q>>();
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(given);
  const again = useCallback(() => setTurn((value) => value + 1), []);
  useEffect(() => watch(again), [again]);
  useEffect(() => {
    if (!given) return undefined;
    const asking = new AbortController();
    ask(name, given, asking.signal).then(
      (answer) => setSaid({ key, answer }),
      () => asking.signal.aborted || setSaid({ key, answer: undefined }),
    );
    return () => asking.abort();
  }, [name, key, turn]);
  return { state: stateOf(said, key), answer: said?.answer, again };
}

function stateOf(said: Said<QuestionName> | undefined, key: string): WorkerState {
  if (said?.key !== key) return said?.answer ? "asking" : "reading";
  return said.answer ? "there" : "failed";
}

export interface SearchFilter {
  kinds?: readonly SearchedKind[] | undefined;
  /** Milliseconds since 1970; `until` is not included. */
  since?: number | undefined;
  until?: number | undefined;
  limit?: number | undefined;
}

const NOTHING: SearchHits = { hits: [], total: 0 };
const FIRST = 50;

/** What the device has on some words, best first. Without words and filter nothing is looked for. */
export function useSearch(text: string, { limit = FIRST, ...filter }: SearchFilter = {}): SearchHits & Heard {
  const isAsking = text.trim() !== "" || Object.values(filter).some((value) => value !== undefined);
  const { state, answer, again } = useAnswer("search", isAsking ? { text, limit, ...filter } : null);
  return isAsking ? { ...(answer ?? NOTHING), state, again } : { ...NOTHING, state: "there", again };
}

/** Counts over time of all records of the device; undefined until they are there. */
export function useRollup(name: RollupName, range: PlacedRange): Heard & { rollup: Rollup | undefined } {
  const { answer, ...heard } = useAnswer("rollup", { name, range });
  return { rollup: answer, ...heard };
}
