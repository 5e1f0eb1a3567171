import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { array, assert, asyncProperty, constantFrom, integer, nat, record, uniqueArray } from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Row } from "./bundles";
import type { Standing } from "./db";
import { Device } from "./device";
import { KINDS } from "./kinds";

let device: Device;

beforeEach(() => {
  device = new Device(`test-${crypto.randomUUID()}`);
});

afterEach(() => device.db.delete());

function task(id: string, fields: Partial<Row> = {}): Row {
  return { id, kind: "task", space: "s", open: 1, at: 0, refs: [], content: JSON.stringify({ id }), ...fields };
}

const tasks = (count: number, fields?: (n: number) => Partial<Row>): Row[] => Array.from({ length: count }, (_, n) => task(`${n}`, fields?.(n)));

function replaced(rows: Row[], gone: string[] = []): Promise<void> {
  return device.db.transaction("rw", device.db.bundles, () => device.rows.replace(rows, gone.map((id) => ({ kind: "task", id }))));
}

const idsOf = (rows: Row[]) => rows.map(({ id }) => id);

describe("stored rows", () => {
  test("lie many in one object, but no more than is read at ease", async () => {
    await device.rows.add(tasks(1000));
    expect(await device.db.bundles.count()).toBe(32);
    await device.rows.add(Array.from({ length: 10 }, (_, n) => task(`long ${n}`, { content: "x".repeat(20_000) })));
    expect(await device.db.bundles.count()).toBe(37);
    expect(await device.rows.count()).toBe(1010);
  });

  test("are given newest first, also where bundles overlap in time", async () => {
    for (const start of [0, 1, 2]) await device.rows.add(Array.from({ length: 120 }, (_, n) => task(`${start + 3 * n}`, { at: start + 3 * n })));
    const newest = idsOf(await device.rows.newest("task", true, 130));
    expect(newest.length).toBeGreaterThanOrEqual(130);
    expect(newest).toEqual(Array.from({ length: newest.length }, (_, n) => `${359 - n}`));
    expect(await device.rows.newest("task", true, 400)).toHaveLength(360);
    expect(await device.rows.newest("task", false, 5)).toEqual([]);
  });

  test("of one time are all there", async () => {
    await device.rows.add(tasks(500));
    expect(await device.rows.newest("task", true, 10)).toHaveLength(500);
  });

  test("are found by what they belong to, whatever lies beside them", async () => {
    await device.rows.add(tasks(100, (n) => ({ refs: [`goal ${n % 10}`] })));
    expect(idsOf(await device.rows.referring("task", ["goal 3", "goal 4"])).toSorted()).toHaveLength(20);
    expect(await device.rows.referring("milestone", ["goal 3"])).toEqual([]);
  });

  test("that change keep their place; what settles leaves it", async () => {
    await device.rows.add(tasks(60));
    await replaced([task("7", { content: "new" }), task("8", { open: 0 })], ["9"]);
    const [seven, eight, nine] = await device.rows.each(["7", "8", "9"].map((id) => ({ kind: "task", id })));
    expect([seven?.content, eight?.open, nine]).toEqual(["new", 0, undefined]);
    expect(await device.db.bundles.count()).toBe(3);
    expect(await device.rows.inState("task", true)).toHaveLength(58);
  });

  test("that come one by one do not stay alone", async () => {
    for (let n = 0; n < 100; n += 1) await replaced([task(`${n}`, { at: n })]);
    expect(await device.rows.count()).toBe(100);
    expect(await device.db.bundles.count()).toBeLessThan(10);
  });

  test("are those that were stored last, in whatever order they came and went", async () => {
    const row = record({ id: integer({ min: 0, max: 80 }).map(String), open: constantFrom(0 as const, 1 as const), at: nat(50), space: constantFrom("a", "b") });
    const step = record({ rows: uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 60 }), gone: uniqueArray(integer({ min: 0, max: 80 }).map(String), { maxLength: 10 }) });
    await assert(
      asyncProperty(array(step, { maxLength: 6 }), async (steps) => {
        await device.db.bundles.clear();
        const known = new Map<string, Row>();
        for (const { rows, gone } of steps) {
          const stored = rows.filter(({ id }) => !gone.includes(id)).map(({ id, ...fields }) => task(id, fields));
          await replaced(stored, gone);
          for (const id of gone) known.delete(id);
          for (const one of stored) known.set(one.id, one);
        }
        const found = [...(await device.rows.inState("task", true)), ...(await device.rows.inState("task", false))];
        expect(found.toSorted((one, other) => Number(one.id) - Number(other.id))).toEqual([...known.values()].toSorted((one, other) => Number(one.id) - Number(other.id)));
        const seen: Row[] = [];
        for await (const rows of device.rows.all()) seen.push(...rows);
        expect(seen).toHaveLength(known.size);
      }),
      { numRuns: 60 },
    );
  });
});

test("a device of the first version keeps its records, its acts and its place", async () => {
  const old = new Dexie(device.db.name);
  old.version(1).stores({ rows: "[kind+id], [kind+open+at], *refs", acts: "++seq, &id, state", meta: "key", standing: "only" });
  await old.table("rows").bulkAdd(tasks(4321, (n) => ({ at: n, open: n % 3 === 0 ? 1 : 0, refs: [`goal ${n % 10}`] })));
  const standing = { only: 1, client: "c", cursor: "here", filling: null, kinds: KINDS };
  await old.table("standing").add(standing);
  await old.table("acts").add({ id: "act", state: "waiting", content: JSON.stringify({ id: "act" }) });
  old.close();

  expect(await device.rows.count()).toBe(4321);
  expect(idsOf(await device.rows.newest("task", true, 2)).slice(0, 2)).toEqual(["4320", "4317"]);
  expect(await device.rows.each([{ kind: "task", id: "77" }])).toEqual([task("77", { at: 77, open: 0, refs: ["goal 7"] })]);
  expect(await device.standing()).toEqual(standing);
  expect(await device.waiting(5)).toMatchObject([{ act: { id: "act" } }]);
  expect(device.db.tables.map(({ name }) => name)).not.toContain("rows");
});

test("a device that keeps more kinds than it did begins at the bootstrap again, once", async () => {
  const [, ...before] = KINDS;
  const standing: Standing = { only: 1, client: "c", cursor: "here", filling: null, kinds: before };
  await device.db.standing.add(standing);
  await device.standing();
  expect(await device.standing()).toEqual({ ...standing, cursor: null, filling: 0, kinds: KINDS });
  const filled = { ...standing, kinds: KINDS };
  await device.db.standing.put(filled);
  expect(await device.standing()).toEqual(filled);
});
