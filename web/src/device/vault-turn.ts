import type { Table } from "dexie";
import type { Bundle } from "./bundles";
import type { MetaRow } from "./db";
import type { Device } from "./device";
import { type Place, placeOf, plainVault, type Sealed, type Vault } from "./vault";
import { type Lock, LOCK_KEY, removeLock, writeLock } from "./vault-lock";
import { isSealed, sealedVault } from "./vault-sealed";

const BATCH = 500;
const BUNDLES = 10;

/** Hears how much is done, from 0 to 1. */
export type Progress = (share: number) => void;

/** How contents change: each still in the old format is opened by one vault and sealed by the other. */
interface Change {
  from: Vault;
  to: Vault;
  isDue: (content: Sealed) => boolean;
}

/** Seal or unseal everything on the device, as `lock.state` says. It may be cut off anywhere and begun again. */
export async function turn(device: Device, lock: Lock, key: CryptoKey, told: Progress): Promise<void> {
  const sealed = sealedVault(key);
  await writeLock(device, lock);
  if (lock.state === "turning-off") {
    await untilDone(device, { from: sealed, to: plainVault, isDue: isSealed }, told);
    await removeLock(device);
  } else {
    await untilDone(device, { from: plainVault, to: sealed, isDue: (content) => !isSealed(content) }, told);
    await writeLock(device, { ...lock, state: "on" });
  }
}

/** What was written while a pass went over the device is found by the next one. */
async function untilDone(device: Device, change: Change, told: Progress): Promise<void> {
  while ((await pass(device, change, told)) > 0) told(1);
}

/** Over everything once; the number of objects that were changed. */
async function pass({ db }: Device, change: Change, told: Progress): Promise<number> {
  const total = (await db.bundles.count()) + (await db.acts.count()) + (await db.meta.count());
  let seen = 0;
  const saw = (count: number): void => told(Math.min(1, (seen += count) / total));
  const bundles = await turnTable({ table: db.bundles, keyOf: ({ no }) => no, contentsIn: inBundle, batch: BUNDLES }, change, saw);
  const acts = await turnTable({ table: db.acts, keyOf: ({ seq }) => seq, contentsIn: (act) => [[act, placeOf.act(act)]], batch: BATCH }, change, saw);
  const meta = await turnTable({ table: db.meta, keyOf: ({ key }) => key, contentsIn: inMeta, batch: BATCH }, change, saw);
  return bundles + acts + meta;
}

/** Something with a content, and the place it was sealed for. */
type Placed = [{ content: Sealed }, Place];

function inBundle({ kind, rows }: Bundle): Placed[] {
  return rows.map((row) => [row, placeOf.row({ kind, id: row.id })]);
}

function inMeta(row: MetaRow): Placed[] {
  return row.key === LOCK_KEY ? [] : [[row, placeOf.meta(row)]];
}

/** A table with what differs between the tables. */
interface Turned<Stored, Put, Key> {
  table: Table<Stored, Key, Put>;
  keyOf: (stored: Stored) => Key;
  contentsIn: (stored: Stored) => Placed[];
  batch: number;
}

async function turnTable<Put, Stored extends Put, Key extends IDBValidKey>(
  { table, keyOf, contentsIn, batch: size }: Turned<Stored, Put, Key>,
  { from, to, isDue }: Change,
  saw: (count: number) => void,
): Promise<number> {
  const change = async ([holder, place]: Placed): Promise<void> => {
    holder.content = await to.seal(await from.open(holder.content, place), place);
  };
  let changed = 0;
  let batch = await table.orderBy(":id").limit(size).toArray();
  for (let last = batch.at(-1); last; last = batch.at(-1)) {
    const due = batch.map((stored) => ({ stored, contents: contentsIn(stored).filter(([{ content }]) => isDue(content)) }));
    const stale = due.filter(({ contents }) => contents.length > 0);
    await Promise.all(stale.flatMap(({ contents }) => contents.map(change)));
    await table.bulkPut(stale.map(({ stored }) => stored));
    changed += stale.length;
    saw(batch.length);
    batch = await table.where(":id").above(keyOf(last)).limit(size).toArray();
  }
  return changed;
}
