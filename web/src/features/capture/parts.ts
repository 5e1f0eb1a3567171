import type { components } from "../../api/schema";

export type Preview = components["schemas"]["QuickAddPreview"];

/** Words of the text and what they were understood as. */
export interface Part {
  field: string;
  text: string;
  value: unknown;
}

const MARK = /(?<!\S)(?:#(\p{L}[\p{L}\p{N}_-]*)|@(\p{L}(?:[\p{L}\p{N}_.'-]*[\p{L}\p{N}_])?))(?=[\s,;.:!?)]*(?:\s|$))/gu;

/** The writer's own #tags and @people, read without the server. */
export function marksOf(text: string): Part[] {
  return [...text.matchAll(MARK)].map(([mark, tag, person]) => ({
    field: tag ? "tag" : "person",
    text: mark,
    value: tag ?? person,
  }));
}

/** What the preview of a line understood, in the order of the words. */
export function partsOf(preview: Preview): Part[] {
  return preview.spans.filter(({ field }) => field !== "escape");
}

/** The parts that still stand in the text and were not dropped, each once. */
export function kept(parts: Part[], text: string, dropped: string[]): Part[] {
  const alive = parts.filter((part) => text.includes(part.text) && !dropped.includes(part.text));
  return alive.filter((part, place) => alive.findIndex((other) => other.text === part.text) === place);
}

/** The values of one field, each once. */
export function valuesOf(parts: Part[], field: string): string[] {
  return [...new Set(parts.filter((part) => part.field === field).map(({ value }) => String(value)))];
}
