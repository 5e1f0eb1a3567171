import type { Table } from "dexie";
import type { Row } from "./db";
import type { Device } from "./device";
import type { Kind } from "./kinds";
import { type Place, placeOf, plainVault, type Sealed, type Vault } from "./vault";
import { type Lock, LOCK_KEY, removeLock, writeLock } from "./vault-lock";
import { isSealed, sealedVault } from "./vault-sealed";

const BATCH = 500;

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

/** Over everything once; the number of contents that were changed. */
async function pass({ db }: Device, change: Change, told: Progress): Promise<number> {
  const total = (await db.rows.count()) + (await db.acts.count()) + (await db.meta.count());
  let seen = 0;
  const saw = (count: number): void => told(Math.min(1, (seen += count) / total));
  const rows = await turnTable({ table: db.rows, keyOf: rowKey, placeOf: placeOf.row }, change, saw);
  const acts = await turnTable({ table: db.acts, keyOf: ({ seq }) => seq, placeOf: placeOf.act }, change, saw);
  const meta = await turnTable({ table: db.meta, keyOf: ({ key }) => key, placeOf: placeOf.meta }, change, saw);
  return rows + acts + meta;
}

const rowKey = ({ kind, id }: Row): [Kind, string] => [kind, id];

/** A table with what differs between the tables. */
interface Turned<Stored, Put, Key> {
  table: Table<Stored, Key, Put>;
  keyOf: (row: Stored) => Key;
  placeOf: (row: Stored) => Place;
}

async function turnTable<Put, Stored extends Put & { content: Sealed }, Key extends IDBValidKey>(
  { table, keyOf, placeOf: place }: Turned<Stored, Put, Key>,
  { from, to, isDue }: Change,
  saw: (count: number) => void,
): Promise<number> {
  const turned = async (row: Stored): Promise<Stored> => {
    const value = await from.open(row.content, place(row));
    return { ...row, content: await to.seal(value, place(row)) };
  };
  let changed = 0;
  let batch = await table.orderBy(":id").limit(BATCH).toArray();
  for (let last = batch.at(-1); last; last = batch.at(-1)) {
    const due = batch.filter((row) => isDue(row.content) && place(row) !== `meta/${LOCK_KEY}`);
    await table.bulkPut(await Promise.all(due.map(turned)));
    changed += due.length;
    saw(batch.length);
    batch = await table.where(":id").above(keyOf(last)).limit(BATCH).toArray();
  }
  return changed;
}
