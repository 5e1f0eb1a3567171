import { describe, expect, it } from "vitest";
import { addressOf, filterIn, isShown } from "./filter";
import type { Thought } from "./thought";

const thought: Thought = {
  id: "1",
  version: 1,
  content: "Called Mira",
  captured_at: "2026-03-29T10:00:00Z",
  created_at: "2026-03-29T10:00:00Z",
  updated_at: "2026-03-29T10:00:00Z",
  deleted_at: null,
  status: "open",
  type: "journal",
  is_actionable: false,
  sentiment: "positive",
  life_areas: ["relationships"],
  people: ["Mira"],
  tags: ["friends"],
  source: null,
  analysis_state: "done",
  corrected: [],
};

describe("the filter of the feed", () => {
  it("stands in the address and is read from it again", () => {
    const filter = { tag: "ä & b", person: "Mira", type: "idea", area: "home", mood: "negative", status: "done" } as const;
    const address = addressOf(filter);
    expect(filterIn(address.slice(address.indexOf("?")))).toEqual(filter);
    expect(addressOf({})).toBe("/thoughts");
  });

  it("forgets what it does not know", () => {
    expect(filterIn("?type=poem&area=moon&status=&tag=x")).toEqual({ tag: "x" });
  });

  it.each([
    [{}, true],
    [{ status: "done" }, false],
    [{ tag: "friends", person: "Mira", type: "journal", area: "relationships", mood: "positive", status: "open" }, true],
    [{ tag: "work" }, false],
    [{ person: "Jon" }, false],
    [{ type: "task" }, false],
    [{ area: "home" }, false],
    [{ mood: "negative" }, false],
  ] as const)("%j shows it: %s", (filter, shown) => {
    expect(isShown(thought, filter)).toBe(shown);
  });

  it("leaves out what is archived until it is asked for", () => {
    const archived: Thought = { ...thought, status: "archived" };
    expect(isShown(archived, {})).toBe(false);
    expect(isShown(archived, { status: "archived" })).toBe(true);
  });
});
