import type { ShownCard, TurnEvent } from "./events";

/** A turn of the conversation while it goes on: the question, and what has been said and done for it so far. */
export interface Turn {
  question: string | null;
  conversation: string | null;
  message: string | null;
  reply: string | null;
  text: string;
  cards: ShownCard[];
  /** Why it began again. */
  notice: string | null;
  isOver: boolean;
}

export function begun(question: string | null): Turn {
  return { question, conversation: null, message: null, reply: null, text: "", cards: [], notice: null, isOver: false };
}

/** How the turn stands after the next event. */
export function after(turn: Turn, event: TurnEvent): Turn {
  switch (event.type) {
    case "began":
      return { ...turn, conversation: event.conversation_id, message: event.message_id, reply: event.reply_id };
    case "said":
      return { ...turn, text: turn.text + event.text };
    case "anew":
      return { ...turn, text: "", notice: event.reason };
    case "acted":
      return { ...turn, cards: [...turn.cards.filter(({ id }) => id !== event.card.id), event.card] };
    case "ended":
      return { ...turn, text: event.message.text, cards: event.message.cards, notice: event.message.notice, isOver: true };
    case "prompted":
      return turn;
  }
}
