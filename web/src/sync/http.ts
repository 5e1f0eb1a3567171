import type { Api, Problem } from "../api/client";
import { SignedOut } from "../api/session";
import { Offline, Refused, type Wire } from "./wire";

const FIRST_PAGE = 200;
const NEXT_PAGES = 2000;

interface Answer<T> {
  data?: T;
  error?: Problem;
  response: Response;
}

/** The server over HTTP. */
export function httpWire(api: Api): Wire {
  return {
    push: async (client_id, epoch, ops) => {
      const body = { client_id, epoch, ops };
      return (await heard(api.POST("/api/v1/sync/push", { body }))).results;
    },
    pull: (cursor) => heard(api.GET("/api/v1/sync/pull", { params: { query: { cursor, limit: NEXT_PAGES } } })),
    bootstrap: (cursor) => {
      const query = { cursor, limit: cursor ? NEXT_PAGES : FIRST_PAGE };
      return heard(api.GET("/api/v1/sync/bootstrap", { params: { query } }));
    },
  };
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
  if (answer.data !== undefined) return answer.data;
  const { type = "about:blank", detail = "" } = answer.error ?? {};
  const wait = Number(answer.response.headers.get("Retry-After"));
  throw new Refused(answer.response.status, type, detail, Number.isFinite(wait) ? wait : null);
}
