import { expect, test } from "vitest";
import type { Act } from "../sync/act";
import { lastDone, lastUndone } from "./undoing";

const act = (id: string, label = id): Act => ({ ...blank, id, label, action: "tasks.create" });
const undo = (id: string, of: string): Act => ({ ...blank, id, label: of, action: "changes.undo", input: { change_id: of } });
const blank = { input: {}, base: null, space: null, at: 0, patches: [], before: [] };

test("the newest act is undone first, then the one before it", () => {
  expect(lastDone([act("a"), act("b")])?.id).toBe("b");
  expect(lastDone([act("a"), act("b"), undo("u", "b")])?.id).toBe("a");
  expect(lastDone([act("a"), undo("u", "a")])).toBeUndefined();
});

test("what was done again can be undone again", () => {
  expect(lastDone([act("a"), undo("u", "a"), undo("r", "u")])?.id).toBe("a");
});

test("acts without words are passed over", () => {
  expect(lastDone([act("a"), act("quiet", "")])?.id).toBe("a");
});

test("an undoing is taken back only while nothing was done after it", () => {
  expect(lastUndone([act("a"), act("b"), undo("u", "b"), undo("v", "a")])?.id).toBe("v");
  expect(lastUndone([act("a"), act("b"), undo("u", "b"), undo("v", "a"), undo("r", "v")])?.id).toBe("u");
  expect(lastUndone([act("a"), undo("u", "a"), act("c")])).toBeUndefined();
  expect(lastUndone([act("a")])).toBeUndefined();
});
