import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { authorized } from "../api/client";
import { type Session, Sessions, SignedOut } from "../api/session";
import { heard } from "./http";
import { Offline } from "./wire";
import { stubBrowser } from "./testing/browser";

const HOUR = 3_600_000;

/** Exchanges each refresh token once, as the server does. */
class Issuer {
  asked = 0;
  current = "refresh 0";
  isAway = false;
  /** The tokens that were used a moment ago. */
  used = new Set<string>();

  readonly fetch: typeof fetch = async (input, init) => {
    const request = input instanceof Request ? input : new Request(new URL(input, "http://here"), init);
    if (this.isAway) throw new TypeError("no network");
    if (!request.url.endsWith("/auth/refresh")) return this.content(request.headers.get("Authorization"));
    const { refresh_token } = (await request.json()) as { refresh_token: string };
    if (this.used.has(refresh_token)) return new Response(null, { status: 409 });
    if (refresh_token !== this.current) return new Response(null, { status: 401 });
    this.used.add(refresh_token);
    this.asked += 1;
    this.current = `refresh ${this.asked}`;
    const tokens = { access_token: `access ${this.asked}`, refresh_token: this.current, expires_in: 900 };
    return Response.json({ account_id: "a", session_id: "s", ...tokens });
  };

  private content(authorization: string | null): Response {
    const good = authorization === `Bearer access ${this.asked}` && this.asked > 0;
    return good ? Response.json("content") : new Response(null, { status: 401 });
  }
}

function stored(expires_at: number): { read: () => Promise<Session | undefined>; write: (session: Session | undefined) => Promise<void>; now: () => Session | undefined } {
  let session: Session | undefined = { account_id: "a", session_id: "s", access_token: "access 0", refresh_token: "refresh 0", expires_at };
  return { read: async () => session, write: async (next) => void (session = next), now: () => session };
}

let issuer: Issuer;

beforeEach(() => {
  stubBrowser();
  issuer = new Issuer();
  vi.stubGlobal("fetch", issuer.fetch);
});

afterEach(() => vi.unstubAllGlobals());

describe("a token that has run out", () => {
  test.each([{ locks: true }, { locks: false }])("is exchanged once by two tabs, with $locks locks", async (browser) => {
    stubBrowser(browser);
    const store = stored(0);
    const tabs = [new Sessions(store), new Sessions(store)];
    expect(await Promise.all(tabs.map((tab) => tab.token()))).toEqual(["access 1", "access 1"]);
    expect(issuer.asked).toBe(1);
  });

  test("is exchanged when the server says so, whatever the clock of the device", async () => {
    const fetching = authorized(new Sessions(stored(Date.now() + HOUR)));
    expect(await (await fetching("http://here/x")).json()).toBe("content");
    expect(issuer.asked).toBe(1);
  });

  test("is found exchanged by another tab where there are no locks", async () => {
    const store = stored(0);
    issuer.current = "refresh 1";
    const fetching = issuer.fetch;
    vi.stubGlobal("fetch", async (...given: Parameters<typeof fetch>) => {
      const session = store.now();
      if (session) await store.write({ ...session, access_token: "access 1", refresh_token: "refresh 1" });
      return fetching(...given);
    });
    expect(await new Sessions(store).token()).toBe("access 1");
  });

  test("signs nobody out while there is no network", async () => {
    issuer.isAway = true;
    const store = stored(0);
    const sessions = new Sessions(store);
    await expect(heard(authorized(sessions)("http://here/x").then((response) => ({ response })))).rejects.toBeInstanceOf(Offline);
    issuer.isAway = false;
    expect(await sessions.token()).toBe("access 1");
  });

  test("is sent again where the answer was lost, until the server exchanges it anew", async () => {
    const store = stored(0);
    const sessions = new Sessions(store);
    const asked = () => heard(authorized(sessions)("http://here/x").then((response) => ({ response })));
    vi.stubGlobal("fetch", async (...given: Parameters<typeof fetch>) => {
      await issuer.fetch(...given);
      throw new TypeError("the answer was lost");
    });
    await expect(asked()).rejects.toBeInstanceOf(Offline);
    vi.stubGlobal("fetch", issuer.fetch);
    await expect(asked()).rejects.toBeInstanceOf(Offline);
    issuer.used.clear();
    issuer.current = "refresh 0";
    expect(await sessions.token()).toBe("access 2");
  });

  test("signs out where the session has ended, and keeps who it was", async () => {
    issuer.current = "another";
    const store = stored(0);
    await expect(new Sessions(store).token()).rejects.toBeInstanceOf(SignedOut);
    expect(store.now()).toMatchObject({ account_id: "a" });
  });

  test("asks no more once the session has ended, until somebody signs in", async () => {
    issuer.current = "another";
    const store = stored(0);
    const sessions = new Sessions(store);
    await expect(sessions.token()).rejects.toBeInstanceOf(SignedOut);
    const fetching = vi.fn<typeof fetch>(issuer.fetch);
    vi.stubGlobal("fetch", fetching);
    await expect(sessions.token()).rejects.toBeInstanceOf(SignedOut);
    expect(fetching).not.toHaveBeenCalled();
    await store.write({ account_id: "a", session_id: "s", access_token: "access 0", refresh_token: "another", expires_at: 0 });
    expect(await sessions.token()).toBe("access 1");
  });

  test("does not sign in again who left meanwhile", async () => {
    const store = stored(0);
    const fetching = issuer.fetch;
    vi.stubGlobal("fetch", async (...given: Parameters<typeof fetch>) => {
      const response = await fetching(...given);
      await store.write(undefined);
      return response;
    });
    await expect(new Sessions(store).token()).rejects.toBeInstanceOf(SignedOut);
    expect(store.now()).toBeUndefined();
  });
});

test("a session keeps the address that the person signed in with", async () => {
  const store = stored(0);
  const sessions = new Sessions(store);
  const answer = { account_id: "a", session_id: "s", access_token: "access 0", refresh_token: "refresh 0", expires_in: 0, refresh_expires_at: "", token_type: "Bearer" as const };
  await sessions.begin(answer, "ada@example.org");
  await sessions.token();
  expect(store.now()).toMatchObject({ access_token: "access 1", email: "ada@example.org" });
});
