import type { Api, Problem } from "../api/client";
import { SignedOut } from "../api/session";
import { Offline, Refused, type Wire } from "./wire";

/** Small, so that the first screen fills at once. */
const FIRST_PAGE = 200;
const NEXT_PAGES = 2000;
/** A request that hangs is given up: it can be sent again without harm. */
const PATIENCE = 60_000;

interface Answer<T> {
  data?: T;
  error?: Problem;
  response: Response;
}

/** The server over HTTP. */
export function httpWire(api: Api, patience = PATIENCE): Wire {
  return {
    push: async (client_id, epoch, ops) => {
      const body = { client_id, epoch, ops };
      return (await within(patience, (signal) => api.POST("/api/v1/sync/push", { body, signal }))).results;
    },
    pull: (cursor) => {
      const query = { cursor, limit: NEXT_PAGES };
      return within(patience, (signal) => api.GET("/api/v1/sync/pull", { params: { query }, signal }));
    },
    bootstrap: (cursor) => {
      const query = { cursor, limit: cursor ? NEXT_PAGES : FIRST_PAGE };
      return within(patience, (signal) => api.GET("/api/v1/sync/bootstrap", { params: { query }, signal }));
    },
  };
}

async function within<T>(milliseconds: number, ask: (signal: AbortSignal) => Promise<Answer<T>>): Promise<T> {
  const giving = new AbortController();
  const timer = setTimeout(() => giving.abort(), milliseconds);
  // not left to fetch alone: a copy of a request does not hear of it everywhere
  const silence = new Promise<never>((_, reject) => giving.signal.addEventListener("abort", () => reject(new Offline())));
  try {
    return await Promise.race([heard(ask(giving.signal)), silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer's data. Raises Refused, Offline, and SignedOut as Refused with 401. */
export async function heard<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch (error) {
    if (error instanceof SignedOut) throw new Refused(401, "about:blank", "");
    throw new Offline();
  }
  if (answer.response.ok) return answer.data as T; // absent only where the answer has no body
  const { type = "about:blank", detail = "" } = answer.error ?? {};
  throw new Refused(answer.response.status, type, detail, secondsIn(answer.response.headers.get("Retry-After")));
}

function secondsIn(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}
