import type { Memory } from "./memory";

export function memory(statement: string, part: Partial<Memory> = {}): Memory {
  return {
    id: statement,
    version: 1,
    created_at: "2026-03-01T10:00:00Z",
    updated_at: "2026-03-01T10:00:00Z",
    deleted_at: null,
    what: "fact",
    statement,
    valid_from: null,
    valid_until: null,
    subject: "me",
    attribute: null,
    value: null,
    slot: "",
    single: false,
    people: [],
    sensitive: null,
    learned_at: "2026-03-01T10:00:00Z",
    closed_at: null,
    supersedes: null,
    superseded_by: null,
    confidence: 1,
    evidence: [],
    by_person: false,
    pinned: false,
    uses: 0,
    used_at: null,
    ...part,
  };
}
