import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Device } from "./device";
import { placeOf, plainVault } from "./vault";
import { newDataKey, passkeyWay, passphraseWay, randomBytes, unwrapped } from "./vault-keys";
import { type Lock, pauseOf, readLock } from "./vault-lock";
import { isSealed, sealedVault } from "./vault-sealed";
import { turn } from "./vault-turn";

const PASSPHRASE = "vier Störche über dem Moor";
const CANARY = "canary-of-a-private-word";
const THOUGHTS = 1203;

let device: Device;
let key: CryptoKey;

beforeEach(async () => {
  device = new Device(`test-${crypto.randomUUID()}`);
  key = await newDataKey();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await device.wipe();
});

function lockIn(state: Lock["state"]): Lock {
  return { state, ways: [], minutes: null, failures: 0, failedAt: 0 };
}

/** Records, acts and single values, each with the private word in it. */
async function fill(): Promise<void> {
  const content = JSON.stringify({ text: CANARY, tags: [CANARY] });
  const rows = Array.from({ length: THOUGHTS }, (_, at) => ({ kind: "thought" as const, id: crypto.randomUUID(), space: "s", open: 1 as const, at, refs: [], content }));
  await device.rows.add(rows);
  await device.db.acts.bulkAdd([1, 2].map((seq) => ({ seq, id: crypto.randomUUID(), state: "waiting" as const, content: JSON.stringify({ seq, label: CANARY }) })));
  await device.set("session", { access_token: CANARY });
}

async function everything(): Promise<{ content: unknown }[]> {
  const { bundles, acts, meta } = device.db;
  return [...(await bundles.toArray()).flatMap(({ rows }) => rows), ...(await acts.toArray()), ...(await meta.toArray())];
}

/** Of each content but the lock's own. */
async function sealedOrNot(): Promise<boolean[]> {
  const lock = await readLock(device);
  const contents = (await everything()).map(({ content }) => content);
  return contents.filter((content) => !lock || JSON.stringify(content) !== JSON.stringify(lock)).map(isSealed);
}

/** All bytes of all stores, as whoever copies the browser profile has them. */
async function dump(): Promise<string> {
  return JSON.stringify(await everything(), withBytes);
}

function withBytes(_: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return new TextDecoder("latin1").decode(value);
  if (ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value.buffer);
  return value;
}

describe("a sealed content", () => {
  const place = placeOf.row({ kind: "task", id: "a" });

  test("opens to the same value in its own place", async () => {
    const vault = sealedVault(key);
    const value = { title: "Zahnärztin anrufen", tags: ["a", "ä"], due: null, rank: 1.5 };
    expect(await vault.open(await vault.seal(value, place), place)).toEqual(value);
  });

  test.each([
    placeOf.row({ kind: "task", id: "b" }),
    placeOf.row({ kind: "goal", id: "a" }),
    placeOf.act({ id: "a" }),
    placeOf.meta({ key: "a" }),
  ])("does not open in %s", async (elsewhere) => {
    const vault = sealedVault(key);
    const content = await vault.seal({ title: CANARY }, place);
    await expect(vault.open(content, elsewhere)).rejects.toThrow("operation failed");
  });

  test("does not open after a bit was changed", async () => {
    const vault = sealedVault(key);
    const content = await vault.seal({ title: CANARY }, place);
    if (!isSealed(content)) throw new Error("not sealed");
    const bytes = new Uint8Array(content.sealed);
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    await expect(vault.open({ ...content, sealed: bytes.buffer }, place)).rejects.toThrow("operation failed");
  });

  test("cannot be replaced by a plain one", async () => {
    await expect(sealedVault(key).open({ title: "planted" }, place)).rejects.toThrow("not sealed");
  });

  test("is another one each time", async () => {
    const vault = sealedVault(key);
    const [first, second] = await Promise.all([vault.seal(CANARY, place), vault.seal(CANARY, place)]);
    expect(first).not.toEqual(second);
  });
});

