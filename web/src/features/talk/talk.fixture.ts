import type { Card, Message } from "./talk";

const STORED = { version: 1, updated_at: "2026-03-01T10:00:00Z", deleted_at: null };

export function message(id: string, part: Partial<Message> = {}): Message {
  return {
    ...STORED,
    id,
    created_at: "2026-03-01T10:00:00Z",
    conversation_id: "c",
    role: "user",
    text: id,
    state: "done",
    reply_to: null,
    superseded_by: null,
    circumstances: null,
    attachments: [],
    citations: [],
    read: [],
    portions: [],
    found_by: null,
    notice: null,
    topic: null,
    rating: null,
    correction: null,
    ...part,
  };
}

export function card(id: string, part: Partial<Card> = {}): Card {
  return {
    ...STORED,
    id,
    created_at: "2026-03-01T10:00:00Z",
    conversation_id: "c",
    question_id: "q",
    action: "tasks.create",
    given: {},
    title: id,
    why: null,
    grade: "undoable",
    preview: null,
    state: "done",
    records: [],
    change_id: null,
    undone_by: null,
    ...part,
  };
}
