import type { Bringing, Source } from "./source";

const STORED = { version: 1, created_at: "2026-03-01T10:00:00Z", updated_at: "2026-03-01T10:00:00Z", deleted_at: null };

export function source(title: string, tags: string[] = []): Source {
  return {
    ...STORED,
    id: title,
    title,
    tags,
    excerpt: "",
    origin: null,
    links: [],
    format: "text",
    provenance: "outside",
    written_at: null,
    imported_at: "2026-03-01T10:00:00Z",
    import_id: null,
    origin_key: "o",
    text_key: "c",
    edition: "e",
    parts: 1,
    characters: 100,
  };
}

export function bringing(done: number, total: number): Bringing {
  return {
    ...STORED,
    id: "i",
    name: "vault.zip",
    url: null,
    provenance: "own",
    state: "reading",
    done,
    total,
    created: 0,
    updated: 0,
    unchanged: 0,
    problems: [],
    change_id: null,
  };
}
