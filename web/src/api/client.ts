import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema";
import type { Sessions } from "./session";

/** Who gives tokens. */
type Tokens = Pick<Sessions, "token">;

export type Api = Client<paths>;
export type Problem = components["schemas"]["ProblemBody"];

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
  return createClient<paths>({ baseUrl: origin, fetch: authorized(sessions) });
}

/** Calls that need no session: signing in, health. */
export function openApi(origin = ""): Api {
  return createClient<paths>({ baseUrl: origin });
}
