import type { Kind, Records } from "../device/kinds";
import type { Act, Patch } from "./act";

/** The fields that waiting acts set, by record, in the order of the acts. */
export class Overlay {
  private readonly set = new Map<string, object>();
  private readonly ids = new Map<Kind, Set<string>>();

  constructor(acts: Act[]) {
    for (const { patches, result } of acts) {
      for (const patch of patches) this.lay(patch, result?.version);
    }
  }

  private lay({ kind, id, set }: Patch, version: number | null | undefined): void {
    const key = `${kind}/${id}`;
    this.set.set(key, { ...this.set.get(key), ...set, ...(version ? { version } : {}) });
    this.ids.set(kind, (this.ids.get(kind) ?? new Set()).add(id));
  }

  /** The records of a kind that waiting acts touch. */
  touched(kind: Kind): string[] {
    return [...(this.ids.get(kind) ?? [])];
  }

  has(kind: Kind, id: string): boolean {
    return this.set.has(`${kind}/${id}`);
  }

  /** The record as the person left it; undefined where it is deleted, or was never there. */
  view<K extends Kind>(kind: K, id: string, stored: Records[K] | undefined): Records[K] | undefined {
    const set = this.set.get(`${kind}/${id}`);
    const record = set ? ({ ...stored, ...set, id } as Records[K]) : stored;
    return record && isWhole(record) && !record.deleted_at ? record : undefined;
  }
}

/** An act on a record that has left the device sets some fields of nothing. */
function isWhole(record: Partial<Records[Kind]>): boolean {
  return record.created_at !== undefined;
}
