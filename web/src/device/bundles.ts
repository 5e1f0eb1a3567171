import type { Kind } from "./kinds";
import { type Sealed, sizeOf } from "./vault";

/** A record as the device stores it: the server's state, without what waits in the outbox. */
export interface Row {
  id: string;
  kind: Kind;
  space: string;
  open: 0 | 1;
  at: number;
  refs: string[];
  content: Sealed;
}

/** Rows of one home, newest first, stored as one: the browser needs as long for one object as for many in one. */
export interface Bundle extends Pick<Row, "kind" | "space" | "open"> {
  no: number;
  /** Of its newest row. */
  at: number;
  ids: string[];
  /** Of all rows. */
  refs: string[];
  rows: Pick<Row, "id" | "at" | "refs" | "content">[];
}

/**
 * So many rows, or so many bytes, are enough for a bundle: whoever reads one row reads all of its bundle.
 *
 * A page of a bootstrap makes more than 50 of them. Dexie tells of so many as of one change; of fewer it tells each key
 * of each index, to every live query, which took longer than to store them.
 */
export const SIZE = 32;
const BYTES = 40_000;

type NewBundle = Omit<Bundle, "no">;
type Some = [Row, ...Row[]];

/** Rows put together by their home and age, so that those that are read together lie together. */
export function bundled(rows: Row[]): NewBundle[] {
  const bundles: Some[] = [];
  let room = 0;
  let home = "";
  for (const row of rows.toSorted((one, other) => compared(homeOf(one), homeOf(other)) || other.at - one.at)) {
    const size = sizeOf(row.content);
    const last = bundles.at(-1);
    if (last && home === homeOf(row) && last.length < SIZE && size <= room) last.push(row);
    else {
      bundles.push([row]);
      [room, home] = [BYTES, homeOf(row)];
    }
    room -= size;
  }
  return bundles.map(bundleOf);
}

/** What the rows of a bundle have in common. */
export function homeOf({ space, kind, open }: Pick<Row, "space" | "kind" | "open">): string {
  return `${space}/${kind}/${open}`;
}

export function rowsIn({ space, kind, open, rows }: NewBundle): Row[] {
  return rows.map((row) => ({ space, kind, open, ...row }));
}

/** The bundle with these rows in it instead. */
export function refilled({ no }: Bundle, rows: Some): Bundle {
  return { no, ...bundleOf(rows) };
}

export function isSome(rows: Row[]): rows is Some {
  return rows.length > 0;
}

function bundleOf(rows: Some): NewBundle {
  const [{ space, kind, open }] = rows;
  return {
    space,
    kind,
    open,
    at: Math.max(...rows.map(({ at }) => at)),
    ids: rows.map(({ id }) => id),
    refs: [...new Set(rows.flatMap(({ refs }) => refs))],
    rows: rows.map(({ id, at, refs, content }) => ({ id, at, refs, content })),
  };
}

function compared(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
