import { Dexie, type ObservabilitySet, RangeSet } from "dexie";
import type { Row } from "../device/db";
import type { Device } from "../device/device";
import type { Records } from "../device/kinds";
import { Overlay } from "../sync/overlay";
import { View } from "../sync/view";
import { type Entry, entryOf, isSearched, SEARCHED, type SearchedKind } from "./entry";

const CHUNK = 2000;
/** Changes that come close together are read once. */
const QUIET = 60;
/** A device that is being filled changes all the time: what is read as a whole is read so often. */
const QUIET_WHOLE = 3000;

type Key = `${SearchedKind}/${string}`;
const keyOf = (kind: SearchedKind, id: string): Key => `${kind}/${id}`;

/** Entries of all records as the person sees them, kept up with what changes on the device, in this tab or another. */
export class Shelf {
  private stored = new Map<Key, Entry>();
  private laid = new Map<Key, Entry | null>();
  private overlay = new Overlay([]);
  private readonly view: View;
  private readonly stale = new Set<Key>();
  private wholeIsStale = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading: Promise<void>;

  constructor(
    private readonly device: Device,
    private readonly changed: () => void,
  ) {
    this.view = new View(device);
    Dexie.on("storagemutated", this.mutated);
    this.reading = this.read();
  }

  close(): void {
    Dexie.on.storagemutated.unsubscribe(this.mutated);
    clearTimeout(this.timer);
  }

  /** All entries, as soon as they have been read once. */
  async entries(): Promise<Iterable<Entry>> {
    await this.reading;
    return this.seen();
  }

  /** The records of entries as the person sees them; undefined where one has gone since. */
  async records(entries: readonly Entry[]): Promise<(Records[SearchedKind] | undefined)[]> {
    const rows = await this.device.db.rows.bulkGet(entries.map(({ kind, id }) => [kind, id]));
    const stored = await Promise.all(rows.map((row) => row && this.device.opened<SearchedKind>(row)));
    return entries.map(({ kind, id }, place) => this.overlay.view(kind, id, stored[place]));
  }

  private *seen(): Generator<Entry> {
    for (const entry of this.laid.values()) if (entry) yield entry;
    if (this.laid.size === 0) yield* this.stored.values();
    else for (const [key, entry] of this.stored) if (!this.laid.has(key)) yield entry;
  }

  private readonly mutated = (parts: ObservabilitySet): void => {
    const { name } = this.device.db;
    const rows = parts[`idb://${name}/rows/`] ?? parts["all"];
    const acts = parts[`idb://${name}/acts/`] ?? parts["all"];
    if (!rows && !acts) return;
    for (const { from, to } of rows ? new RangeSet().add(rows) : []) this.note(from, to);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.catchUp(), this.wholeIsStale ? QUIET_WHOLE : QUIET);
  };

  /** One record, or a range of them where many were written at once. */
  private note(from: unknown, to: unknown): void {
    const key = keyIn(from);
    if (key === null || key !== keyIn(to)) this.wholeIsStale = true;
    else if (key) this.stale.add(key);
  }

  private catchUp(): void {
    const next = this.reading.catch(() => undefined).then(() => this.read());
    this.reading = next;
    next.then(this.changed, () => undefined);
  }

  private async read(): Promise<void> {
    if (this.wholeIsStale) await this.readAll();
    else await this.readStale();
    this.overlay = await this.view.overlay();
    const kinds = await Promise.all(SEARCHED.map((kind) => this.laidOf(kind)));
    this.laid = new Map(kinds.flat());
  }

  private async readAll(): Promise<void> {
    this.wholeIsStale = false;
    this.stale.clear();
    const read = new Map<Key, Entry>();
    try {
      for (const kind of SEARCHED) await this.readKind(kind, read);
    } catch (error) {
      this.wholeIsStale = true;
      throw error;
    }
    this.stored = read;
  }

  private async readKind(kind: SearchedKind, read: Map<Key, Entry>): Promise<void> {
    let last: unknown = Dexie.minKey;
    for (;;) {
      const range = this.device.db.rows.where("[kind+id]").between([kind, last], [kind, Dexie.maxKey], false, false);
      const rows = await range.limit(CHUNK).toArray();
      const entries = await Promise.all(rows.map((row) => this.entryIn(kind, row)));
      for (const entry of entries) read.set(keyOf(kind, entry.id), entry);
      if (rows.length < CHUNK) return;
      last = rows.at(-1)?.id;
    }
  }

  private async entryIn(kind: SearchedKind, row: Row): Promise<Entry> {
    return entryOf(kind, await this.device.opened<typeof kind>(row));
  }

  private async readStale(): Promise<void> {
    const keys = [...this.stale];
    this.stale.clear();
    for (const key of keys) {
      const { kind, id } = partsOf(key);
      const record = await this.device.record(kind, id);
      if (record) this.stored.set(key, entryOf(kind, record));
      else this.stored.delete(key);
    }
  }

  private laidOf(kind: SearchedKind): Promise<[Key, Entry | null][]> {
    return Promise.all(
      this.overlay.touched(kind).map(async (id): Promise<[Key, Entry | null]> => {
        const record = this.overlay.view(kind, id, await this.device.record(kind, id));
        return [keyOf(kind, id), record ? entryOf(kind, record) : null];
      }),
    );
  }
}

/** The entry that a row's key means; undefined where its kind is not searched, null where it is no row's key. */
function keyIn(key: unknown): Key | null | undefined {
  if (!Array.isArray(key)) return null;
  const [kind, id] = key as unknown[];
  if (typeof kind !== "string" || typeof id !== "string") return null;
  return isSearched(kind) ? keyOf(kind, id) : undefined;
}

function partsOf(key: Key): { kind: SearchedKind; id: string } {
  const slash = key.indexOf("/");
  const kind = key.slice(0, slash);
  if (!isSearched(kind)) throw new Error("not a key of an entry");
  return { kind, id: key.slice(slash + 1) };
}
