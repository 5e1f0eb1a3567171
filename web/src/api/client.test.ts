import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openApi } from "./client";

let asked: Request[];
let answers: Response[];
const api = openApi("http://here");

beforeEach(() => {
  asked = [];
  answers = [];
  vi.stubGlobal("fetch", async (...request: Parameters<typeof fetch>) => {
    asked.push(new Request(...request));
    return answers.shift() ?? new Response(null, { status: 204 });
  });
});

afterEach(() => vi.unstubAllGlobals());

test("what stands in the path and behind it is written so that it arrives as it is", async () => {
  await api.GET("/api/v1/thoughts/{id}/related", { params: { path: { id: "a/b ü" }, query: { limit: 3 } } });
  await api.GET("/api/v1/search", { params: { query: { q: "bread & soup", kinds: null } } });
  expect(asked.map(({ url }) => url)).toEqual([
    "http://here/api/v1/thoughts/a%2Fb%20%C3%BC/related?limit=3",
    "http://here/api/v1/search?q=bread+%26+soup",
  ]);
});

test("a body goes as JSON, and nothing where there is none", async () => {
  await api.POST("/api/v1/auth/login", { body: { email: "ada@example.org", password: "secret" } });
  await api.DELETE("/api/v1/auth/sessions");
  expect(await asked[0]?.json()).toEqual({ email: "ada@example.org", password: "secret" });
  expect(asked.map(({ method, headers }) => [method, headers.get("Content-Type")])).toEqual([
    ["POST", "application/json"],
    ["DELETE", null],
  ]);
});

test("an answer is its data or its problem, and one without a body is neither", async () => {
  const problem = { type: "urn:x", title: "Gone", status: 410, detail: "it is gone" };
  answers = [Response.json({ id: "1" }), Response.json(problem, { status: 410 }), new Response("<h1>Bad gateway</h1>", { status: 502 })];
  expect((await api.GET("/api/v1/auth/me")).data).toEqual({ id: "1" });
  expect((await api.GET("/api/v1/auth/me")).error).toEqual(problem);
  expect((await api.GET("/api/v1/auth/me")).error).toEqual({});
  expect((await api.DELETE("/api/v1/auth/sessions")).data).toBeUndefined();
});
