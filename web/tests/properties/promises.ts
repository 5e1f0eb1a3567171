import type { Kind } from "../../src/device/kinds";
import type { Act } from "../../src/sync/act";
import type { View } from "../../src/sync/view";
import type { Page, Result } from "../../src/sync/wire";

/** What the person did to a record, and must see until the server has said something about it since. */
interface Promised {
  opId: string;
  kind: Kind;
  id: string;
  /** Null where they deleted it. */
  fields: Record<string, unknown> | null;
  /** Whether the act itself made the record. */
  isNew: boolean;
  /** Of the server's answer. */
  version: number | null;
}

/** Keeps account of what one device's person may rely on seeing. */
export class Promises {
  private promised: Promised[] = [];
  /** All that the server acknowledged, by the op's id. */
  readonly acknowledged = new Map<string, Result>();

  made(act: Act): void {
    for (const { kind, id, set } of act.patches) {
      this.promised = this.promised.map((old) => (old.kind === kind && old.id === id ? without(old, set) : old));
      const fields = set.deleted_at ? null : settled(set);
      const isNew = "created_at" in set;
      if (!fields || isNew || wasSeen(act, kind, id)) this.promised.push({ opId: act.id, kind, id, fields, isNew, version: null });
    }
  }

  answered(results: Result[]): void {
    for (const result of results) {
      if (result.status !== "rejected") this.acknowledged.set(result.id, result);
      const isOver = result.status === "rejected" || result.version === null;
      this.promised = this.promised.flatMap((one) => {
        if (one.opId !== result.id) return [one];
        // a suggestion that another device had accepted before has its task already, and gets no second one
        const isNeedless = one.isNew && result.change_id === null;
        return isOver || isNeedless ? [] : [{ ...one, version: result.version }];
      });
    }
  }

  told({ spaces }: Page): void {
    for (const record of spaces.flatMap(({ records }) => Object.values(records).flat())) {
      const version = Number(record["version"]);
      this.promised = this.promised.filter(
        (one) => one.id !== record["id"] || !(record["deleted_at"] || (one.version !== null && one.version <= version)),
      );
    }
  }

  /** What the person misses; empty while everything that was promised is seen. */
  async broken(view: View): Promise<string[]> {
    const faults = await Promise.all(this.promised.map(async (one) => fault(one, await view.record(one.kind, one.id))));
    return faults.filter((said) => said !== "");
  }
}

/** Undoing a change of what has been deleted since brings nothing back. */
function wasSeen({ before }: Act, kind: Kind, id: string): boolean {
  return before.some((one) => one.kind === kind && one.id === id && one.record !== null);
}

/** A later act of the same person has the word about these fields. */
function without(old: Promised, set: object): Promised {
  const fields = old.fields && Object.fromEntries(Object.entries(old.fields).filter(([name]) => !(name in set)));
  return { ...old, fields: "deleted_at" in set ? {} : fields };
}

/** Times are the server's to say. */
function settled(set: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(set).filter(([name]) => !/_at$|^version$|^rank$/.test(name)));
}

function fault({ kind, id, fields }: Promised, seen: object | undefined): string {
  if (!fields) return seen ? `${kind} ${id} was deleted and is seen` : "";
  if (!seen) return Object.keys(fields).length > 0 ? `${kind} ${id} is not seen` : "";
  const shown = new Map(Object.entries(seen));
  const wrong = Object.entries(fields).filter(([name, value]) => JSON.stringify(shown.get(name)) !== JSON.stringify(value));
  return wrong.map(([name, value]) => `${kind} ${id} has ${name} ${JSON.stringify(shown.get(name))}, not ${JSON.stringify(value)}`).join();
}
