import type { Device, StoredAct } from "../device/device";
import { isKind, type Records } from "../device/kinds";
import type { Row, ActRow } from "../device/db";
import type { Act } from "./act";
import { Offline, type Op, type Page, Refused, type Result, type Wire } from "./wire";

const MAX_OPS = 200;
const MAX_BYTES = 400_000;
const EPOCH = "urn:selfos:problem:epoch";
/** A whole push that fails with 500 is tried op by op; one that fails alone so often is set aside. */
const PATIENCE = 3;

/** Where the device stands with the server. */
interface Place {
  cursor: string;
  /** Whether pages of the bootstrap are still to come. */
  filling: boolean;
}

/** Brings the device and the server to agree: outbox up, what was missed down. See docs/sync.md. */
export class Engine {
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly device: Device,
    private readonly wire: Wire,
  ) {}

  /**
   * One whole round: push all that waits, then pull until there is no more.
   *
   * Raises Offline and Refused; what was stored by then stays, and the next round goes on from there.
   */
  async round(): Promise<void> {
    let more = true;
    while (more) {
      await this.push();
      more = await this.pull();
    }
  }

  private place(): Promise<Place | undefined> {
    return this.device.get<Place>("place");
  }

  private async clientId(): Promise<string> {
    const known = await this.device.get<string>("client_id");
    if (known) return known;
    const made = crypto.randomUUID();
    await this.device.set("client_id", made);
    return made;
  }

  private async push(): Promise<void> {
    const client = await this.clientId();
    for (;;) {
      const waiting = await this.device.acts<Act>("waiting");
      if (waiting.length === 0) return;
      const batch = fitting(waiting);
      try {
        await this.answered(batch, await this.sent(client, batch));
      } catch (error) {
        if (!(await this.recovered(error, client, batch))) throw error;
      }
    }
  }

  private async sent(client: string, batch: StoredAct<Act>[]): Promise<Result[]> {
    const place = await this.place();
    return this.wire.push(client, place?.cursor ?? null, batch.map(({ act }) => opOf(act)));
  }

  private async recovered(error: unknown, client: string, batch: StoredAct<Act>[]): Promise<boolean> {
    if (!(error instanceof Refused)) return false;
    if (error.status === 409 && error.type === EPOCH) {
      await this.forgetRecords();
      return true;
    }
    if (error.status !== 500 && error.status !== 413 && error.status !== 422) return false;
    if (batch.length > 1) {
      for (const one of batch) await this.alone(client, one);
      return true;
    }
    return false;
  }

  /** One op that is refused as a whole request is set aside after some tries, so that it holds up nobody. */
  private async alone(client: string, one: StoredAct<Act>): Promise<void> {
    try {
      await this.answered([one], await this.sent(client, [one]));
    } catch (error) {
      const tries = (this.failures.get(one.act.id) ?? 0) + 1;
      this.failures.set(one.act.id, tries);
      if (!(error instanceof Refused) || tries < PATIENCE) throw error;
      const problem = { title: error.detail, status: error.status };
      const { id, input } = one.act;
      const nothing = { version: null, change_id: null, overwritten: [] };
      await this.answered([one], [{ id, status: "rejected", reason: "failed", problem, input, ...nothing }]);
    }
  }

  private async answered(batch: StoredAct<Act>[], results: Result[]): Promise<void> {
    const byId = new Map(results.map((result) => [result.id, result]));
    const rows = await Promise.all(batch.map((stored) => this.answeredRow(stored, byId.get(stored.act.id))));
    await this.device.db.acts.bulkPut(rows);
  }

  private async answeredRow({ seq, state, act }: StoredAct<Act>, result: Result | undefined): Promise<ActRow> {
    if (!result) return { seq, id: act.id, state, content: await this.device.sealedAct(act) };
    const content = await this.device.sealedAct({ ...act, result });
    return { seq, id: act.id, state: result.status === "rejected" ? "refused" : "answered", content };
  }

  /** One page; false once nothing more is to come. Acts answered before the last page was asked for are in it. */
  private async pull(): Promise<boolean> {
    const place = await this.place();
    const answered = await this.device.db.acts.where("state").equals("answered").primaryKeys();
    const page = await this.page(place);
    if (page.reset) {
      await this.forgetRecords();
      return true;
    }
    const bootstrapping = place?.filling ?? true;
    const last = !page.more && !bootstrapping;
    await this.store(page, bootstrapping && page.more, last ? answered : []);
    return !last;
  }

  private page(place: Place | undefined): Promise<Page> {
    if (!place || place.filling) return this.wire.bootstrap(place?.cursor ?? null);
    return this.wire.pull(place.cursor);
  }

  /** Records, cursor and what they settle, in one transaction: dying before costs a page, never the agreement. */
  private async store(page: Page, filling: boolean, settled: number[]): Promise<void> {
    const { db } = this.device;
    const rows = await this.living(page);
    const gone = leaving(page);
    const place = await this.device.metaRow("place", { cursor: page.cursor, filling } satisfies Record<keyof Place, unknown>);
    await db.transaction("rw", db.rows, db.meta, db.acts, async () => {
      if (page.dropped.length > 0) await db.rows.filter((row) => page.dropped.includes(row.space)).delete();
      await db.rows.bulkDelete(gone);
      await db.rows.bulkPut(rows);
      await db.meta.put(place);
      await db.acts.where(":id").anyOf(settled).modify({ state: "settled" });
    });
  }

  private async living(page: Page): Promise<Row[]> {
    const told = page.spaces.flatMap(({ space, records }) =>
      Object.entries(records).flatMap(([kind, found]) =>
        isKind(kind)
          ? found.filter((record) => !record.deleted_at).map((record) => ({ kind, space, record: record as unknown as Records[typeof kind] }))
          : [],
      ),
    );
    return Promise.all(told.map((one) => this.device.rowOf(one)));
  }

  /** Forget what the server told, not what the person did. */
  private async forgetRecords(): Promise<void> {
    const { db } = this.device;
    await db.transaction("rw", db.rows, db.meta, async () => {
      await db.rows.clear();
      await db.meta.delete("place");
    });
  }
}

function leaving(page: Page): [Row["kind"], string][] {
  return page.spaces.flatMap(({ records, erased }) => {
    const deleted = Object.entries(records).map(([kind, found]) => [kind, found.filter((r) => r.deleted_at).map((r) => String(r.id))] as const);
    return [...deleted, ...Object.entries(erased)].flatMap(([kind, ids]) =>
      isKind(kind) ? ids.map((id): [Row["kind"], string] => [kind, id]) : [],
    );
  });
}

function opOf({ id, action, input, base }: Act): Op {
  return { id, action, input, base };
}

/** As many of the first acts as one push may hold. */
function fitting(waiting: StoredAct<Act>[]): StoredAct<Act>[] {
  let bytes = 0;
  const count = waiting.slice(0, MAX_OPS).findIndex(({ act }, place) => {
    bytes += JSON.stringify(act.input).length * 2;
    return place > 0 && bytes > MAX_BYTES;
  });
  return waiting.slice(0, count === -1 ? MAX_OPS : count);
}

export function isAway(error: unknown): boolean {
  return error instanceof Offline || (error instanceof Refused && [429, 502, 503, 504].includes(error.status));
}
