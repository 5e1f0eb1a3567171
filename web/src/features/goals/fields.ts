/** What a form shows for a value that may be absent. */
export function textOf(value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

/** What was written into a field for a number; null where nothing was. */
export function numberOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}
