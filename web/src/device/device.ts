import { Dexie } from "dexie";
import { type ActRow, type ActState, DeviceDatabase, type MetaRow, type Row } from "./db";
import { type Kind, keysOf, type Records } from "./kinds";
import { placeOf, plainVault, type Sealed, type Vault } from "./vault";

/** A record to be stored, as the server told it. */
export interface Told<K extends Kind = Kind> {
  kind: K;
  space: string;
  record: Records[K];
}

export interface RowKey {
  kind: Kind;
  id: string;
}

export interface StoredAct<A> {
  seq: number;
  state: ActState;
  act: A;
}

/** Where the person's data lies on this device: records, acts and single values, each sealed by the vault. */
export class Device {
  readonly db: DeviceDatabase;
  vault: Vault = plainVault;

  constructor(name?: string) {
    this.db = new DeviceDatabase(name);
  }

  async rowOf<K extends Kind>({ kind, space, record }: Told<K>): Promise<Row> {
    const content = await this.vault.seal(record, placeOf.row({ kind, id: record.id }));
    return { kind, id: record.id, space, ...keysOf(kind, record), content };
  }

  async record<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> {
    const row = await this.db.rows.get([kind, id]);
    return row && this.opened<K>(row);
  }

  /** Rows of one state, newest first. */
  async rows(kind: Kind, open: boolean, limit?: number, offset = 0): Promise<Row[]> {
    const key = [kind, open ? 1 : 0];
    const found = this.db.rows.where("[kind+open+at]").between([...key, Dexie.minKey], [...key, Dexie.maxKey]).reverse();
    return (limit === undefined ? found : found.offset(offset).limit(limit)).toArray();
  }

  async rowsReferring(kind: Kind, ref: string): Promise<Row[]> {
    return this.db.rows.where("refs").equals(ref).filter((row) => row.kind === kind).toArray();
  }

  async opened<K extends Kind>(row: Row): Promise<Records[K]> {
    return (await this.vault.open(row.content, placeOf.row(row))) as Records[K];
  }

  async acts<A>(...states: ActState[]): Promise<StoredAct<A>[]> {
    const rows = await this.db.acts.where("state").anyOf(states).sortBy("seq");
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

  /** Remove everything of this person from the browser profile. */
  async wipe(): Promise<void> {
    await this.db.delete({ disableAutoOpen: false });
  }
}
