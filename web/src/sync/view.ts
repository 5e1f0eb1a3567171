import type { Row } from "../device/bundles";
import type { Device } from "../device/device";
import type { Kind, Records } from "../device/kinds";
import { keysOf } from "../device/kinds";
import type { RowKey } from "../device/rows";
import type { Act } from "./act";
import { Overlay } from "./overlay";

/** Which records of a kind a screen shows. */
export interface Query<K extends Kind> {
  kind: K;
  /** Only what still waits for something, or only what is settled; both where absent. */
  open?: boolean;
  /** Only what belongs to this record. */
  ref?: string;
  /** At most so many, newest first. */
  limit?: number;
  where?: (record: Records[K]) => boolean;
}

type Wanted<K extends Kind> = (record: Records[K]) => boolean;

/**
 * What the person sees: the stored records with their own waiting acts laid over them.
 *
 * The acts are always read before the records: should a page be stored in between, what the person did is still seen.
 */
export class View {
  constructor(private readonly device: Device) {}

  async overlay(): Promise<Overlay> {
    const acts = await this.device.acts<Act>("waiting", "answered");
    return new Overlay(acts.map(({ act }) => act));
  }

  async record<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> {
    const overlay = await this.overlay();
    return overlay.view(kind, id, await this.device.record(kind, id));
  }

  /** These records as they are seen, in this order; undefined where there is none. */
  async each(keys: RowKey[]): Promise<(Records[Kind] | undefined)[]> {
    return this.laidOver(await this.overlay(), keys);
  }

  /** Newest first; those of the same moment by id. */
  async records<K extends Kind>(query: Query<K>): Promise<Records[K][]> {
    const overlay = await this.overlay();
    const matches = matcher(query);
    const keys = overlay.touched(query.kind).map((id) => ({ kind: query.kind, id }));
    const touched = (await this.laidOver<K>(overlay, keys)).filter((record) => record !== undefined);
    const stored = await this.stored(query, (record) => !overlay.has(query.kind, record.id) && matches(record));
    const ordered = [...touched.filter(matches), ...stored].toSorted(newestFirst(query.kind));
    return query.limit === undefined ? ordered : ordered.slice(0, query.limit);
  }

  private async laidOver<K extends Kind>(overlay: Overlay, keys: { kind: K; id: string }[]): Promise<(Records[K] | undefined)[]> {
    const stored = await this.device.recordsOf<K>(keys);
    return keys.map(({ kind, id }, place) => overlay.view(kind, id, stored[place]));
  }

  private async stored<K extends Kind>(query: Query<K>, wanted: Wanted<K>): Promise<Records[K][]> {
    const { kind, ref, open } = query;
    if (ref !== undefined) return this.opened(await this.device.rows.referring(kind, [ref]), wanted);
    const states = open === undefined ? [true, false] : [open];
    return (await Promise.all(states.map((state) => this.inState(query, state, wanted)))).flat();
  }

  private async inState<K extends Kind>({ kind, limit }: Query<K>, open: boolean, wanted: Wanted<K>): Promise<Records[K][]> {
    if (limit === undefined) return this.opened(await this.device.rows.inState(kind, open), wanted);
    const found: Records[K][] = [];
    for (let seen = 0, count = limit; ; seen = count, count *= 2) {
      const rows = await this.device.rows.newest(kind, open, count);
      found.push(...(await this.opened(rows.slice(seen, count), wanted)));
      if (found.length >= limit || rows.length < count) return found;
    }
  }

  private async opened<K extends Kind>(rows: Row[], wanted: Wanted<K>): Promise<Records[K][]> {
    return (await Promise.all(rows.map((row) => this.device.opened<K>(row)))).filter(wanted);
  }
}

function matcher<K extends Kind>({ kind, open, ref, where }: Query<K>): Wanted<K> {
  return (record) => {
    const keys = keysOf(kind, record);
    return (
      (open === undefined || keys.open === Number(open)) &&
      (ref === undefined || keys.refs.includes(ref)) &&
      (where === undefined || where(record))
    );
  };
}

function newestFirst<K extends Kind>(kind: K): (one: Records[K], other: Records[K]) => number {
  return (one, other) => keysOf(kind, other).at - keysOf(kind, one).at || (one.id < other.id ? 1 : -1);
}
