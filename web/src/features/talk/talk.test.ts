import { expect, test } from "vitest";
import { cardsOf, shownOf, standing } from "./talk";
import { card, message } from "./talk.fixture";
import { after, begun } from "./turn";

const question = message("q");
const reply = message("r", { role: "assistant", reply_to: "q" });
const began = { type: "began", conversation_id: "c", message_id: "q", reply_id: "r" } as const;
const turn = after(begun("Hello"), began);

test("a conversation is read from its beginning, a reply after what it answers", () => {
  const later = message("later", { created_at: "2026-03-01T11:00:00Z" });
  expect(standing([later, reply, question]).map(({ id }) => id)).toEqual(["q", "r", "later"]);
});

test("a reply that another has taken the place of is not shown", () => {
  expect(standing([question, message("old", { superseded_by: "r" }), reply])).toEqual([question, reply]);
});

test("what the device has not got yet is shown from the turn, and once only when it has", () => {
  expect(shownOf([], turn)).toMatchObject({ kept: [], question: "Hello", turn });
  expect(shownOf([question], turn)).toMatchObject({ kept: [question], question: null, turn });
  const writing = message("r", { role: "assistant", state: "writing" });
  expect(shownOf([question, writing], turn)).toMatchObject({ kept: [question], turn });
  expect(shownOf([question, reply], { ...turn, isOver: true })).toMatchObject({ kept: [question, reply], turn: null });
});

test("a reply that is being written for another device is joined, one of this page is not", () => {
  const writing = message("r", { role: "assistant", state: "writing" });
  expect(shownOf([question, writing], null).elsewhere).toBe("r");
  expect(shownOf([question, writing], turn).elsewhere).toBeUndefined();
});

test("a reply has the acts that were done for its question, in their order", () => {
  const [first, second] = [card("one"), card("two", { created_at: "2026-03-01T10:00:01Z" })];
  expect(cardsOf(reply, [second, card("other", { question_id: "else" }), first])).toEqual([first, second]);
});
