import type { Row } from "../device/bundles";
import type { Device } from "../device/device";
import type { Kind, Records } from "../device/kinds";
import type { Act } from "./act";
import { Entering } from "./entering";
import { Overlay } from "./overlay";
import { after, afterOne, matcher, ordered, type Query, type Wanted } from "./query";
import type { Question } from "./watching";

export type { Query } from "./query";

/** A record as it is seen, undefined where there is none, and the space that it is stored in. */
interface Seen<K extends Kind> {
  record: Records[K] | undefined;
  space: string | undefined;
}

/**
 * What the person sees: the stored records with their own waiting acts laid over them.
 *
 * The acts are always read before the records: should a page be stored in between, what the person did is still seen.
 */
export class View {
  readonly entering = new Entering();

  constructor(private readonly device: Device) {}

  async overlay(): Promise<Overlay> {
    const entering = this.entering.now(); // looked at first: what is stored meanwhile is found twice rather than not at all
    const stored = (await this.device.acts<Act>("waiting", "answered")).map(({ act }) => act);
    const isNew = ({ id }: Act): boolean => !stored.some((act) => act.id === id);
    return new Overlay([...stored, ...entering.filter(isNew)]);
  }

  async record<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> {
    const overlay = await this.overlay();
    return overlay.view(kind, id, await this.device.record(kind, id));
  }

  /** These records, in this order. */
  async each<K extends Kind>(keys: { kind: K; id: string }[]): Promise<Seen<K>[]> {
    return this.seen(await this.overlay(), keys);
  }

  /** Newest first; those of the same moment by id. */
  async records<K extends Kind>(query: Query<K>): Promise<Records[K][]> {
    const overlay = await this.overlay();
    const matches = matcher(query);
    const touched = await this.seen<K>(overlay, overlay.touched(query.kind).map((id) => ({ kind: query.kind, id })));
    const seen = touched.map(({ record }) => record).filter((record) => record !== undefined);
    const stored = await this.stored(query, (record) => !overlay.has(query.kind, record.id) && matches(record));
    return ordered(query, [...seen.filter(matches), ...stored]);
  }

  /** The same as a question that can be watched. */
  asked<K extends Kind>(query: Query<K>): Question<Records[K][]> {
    return { read: () => this.records(query), after: (answer, act) => after(query, answer, act) };
  }

  askedOne<K extends Kind>(kind: K, id: string): Question<Records[K] | null> {
    return {
      read: async () => (await this.record(kind, id)) ?? null,
      after: (seen, act) => afterOne(kind, id, seen, act) ?? null,
    };
  }

  private async seen<K extends Kind>(overlay: Overlay, keys: { kind: K; id: string }[]): Promise<Seen<K>[]> {
    const rows = keys.length > 0 ? await this.device.rows.each(keys) : [];
    const stored = await Promise.all(rows.map((row) => row && this.device.opened<K>(row)));
    return keys.map(({ kind, id }, place) => ({ record: overlay.view(kind, id, stored[place]), space: rows[place]?.space }));
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
