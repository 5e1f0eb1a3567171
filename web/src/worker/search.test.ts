import { describe, expect, it } from "vitest";
import type { Entry, SearchedKind } from "./entry";
import { folded } from "./folding";
import { search, type Wanted } from "./search";

const NOW = Date.parse("2026-03-30T12:00:00Z");
const DAY = 86_400_000;

function entry(id: string, title: string, text = "", daysAgo = 0, kind: SearchedKind = "task"): Entry {
  const at = NOW - daysAgo * DAY;
  return { kind, id, at, words: folded(title) + folded(text), titleEnd: folded(title).length - 1, areas: [], mood: undefined, done: undefined };
}

async function ids(entries: Entry[], wanted: Partial<Wanted>, limit = 50): Promise<string[]> {
  const { best } = await search(entries, { text: "", limit, ...wanted }, new AbortController().signal, NOW);
  return best.map((found) => found.entry.id);
}

describe("search", () => {
  it("wants every word, at the beginnings of words", async () => {
    const entries = [entry("both", "buy oat milk"), entry("one", "buy bread"), entry("inside", "obuy buttermilk")];
    expect(await ids(entries, { text: "mil buy" })).toEqual(["both"]);
  });

  it("finds nothing where no word occurs", async () => {
    expect(await ids([entry("a", "milk")], { text: "bread" })).toEqual([]);
  });

  it("puts the title over the text, the whole word over its beginning, then the newer", async () => {
    const entries = [
      entry("text prefix", "", "planning the garden"),
      entry("text whole", "", "a plan for it"),
      entry("title prefix", "planning"),
      entry("title whole, old", "the plan", "", 300),
      entry("title whole", "plan", "", 2),
    ];
    expect(await ids(entries, { text: "plan" })).toEqual(["title whole", "title whole, old", "title prefix", "text whole", "text prefix"]);
  });

  it("finds a whole word behind a longer one that begins with it", async () => {
    expect(await ids([entry("prefix", "planner"), entry("whole", "planner of the plan")], { text: "plan" })).toEqual(["whole", "prefix"]);
  });

  it("keeps to kinds and times; the end is not included", async () => {
    const entries = [entry("t", "milk", "", 1, "thought"), entry("old", "milk", "", 9), entry("edge", "milk", "", 0)];
    expect(await ids(entries, { text: "milk", kinds: ["task"] })).toEqual(["edge", "old"]);
    expect(await ids(entries, { text: "milk", since: NOW - 2 * DAY, until: NOW })).toEqual(["t"]);
  });

  it("shows everything of a time, newest first, where no word is given", async () => {
    const entries = [entry("a", "one", "", 3), entry("b", "two", "", 1), entry("c", "three", "", 2)];
    expect(await ids(entries, { since: 0 })).toEqual(["b", "c", "a"]);
  });

  it("keeps the best of many and counts them all", async () => {
    const many = Array.from({ length: 9000 }, (_, n) => entry(String(n), "milk", "", 9000 - n));
    const { best, total } = await search(many, { text: "milk", limit: 3 }, new AbortController().signal, NOW);
    expect(best.map((found) => found.entry.id)).toEqual(["8999", "8998", "8997"]);
    expect(total).toBe(9000);
  });

  it("stops when nobody wants the answer any more", async () => {
    const many = Array.from({ length: 9000 }, (_, n) => entry(String(n), "milk"));
    const asking = new AbortController();
    const answer = search(many, { text: "milk", limit: 3 }, asking.signal, NOW);
    asking.abort();
    await expect(answer).rejects.toThrow("aborted");
  });
});
