import { Dexie } from "dexie";
import { type Bundle, bundled, homeOf, isSome, refilled, type Row, rowsIn, SIZE } from "./bundles";
import type { DeviceDatabase } from "./db";
import type { Kind } from "./kinds";

/** Bundles that are read at once by those who go through all. */
const BATCH = 40;

export interface RowKey {
  kind: Kind;
  id: string;
}

/** The stored records, by what they are found by. A row only ever moves to a bundle of a higher number. */
export class Rows {
  constructor(private readonly db: DeviceDatabase) {}

  /** These, in this order; undefined where there is none. */
  async each(keys: RowKey[]): Promise<(Row | undefined)[]> {
    const found = new Map((await this.holding(keys)).flatMap(rowsIn).map((row) => [nameOf(row), row]));
    return keys.map((key) => found.get(nameOf(key)));
  }

  /** All of one state, in no order. */
  async inState(kind: Kind, open: boolean): Promise<Row[]> {
    return (await this.state(kind, open).toArray()).flatMap(rowsIn);
  }

  /** The newest of one state, newest first: at least so many, fewer only where there are no more. */
  async newest(kind: Kind, open: boolean, count: number): Promise<Row[]> {
    for (let size = Math.ceil(count / SIZE) + 1; ; size *= 2) {
      const bundles = await this.state(kind, open).reverse().limit(size).toArray();
      const rows = bundles.flatMap(rowsIn).toSorted((one, other) => other.at - one.at);
      const last = bundles.at(-1);
      if (!last || bundles.length < size) return rows;
      const sure = rows.filter(({ at }) => at > last.at); // what is as old may go on in the next bundle
      if (sure.length >= count) return sure;
    }
  }

  /** All of a kind that belong to one of these records. */
  async referring(kind: Kind, refs: string[]): Promise<Row[]> {
    const rows = (await this.indexed("refs", refs)).flatMap(rowsIn);
    return rows.filter((row) => row.kind === kind && row.refs.some((ref) => refs.includes(ref)));
  }

  /** All, some at a time; one that is changed meanwhile may come twice. */
  async *all(): AsyncGenerator<Row[]> {
    for await (const bundles of this.bundles()) yield bundles.flatMap(rowsIn);
  }

  /** All bundles, some at a time. */
  async *bundles(): AsyncGenerator<Bundle[]> {
    const { bundles } = this.db;
    for (let batch = await bundles.limit(BATCH).toArray(); batch.length > 0; ) {
      yield batch;
      batch = await bundles.where("no").above(batch.at(-1)?.no).limit(BATCH).toArray();
    }
  }

  count(): Promise<number> {
    return this.db.bundles.orderBy("ids").count();
  }

  /** Add rows of which none is stored. */
  async add(rows: Row[]): Promise<void> {
    await this.db.bundles.bulkAdd(bundled(rows));
  }

  /** Within a transaction: store rows in place of what is stored of them, and remove others. */
  async replace(rows: Row[], gone: RowKey[]): Promise<void> {
    const unplaced = new Map(rows.map((row) => [nameOf(row), row]));
    const leaving = new Set([...gone.map(nameOf), ...unplaced.keys()]);
    const touched = await this.holding([...gone, ...rows]);
    const left = touched.map((bundle) => {
      const held = rowsIn(bundle).flatMap((row) => (leaving.has(nameOf(row)) ? placed(row, unplaced) : [row]));
      return { bundle, held };
    });
    const { bundles } = this.db;
    await bundles.bulkDelete(left.filter(({ held }) => held.length === 0).map(({ bundle }) => bundle.no));
    await bundles.bulkPut(left.flatMap(({ bundle, held }) => (isSome(held) ? [refilled(bundle, held)] : [])));
    const coming = [...unplaced.values()];
    await this.add([...coming, ...(await this.taken(coming))]);
  }

  /** The newest bundles of the states of these rows are taken out where there is much room, to be bundled anew with them. */
  private async taken(rows: Row[]): Promise<Row[]> {
    const states = new Map(rows.map(({ kind, open }) => [`${kind}/${open}`, this.state(kind, open === 1)]));
    const newest = await Promise.all([...states.values()].map((state) => state.last()));
    const loose = newest.filter((bundle) => bundle !== undefined).filter(({ rows: held }) => held.length < SIZE / 2);
    await this.db.bundles.bulkDelete(loose.map(({ no }) => no));
    return loose.flatMap(rowsIn);
  }

  private state(kind: Kind, open: boolean) {
    const state = [kind, open ? 1 : 0];
    return this.db.bundles.where("[kind+open+at]").between([...state, Dexie.minKey], [...state, Dexie.maxKey]);
  }

  private holding(keys: RowKey[]): Promise<Bundle[]> {
    return this.indexed("ids", keys.map(({ id }) => id));
  }

  /** Each bundle once, all as they are at one moment. */
  private async indexed(index: "ids" | "refs", values: string[]): Promise<Bundle[]> {
    const { bundles } = this.db;
    if (values.length <= 1) return values.length === 0 ? [] : bundles.where(index).equals(String(values[0])).toArray();
    return this.db.transaction("r", bundles, async () => {
      const numbers = await Promise.all(values.map((value) => bundles.where(index).equals(value).primaryKeys()));
      return (await bundles.bulkGet([...new Set(numbers.flat())])).filter((bundle) => bundle !== undefined);
    });
  }
}

function nameOf({ kind, id }: RowKey): string {
  return `${kind}/${id}`;
}

/** What now stands in the place of a row, unless it belongs elsewhere. */
function placed(row: Row, unplaced: Map<string, Row>): Row[] {
  const now = unplaced.get(nameOf(row));
  if (!now || homeOf(now) !== homeOf(row)) return [];
  unplaced.delete(nameOf(row));
  return [now];
}
