import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Device } from "../device/device";
import { newId } from "../device/ids";
import type { Records } from "../device/kinds";
import { sealedVault } from "../device/vault-sealed";
import { Outbox } from "../sync/outbox";
import { View } from "../sync/view";
import { Shelf } from "./shelf";

const AT = "2026-03-29T10:00:00Z";

function thought(content: string, id = newId()): Records["thought"] {
  const times = { created_at: AT, updated_at: AT, captured_at: AT, deleted_at: null };
  const rest = { source: null, type: null, is_actionable: null, sentiment: null, analysis_state: "done", status: "open" } as const;
  return { id, version: 1, content, tags: [], people: [], life_areas: [], corrected: [], ...rest, ...times };
}

let device: Device;
let shelf: Shelf;
let changes: number;

async function store(...records: Records["thought"][]): Promise<void> {
  const rows = await Promise.all(records.map((record) => device.rowOf({ kind: "thought", space: "s", record: { ...record } })));
  await device.rows.add(rows);
}

async function words(): Promise<string[]> {
  return [...(await shelf.entries())].map((entry) => entry.words.trim()).toSorted();
}

/** Waits until the shelf has told of a change after `before`. */
async function changed(before: number): Promise<void> {
  await expect.poll(() => changes, { timeout: 8000, interval: 20 }).toBeGreaterThan(before);
}

beforeEach(async () => {
  device = new Device(newId());
  changes = 0;
  await store(thought("first"), thought("second"));
  shelf = new Shelf(device, () => (changes += 1));
});

afterEach(async () => {
  shelf.close();
  await device.db.delete();
});

describe("the shelf", () => {
  it("holds what the device has", async () => {
    expect(await words()).toEqual(["first", "second"]);
  });

  it("reads what the app lock has sealed", async () => {
    const sealed = new Device(newId());
    sealed.vault = sealedVault(await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]));
    await sealed.rows.add([await sealed.rowOf({ kind: "thought", space: "s", record: { ...thought("A secret") } })]);
    const reading = new Shelf(sealed, () => undefined);
    const entries = [...(await reading.entries())];
    expect(entries.map(({ words: found }) => found.trim())).toEqual(["a secret"]);
    expect(await reading.records(entries)).toMatchObject([{ content: "A secret" }]);
    reading.close();
    await sealed.db.delete();
  });

  it("follows what is written and removed, one by one and many at once", async () => {
    await words();
    const third = thought("third");
    await store(third);
    await changed(0);
    expect(await words()).toEqual(["first", "second", "third"]);
    await device.rows.replace([], [{ kind: "thought", id: third.id }]);
    await changed(1);
    expect(await words()).toEqual(["first", "second"]);
    await store(...Array.from({ length: 120 }, (_, n) => thought(`many ${n}`)));
    await changed(2);
    expect(await words()).toHaveLength(122);
  }, 15_000);

  it("shows records as the person left them, before the server knows", async () => {
    await words();
    const outbox = new Outbox(device, new View(device));
    const id = newId();
    await outbox.act("thoughts.create", { id, content: "Just captured" }, "");
    await changed(0);
    expect(await words()).toEqual(["first", "just captured", "second"]);
    const before = changes;
    await outbox.act("thoughts.update", { id, content: "Rewritten" }, "");
    await changed(before);
    const entry = [...(await shelf.entries())].find((one) => one.id === id);
    expect(entry?.words.trim()).toBe("rewritten");
    expect((await shelf.records(entry ? [entry] : []))[0]).toMatchObject({ content: "Rewritten" });
    const edited = changes;
    await outbox.act("thoughts.delete", { id }, "");
    await changed(edited);
    expect(await words()).toEqual(["first", "second"]);
  }, 15_000);
});