describe("the ways to the data key", () => {
  test("the passphrase opens it, however it was composed, and no other does", async () => {
    const way = await passphraseWay(key, PASSPHRASE);
    expect(way.iterations).toBeGreaterThanOrEqual(600_000);
    const sealed = await sealedVault(key).seal(CANARY, "meta/x");
    const again = await unwrapped(way, PASSPHRASE.normalize("NFD"));
    if (!again) throw new Error("did not open");
    expect(await sealedVault(again).open(sealed, "meta/x")).toBe(CANARY);
    expect(await unwrapped(way, `${PASSPHRASE} `)).toBeUndefined();
  });

  test("the answer of the passkey opens it, and no other does", async () => {
    const answer = randomBytes();
    const way = await passkeyWay(key, { credential: randomBytes(), question: randomBytes(), answer });
    expect(await unwrapped(way, answer)).toBeDefined();
    expect(await unwrapped(way, randomBytes())).toBeUndefined();
  });

  test("the key in use cannot be read out; the one to be wrapped anew can", async () => {
    const way = await passphraseWay(key, PASSPHRASE);
    const inUse = await unwrapped(way, PASSPHRASE);
    const anew = await unwrapped(way, PASSPHRASE, true);
    if (!inUse || !anew) throw new Error("did not open");
    await expect(crypto.subtle.exportKey("raw", inUse)).rejects.toThrow("not extractable");
    const other = await passphraseWay(anew, "another passphrase");
    expect(await unwrapped(other, "another passphrase")).toBeDefined();
  });
});

describe("turning the app lock", () => {
  beforeEach(fill);

  test("leaves nothing private readable in any store, and reads the same afterwards", async () => {
    expect(await dump()).toContain(CANARY);
    const told: number[] = [];
    await turn(device, lockIn("turning-on"), key, (share) => told.push(share));
    expect(await dump()).not.toContain(CANARY);
    expect((await readLock(device))?.state).toBe("on");
    expect(told.length).toBeGreaterThan(3);
    expect(told.every((share) => share > 0 && share <= 1)).toBe(true);

    device.vault = sealedVault(key);
    expect(await device.get("session")).toEqual({ access_token: CANARY });
    expect(await device.acts("waiting")).toMatchObject([{ act: { label: CANARY } }, { act: { label: CANARY } }]);
    const [row] = await device.rows.newest("thought", true, 1);
    expect(row && (await device.opened(row))).toMatchObject({ text: CANARY });
  });

  test("gives everything back when it is turned off", async () => {
    const before = await everything();
    await turn(device, lockIn("turning-on"), key, vi.fn());
    await turn(device, lockIn("turning-off"), key, vi.fn());
    expect(await everything()).toEqual(before);
    expect(await readLock(device)).toBeUndefined();
    device.vault = plainVault;
    expect(await device.get("session")).toEqual({ access_token: CANARY });
  });

  test.each([
    ["turning-on", 1],
    ["turning-on", 3],
    ["turning-off", 2],
  ] as const)("%s that dies at batch %i is finished by the next try", async (state, batch) => {
    if (state === "turning-off") await turn(device, lockIn("turning-on"), key, vi.fn());
    let left = batch;
    const dying = vi.fn<() => void>(() => {
      left -= 1;
      if (left === 0) throw new Error("the browser was closed");
    });
    await expect(turn(device, lockIn(state), key, dying)).rejects.toThrow("closed");
    const kept = await readLock(device);
    expect(kept?.state).toBe(state);
    const formats = await sealedOrNot();
    expect(formats).toContain(true);
    expect(formats).toContain(false);

    if (kept) await turn(device, kept, key, vi.fn());
    expect(new Set(await sealedOrNot())).toEqual(new Set([state === "turning-on"]));
    expect((await dump()).includes(CANARY)).toBe(state === "turning-off");
  });

  test("seals what was written while it went over the device", async () => {
    let written = false;
    await turn(device, lockIn("turning-on"), key, (share) => {
      if (written || share < 0.5) return;
      written = true;
      const late = { kind: "goal" as const, id: "late", space: "s", open: 1 as const, at: 0, refs: [], content: JSON.stringify({ title: CANARY }) };
      void device.rows.add([late]);
    });
    expect(written).toBe(true);
    expect(await dump()).not.toContain(CANARY);
  });
});

function failed(failures: number): Lock {
  return { ...lockIn("on"), failures, failedAt: 1_000_000 };
}

describe("guessing passphrases", () => {
  test("a few slips cost nothing", () => {
    expect(pauseOf(failed(2), 1_000_000)).toBe(0);
  });

  test("then each try waits longer, up to five minutes", () => {
    const pauses = [3, 4, 5, 30].map((failures) => pauseOf(failed(failures), 1_000_000));
    expect(pauses).toEqual([1000, 2000, 4000, 300_000]);
    expect(pauseOf(failed(4), 1_001_500)).toBe(500);
    expect(pauseOf(failed(4), 1_002_000)).toBe(0);
  });

  test("a clock set back does not lock anybody out for longer", () => {
    expect(pauseOf(failed(3), 0)).toBe(1000);
  });
});
