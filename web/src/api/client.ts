import type { Client } from "openapi-fetch";
import type { components, paths } from "./schema";
import type { Sessions } from "./session";

/** Who gives tokens. */
type Tokens = Pick<Sessions, "token">;

export type Api = Client<paths>;
export type Problem = components["schemas"]["ProblemBody"];

/** What a request says besides its address; the types of `Api` hold callers to it. */
interface Asked {
  params?: { path?: Record<string, string>; query?: Record<string, string | number | boolean | null | undefined> };
  body?: unknown;
  /** As JSON where absent. */
  bodySerializer?: (body: unknown) => BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** `fetch` as the signed-in person: a token that has run out is renewed once. */
export function authorized(sessions: Tokens): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const token = await sessions.token();
    const response = await fetch(withToken(request.clone(), token));
    if (response.status !== 401) return response;
    return fetch(withToken(request, await sessions.token(token)));
  };
}

function withToken(request: Request, token: string): Request {
  request.headers.set("Authorization", `Bearer ${token}`);
  return request;
}

/** The typed client of the REST interface, generated from its OpenAPI document. */
export function apiOf(sessions: Tokens, origin = ""): Api {
  return clientOf(origin, authorized(sessions));
}

/** Calls that need no session: signing in, health. */
export function openApi(origin = ""): Api {
  return clientOf(origin, (input, init) => fetch(input, init));
}

/** As much of openapi-fetch as the app uses, behind its types: JSON both ways, and the answer whatever its status. */
function clientOf(origin: string, fetching: typeof fetch): Api {
  const asking = (method: string) => async (path: string, { params, body, bodySerializer = JSON.stringify, headers, signal }: Asked = {}) => {
    const sent = body === undefined ? {} : { body: bodySerializer(body), headers: { "Content-Type": "application/json", ...headers } };
    const response = await fetching(origin + addressOf(path, params), { method, signal: signal ?? null, ...sent });
    const text = await response.text();
    return response.ok ? { data: text ? JSON.parse(text) : undefined, response } : { error: problemIn(text), response };
  };
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  return Object.fromEntries(methods.map((method) => [method, asking(method)])) as unknown as Api;
}

/** What stands between the app and its server may answer with a page of its own. */
function problemIn(text: string): Partial<Problem> {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}

function addressOf(path: string, { path: places = {}, query = {} }: Asked["params"] = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]]));
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(places[name] ?? ""));
  return given.length > 0 ? `${address}?${new URLSearchParams(given).toString()}` : address;
}
