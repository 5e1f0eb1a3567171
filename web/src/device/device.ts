import type { Row } from "./bundles";
import { type ActRow, type ActState, DeviceDatabase, type MetaRow, type Standing } from "./db";
import { newId } from "./ids";
import { type Kind, KINDS, keysOf, type Records } from "./kinds";
import { Rows } from "./rows";
import { placeOf, plainVault, type Sealed, type Vault } from "./vault";

const BEGINNING = { cursor: null, filling: 0, kinds: KINDS } as const;

/** A record to be stored, as the server told it. */
export interface Told {
  kind: Kind;
  space: string;
  record: Record<string, unknown>;
}

export interface StoredAct<A> {
  seq: number;
  state: ActState;
  act: A;
}

/** Where the person's data lies on this device: records, acts and single values, each sealed by the vault. */
export class Device {
  readonly db: DeviceDatabase;
  readonly rows: Rows;
  vault: Vault = plainVault;

  constructor(name?: string) {
    this.db = new DeviceDatabase(name);
    this.rows = new Rows(this.db);
  }

  async rowOf({ kind, space, record }: Told): Promise<Row> {
    const known = record as unknown as Records[typeof kind]; // the server's word, typed by its own schema
    const content = await this.vault.seal(record, placeOf.row({ kind, id: known.id }));
    return { kind, id: known.id, space, ...keysOf(kind, known), content };
  }

  async record<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> {
    const [record] = await this.recordsOf([{ kind, id }]);
    return record;
  }

  /** These records, in this order; undefined where there is none. */
  async recordsOf<K extends Kind>(keys: { kind: K; id: string }[]): Promise<(Records[K] | undefined)[]> {
    const rows = await this.rows.each(keys);
    return Promise.all(rows.map((row) => row && this.opened<K>(row)));
  }

  async opened<K extends Kind>(row: Row): Promise<Records[K]> {
    return (await this.vault.open(row.content, placeOf.row(row))) as Records[K];
  }

  /** In the order in which they were done. */
  async acts<A>(...states: ActState[]): Promise<StoredAct<A>[]> {
    const rows = await this.db.acts.where("state").anyOf(states).sortBy("seq");
    return Promise.all(rows.map((row) => this.openedAct<A>(row)));
  }

  /** The first acts that wait. */
  async waiting<A>(limit: number): Promise<StoredAct<A>[]> {
    const rows = await this.db.acts.where("state").equals("waiting").limit(limit).toArray();
    return Promise.all(rows.map((row) => this.openedAct<A>(row)));
  }

  async openedAct<A>({ seq, id, state, content }: ActRow): Promise<StoredAct<A>> {
    return { seq, state, act: (await this.vault.open(content, placeOf.act({ id }))) as A };
  }

  sealedAct<A extends { id: string }>(act: A): Promise<Sealed> {
    return this.vault.seal(act, placeOf.act(act));
  }

  async get<T>(key: string): Promise<T | undefined> {
    const row = await this.db.meta.get(key);
    return row && ((await this.vault.open(row.content, placeOf.meta(row))) as T);
  }

  async set(key: string, value: unknown): Promise<void> {
    await this.db.meta.put(await this.metaRow(key, value));
  }

  async metaRow(key: string, value: unknown): Promise<MetaRow> {
    return { key, content: await this.vault.seal(value, placeOf.meta({ key })) };
  }

  async unset(key: string): Promise<void> {
    await this.db.meta.delete(key);
  }

  /** Where the device stands; a new device, or a wiped one, or one that keeps more kinds than it did, at the beginning. */
  async standing(): Promise<Standing> {
    const known = (await this.db.standing.get(1)) ?? (await this.begun());
    if (KINDS.every((kind) => known.kinds?.includes(kind))) return known;
    await this.startOver(known);
    return this.standing();
  }

  private begun(): Promise<Standing> {
    const { db } = this;
    return db.transaction("rw", db.standing, async () => {
      const known = await db.standing.get(1); // by another tab
      if (known) return known;
      const start: Standing = { only: 1, client: newId(), ...BEGINNING };
      await db.standing.add(start);
      return start;
    });
  }

  /** Within a transaction: whether the device stands there still, or another tab has gone on or wiped it. */
  async standsAt({ client, cursor }: Standing): Promise<boolean> {
    const now = await this.db.standing.get(1);
    return now?.client === client && now.cursor === cursor;
  }

  /** Begin again at the bootstrap; what is stored is shown until its first page is here. */
  async startOver(from: Standing): Promise<void> {
    const { db } = this;
    await db.transaction("rw", db.standing, async () => {
      if (await this.standsAt(from)) await db.standing.put({ ...from, ...BEGINNING });
    });
  }

  /** Remove everything of this person from the browser profile; other tabs see it go. */
  async wipe(): Promise<void> {
    const { db } = this;
    await db.transaction("rw", db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
    this.vault = plainVault;
  }
}
