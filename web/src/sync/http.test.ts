import { describe, expect, test, vi } from "vitest";
import { apiOf } from "../api/client";
import { heard, httpWire } from "./http";
import { Live } from "./live";
import { Offline } from "./wire";

/** Answers only by being given up. */
const hanging: typeof fetch = (input, init) => {
  const signal = input instanceof Request ? input.signal : init?.signal;
  return new Promise((_, reject) => {
    const giveUp = () => reject(new Error("aborted"));
    if (signal?.aborted) giveUp();
    signal?.addEventListener("abort", giveUp);
  });
};

const sessions = { token: async () => "token" };

describe("over HTTP", () => {
  test("a request that hangs is given up", async () => {
    vi.stubGlobal("fetch", hanging);
    const wire = httpWire(apiOf(sessions, "http://here"), 20);
    await expect(wire.pull("cursor")).rejects.toBeInstanceOf(Offline);
    await expect(wire.push("client", null, [])).rejects.toBeInstanceOf(Offline);
    vi.unstubAllGlobals();
  });

  test("a stream that falls silent is opened anew", async () => {
    const fetching = vi.fn<typeof fetch>(hanging);
    const stopping = new AbortController();
    const running = new Live(fetching, () => undefined, 20).run(stopping.signal);
    await vi.waitFor(() => expect(fetching.mock.calls.length).toBeGreaterThan(1), { timeout: 3000 });
    stopping.abort();
    await running;
  });

  test("what refuses tells why and for how long", async () => {
    const response = new Response(null, { status: 429, headers: { "Retry-After": "7" } });
    const problem = { type: "urn:x", title: "Slowly", status: 429, detail: "too many" };
    await expect(heard(Promise.resolve({ error: problem, response }))).rejects.toMatchObject({ status: 429, type: "urn:x", detail: "too many", retryAfter: 7 });
  });

  test("a page of a proxy is no answer of the server", async () => {
    vi.stubGlobal("fetch", async () => new Response("<h1>Sign in to the hotel's network</h1>"));
    await expect(httpWire(apiOf(sessions, "http://here")).pull("cursor")).rejects.toBeInstanceOf(Offline);
    vi.unstubAllGlobals();
  });
});
