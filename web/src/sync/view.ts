import type { Device } from "../device/device";
import type { Kind, Records } from "../device/kinds";
import { keysOf } from "../device/kinds";
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

const CHUNK = 200;

/** What the person sees: the stored records with their own waiting acts laid over them. */
export class View {
  constructor(private readonly device: Device) {}

  async overlay(): Promise<Overlay> {
    const acts = await this.device.acts<Act>("waiting", "answered");
    return new Overlay(acts.map(({ act }) => act));
  }

  async record<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> {
    const [overlay, stored] = await Promise.all([this.overlay(), this.device.record(kind, id)]);
    return overlay.view(kind, id, stored);
  }

  /** Newest first. */
  async records<K extends Kind>(query: Query<K>): Promise<Records[K][]> {
    const overlay = await this.overlay();
    const matches = matcher(query);
    const touched = await this.touched(query.kind, overlay);
    const stored = await this.stored(query, (record) => !overlay.has(query.kind, record.id) && matches(record));
    const found = [...touched.filter(matches), ...stored];
    const ordered = found.toSorted((a, b) => keysOf(query.kind, b).at - keysOf(query.kind, a).at);
    return query.limit === undefined ? ordered : ordered.slice(0, query.limit);
  }

  private async touched<K extends Kind>(kind: K, overlay: Overlay): Promise<Records[K][]> {
    const ids = overlay.touched(kind);
    const seen: Records[K][] = [];
    for (const id of ids) {
      const record = overlay.view(kind, id, await this.device.record(kind, id));
      if (record) seen.push(record);
    }
    return seen;
  }

  private async stored<K extends Kind>(query: Query<K>, wanted: (record: Records[K]) => boolean): Promise<Records[K][]> {
    if (query.ref !== undefined) {
      const rows = await this.device.rowsReferring(query.kind, query.ref);
      return (await this.openedAll<K>(rows)).filter(wanted);
    }
    const states = query.open === undefined ? [true, false] : [query.open];
    const found = await Promise.all(states.map((open) => this.inState(query, open, wanted)));
    return found.flat();
  }

  private async inState<K extends Kind>(
    query: Query<K>,
    open: boolean,
    wanted: (record: Records[K]) => boolean,
  ): Promise<Records[K][]> {
    const { kind, limit } = query;
    if (limit === undefined) return (await this.openedAll<K>(await this.device.rows(kind, open))).filter(wanted);
    const found: Records[K][] = [];
    for (let offset = 0; found.length < limit; offset += CHUNK) {
      const rows = await this.device.rows(kind, open, CHUNK, offset);
      found.push(...(await this.openedAll<K>(rows)).filter(wanted));
      if (rows.length < CHUNK) break;
    }
    return found;
  }

  private openedAll<K extends Kind>(rows: Parameters<Device["opened"]>[0][]): Promise<Records[K][]> {
    return Promise.all(rows.map((row) => this.device.opened<K>(row)));
  }
}

function matcher<K extends Kind>({ kind, open, ref, where }: Query<K>): (record: Records[K]) => boolean {
  return (record) => {
    const keys = keysOf(kind, record);
    return (
      (open === undefined || keys.open === Number(open)) &&
      (ref === undefined || keys.refs.includes(ref)) &&
      (where === undefined || where(record))
    );
  };
}
