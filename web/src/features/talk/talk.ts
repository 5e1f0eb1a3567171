import type { Records } from "../../device/kinds";
import type { Turn } from "./turn";

export type Conversation = Records["conversation"];
export type Message = Records["message"];
export type Card = Records["card"];
export type Citation = Message["citations"][number];

/** What is said in a conversation now, from its beginning: without replies that others have taken the place of. */
export function standing(messages: readonly Message[]): Message[] {
  const before = (one: Message, other: Message): number =>
    one.created_at.localeCompare(other.created_at) || Number(one.role === "assistant") - Number(other.role === "assistant");
  return messages.filter(({ superseded_by }) => superseded_by === null).toSorted(before);
}

/** The acts that were done for the message which a reply answers, as they were done. */
export function cardsOf(reply: Message, cards: readonly Card[]): Card[] {
  return cards.filter(({ question_id }) => question_id === reply.reply_to).toSorted((one, other) => one.created_at.localeCompare(other.created_at));
}

/** A conversation as it is shown: what is kept, then what the turn that goes on has told and the device has not got yet. */
export interface Shown {
  kept: Message[];
  question: string | null;
  turn: Turn | null;
  /** A reply that is written for somebody else, or was begun before this page was opened. */
  elsewhere: string | undefined;
}

export function shownOf(messages: readonly Message[], turn: Turn | null): Shown {
  const said = standing(messages);
  const kept = said.filter(({ state, id }) => state !== "writing" && (turn?.isOver !== false || id !== turn.reply));
  const isHere = (id: string | null | undefined): boolean => kept.some((message) => message.id === id);
  return {
    kept,
    question: isHere(turn?.message) ? null : (turn?.question ?? null),
    turn: isHere(turn?.reply) ? null : turn,
    elsewhere: turn ? undefined : said.find(({ state }) => state === "writing")?.id,
  };
}
