import { newId } from "../../device/ids";
import type { Kind } from "../../device/kinds";
import { type Op, type Page, Refused, type Result, type Wire } from "../wire";

export const SPACE = "00000000-0000-7000-8000-000000000001";

type Record_ = Record<string, unknown> & { id: string };

interface Change {
  kind: Kind;
  id: string;
}

/** Inputs become fields, as far as these tests look at them. */
const DOES: Record<string, (input: Record_) => Record<string, unknown> | null> = {
  create: (input) => ({ created_at: "2026-01-01T00:00:00Z", deleted_at: null, status: "todo", ...input }),
  update: (input) => input,
  complete: () => ({ status: "done" }),
  delete: () => ({ deleted_at: "2026-01-02T00:00:00Z" }),
  restore: () => ({ deleted_at: null }),
};

/** A server that follows docs/sync.md, as small as it can be; `next` answers the next requests in its stead. */
export class SmallServer implements Wire {
  readonly records = new Map<string, { kind: Kind; record: Record_ }>();
  readonly pushed: Op[][] = [];
  readonly epochs: (string | null)[] = [];
  readonly asked: string[] = [];
  readonly refusals = new Map<string, string>();
  next: Error[] = [];
  /** What every answer to a pull says besides. */
  news: Partial<Page> = {};
  private log: Change[] = [];
  private readonly done = new Map<string, Result>();

  async push(_client: string, epoch: string | null, ops: Op[]): Promise<Result[]> {
    this.failing();
    this.pushed.push(ops);
    this.epochs.push(epoch);
    return ops.map((op) => this.result(op));
  }

  async pull(cursor: string): Promise<Page> {
    this.asked.push("pull");
    this.failing();
    const touched = this.log.slice(Number(cursor)).map(({ id }) => id);
    const page = this.page(touched, String(this.log.length), null);
    const { news } = this;
    this.news = {};
    return { ...page, ...news };
  }

  async bootstrap(): Promise<Page> {
    this.asked.push("bootstrap");
    this.failing();
    const living = [...this.records.values()].filter(({ record }) => !record["deleted_at"]);
    return this.page(living.map(({ record }) => record.id), String(this.log.length), 1);
  }

  /** Somebody else writes. */
  write(kind: Kind, fields: Record<string, unknown> & { id: string }): void {
    const before = this.records.get(fields.id)?.record;
    this.log.push({ kind, id: fields.id });
    const record = { ...before, ...fields, version: this.log.length };
    this.records.set(fields.id, { kind, record });
  }

  task(title: string): string {
    const id = newId();
    this.write("task", { id, ...DOES["create"]?.({ id, title }) });
    return id;
  }

  private failing(): void {
    const error = this.next.shift();
    if (error) throw error;
  }

  private result(op: Op): Result {
    const known = this.done.get(op.id);
    if (known) return { ...known, status: "duplicate" };
    const reason = this.refusals.get(op.action);
    if (reason) return told(op, { status: "rejected", reason, problem: { title: reason }, input: op.input });
    const verb = op.action.split(".").at(-1) ?? "";
    const fields = DOES[verb]?.(op.input as Record_);
    if (fields) this.write("task", { ...fields, id: String(op.input["id"]) });
    const result = told(op, { status: "applied", version: this.log.length, change_id: op.id });
    this.done.set(op.id, result);
    return result;
  }

  private page(ids: string[], cursor: string, filled: number | null): Page {
    const found = [...new Set(ids)].flatMap((id) => this.records.get(id) ?? []);
    const records: Record<string, Record_[]> = {};
    for (const { kind, record } of found) records[kind] = [...(records[kind] ?? []), record];
    return { spaces: [{ space: SPACE, records, erased: {} }], dropped: [], reset: false, more: false, cursor, filled };
  }
}

function told({ id }: Op, what: Partial<Result> & Pick<Result, "status">): Result {
  return { id, version: null, change_id: null, overwritten: [], reason: null, problem: null, input: null, ...what };
}

export function refused(status: number, type = "about:blank", retryAfter: number | null = null): Refused {
  return new Refused(status, type, "no", retryAfter);
}
