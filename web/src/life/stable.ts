/** The same objects as before where nothing changed, so that React draws only what did. */
export function stable<T extends { id: string }>(before: T[] | undefined, now: T[]): T[] {
  if (!before) return now;
  const known = new Map(before.map((record) => [record.id, record]));
  const kept = now.map((record) => unchanged(known.get(record.id), record));
  return kept.length === before.length && kept.every((record, place) => record === before[place]) ? before : kept;
}

export function unchanged<T extends object>(before: T | null | undefined, now: T): T {
  return before && isSame(before, now) ? before : now;
}

function isSame<T extends object>(one: T, other: T): boolean {
  const names = Object.keys(one) as (keyof T)[];
  return names.length === Object.keys(other).length && names.every((name) => isEqual(one[name], other[name]));
}

function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return typeof one === "object" && typeof other === "object" && JSON.stringify(one) === JSON.stringify(other);
}
