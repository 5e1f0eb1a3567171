import { type Kind, keysOf, type Records } from "../device/kinds";
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

export type Wanted<K extends Kind> = (record: Records[K]) => boolean;

export function matcher<K extends Kind>({ kind, open, ref, where }: Query<K>): Wanted<K> {
  return (record) => {
    const keys = keysOf(kind, record);
    return (
      (open === undefined || keys.open === Number(open)) &&
      (ref === undefined || keys.refs.includes(ref)) &&
      (where === undefined || where(record))
    );
  };
}

/** What is wanted, newest first and no more than asked for; those of the same moment by id. */
export function ordered<K extends Kind>({ kind, limit }: Query<K>, wanted: Records[K][]): Records[K][] {
  const inOrder = wanted.toSorted((one, other) => keysOf(kind, other).at - keysOf(kind, one).at || (one.id < other.id ? 1 : -1));
  return limit === undefined ? inOrder : inOrder.slice(0, limit);
}

/** What one more act makes of an answer. A list with a limit may lack its last records until it is read again. */
export function after<K extends Kind>(query: Query<K>, answer: Records[K][], act: Act): Records[K][] {
  const overlay = new Overlay([act]);
  const touched = overlay.touched(query.kind);
  if (touched.length === 0) return answer;
  const seen = touched.map((id) => overlay.view(query.kind, id, answer.find((record) => record.id === id) ?? before(query.kind, id, act)));
  const wanted = seen.filter((record) => record !== undefined).filter(matcher(query));
  return ordered(query, [...wanted, ...answer.filter(({ id }) => !overlay.has(query.kind, id))]);
}

/** The same of one record that is looked at. */
export function afterOne<K extends Kind>(kind: K, id: string, seen: Records[K] | null, act: Act): Records[K] | undefined {
  return new Overlay([act]).view(kind, id, seen ?? before(kind, id, act));
}

function before<K extends Kind>(kind: K, id: string, act: Act): Records[K] | undefined {
  const known = act.before.find((one) => one.kind === kind && one.id === id)?.record;
  return (known as Records[K] | null | undefined) ?? undefined;
}
