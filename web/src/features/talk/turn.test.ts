import { expect, test } from "vitest";
import type { ShownCard } from "./events";
import { card } from "./talk.fixture";
import { after, begun, type Turn } from "./turn";

const shown = (state: ShownCard["state"]): ShownCard => ({ ...card("one"), state });
const say = (turn: Turn, ...pieces: string[]) => pieces.reduce((now, text) => after(now, { type: "said", text }), turn);

test("what is said is put together", () => {
  expect(say(begun("Hello"), "Good ", "morning").text).toBe("Good morning");
});

test("what was said is void when the reply begins anew", () => {
  const turn = after(say(begun("Hello"), "Good"), { type: "anew", reason: "The model went away." });
  expect(turn).toMatchObject({ text: "", notice: "The model went away." });
});

test("a card that stands otherwise than before takes its own place", () => {
  const turn = after(after(begun(null), { type: "acted", card: shown("doing") }), { type: "acted", card: shown("done") });
  expect(turn.cards).toEqual([shown("done")]);
});
