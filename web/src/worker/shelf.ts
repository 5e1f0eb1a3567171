import { Dexie, type ObservabilitySet, RangeSet } from "dexie";
import { type Bundle, rowsIn } from "../device/bundles";
import type { Device } from "../device/device";
import type { Records } from "../device/kinds";
import { Overlay } from "../sync/overlay";
import { View } from "../sync/view";
import { type Entry, entryOf, isSearched, SEARCHED, type SearchedKind } from "./entry";

/** Changes that come close together are read once. */
const QUIET = 60;
/** A device that is being filled changes all the time: what is read as a whole is read so often. */
const QUIET_WHOLE = 3000;

type Key = `${SearchedKind}/${string}`;
const keyOf = (kind: SearchedKind, id: string): Key => `${kind}/${id}`;

/** Entries of all records as the person sees them, kept up with what changes on the device, in this tab or another. */
export class Shelf {
  /** By the number of their bundle. */
  private stored = new Map<number, Entry[]>();
  private laid = new Map<Key, Entry | null>();
  private overlay = new Overlay([]);
  private readonly view: View;
  private readonly stale = new Set<number>();
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
    const stored = await this.device.recordsOf<SearchedKind>(entries.map(({ kind, id }) => ({ kind, id })));
    return entries.map(({ kind, id }, place) => this.overlay.view(kind, id, stored[place]));
  }

  private *seen(): Generator<Entry> {
    for (const entry of this.laid.values()) if (entry) yield entry;
    for (const entries of this.stored.values()) {
      if (this.laid.size === 0) yield* entries;
      else for (const entry of entries) if (!this.laid.has(keyOf(entry.kind, entry.id))) yield entry;
    }
  }

  private readonly mutated = (parts: ObservabilitySet): void => {
    const { name } = this.device.db;
    const bundles = parts[`idb://${name}/bundles/`] ?? parts["all"];
    const acts = parts[`idb://${name}/acts/`] ?? parts["all"];
    if (!bundles && !acts) return;
    for (const { from, to } of bundles ? new RangeSet().add(bundles) : []) this.note(from, to);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.catchUp(), this.wholeIsStale ? QUIET_WHOLE : QUIET);
  };

  /** One bundle, or a range of them where many were written at once. */
  private note(from: unknown, to: unknown): void {
    if (typeof from === "number" && from === to) this.stale.add(from);
    else this.wholeIsStale = true;
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
    const read = new Map<number, Entry[]>();
    try {
      for await (const bundles of this.device.rows.bundles()) {
        for (const bundle of bundles) read.set(bundle.no, await this.entriesIn(bundle));
      }
    } catch (error) {
      this.wholeIsStale = true;
      throw error;
    }
    this.stored = read;
  }

  private async readStale(): Promise<void> {
    const numbers = [...this.stale];
    this.stale.clear();
    const bundles = await this.device.db.bundles.bulkGet(numbers);
    for (const no of numbers) this.stored.delete(no);
    for (const bundle of bundles) if (bundle) this.stored.set(bundle.no, await this.entriesIn(bundle));
  }

  private async entriesIn(bundle: Bundle): Promise<Entry[]> {
    const { kind } = bundle;
    if (!isSearched(kind)) return [];
    return Promise.all(rowsIn(bundle).map(async (row) => entryOf(kind, await this.device.opened<typeof kind>(row))));
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
