import { describe, expect, it } from "vitest";
import type { Records } from "../../device/kinds";
import type { Act } from "../../sync/act";
import { actText } from "./act-text";
import type { HistoryEntry } from "./api";
import { changesOf, undoneIn, waitingChange } from "./changes";
import { fieldName, listDifference, valueText } from "./fields";
import { shortened } from "./shortened";

const AT = "2026-03-29T10:00:00.000Z";

function entry(more: Partial<HistoryEntry>): HistoryEntry {
  return { change_id: "c1", at: AT, actor_kind: "person", act: "tasks.update", op: "update", undoes: null, fields: {}, ...more };
}

function act(more: Partial<Act>): Act {
  return { id: "a1", action: "tasks.update", input: {}, base: 1, at: Date.parse(AT), label: "", patches: [], before: [], space: null, ...more };
}

const task = { id: "t1", title: "Old", due: null } as unknown as Records["task"];

function opOf(record: Records["task"] | null, set: Partial<Records["task"]>): string | undefined {
  const touching = act({ patches: [{ kind: "task", id: "t1", set }], before: [{ kind: "task", id: "t1", record }] });
  return waitingChange(touching, "task", "t1")?.op;
}

describe("changes of a record", () => {
  it("tell fields that mean something to a person", () => {
    const fields = { title: { before: "a", after: "b" }, rank: { before: 1, after: 2 }, corrected: { before: [], after: ["title"] } };
    expect(changesOf([entry({ fields })], [], "task", "t1")[0]?.fields).toEqual([{ name: "title", before: "a", after: "b" }]);
  });

  it("have what waits here on top, newest first, once", () => {
    const patches = [{ kind: "task" as const, id: "t1", set: { title: "New", due: null } }];
    const before = [{ kind: "task" as const, id: "t1", record: task }];
    const waiting = ["a1", "a2", "c1"].map((id) => ({ state: "waiting", act: act({ id, patches, before }) }));
    const changes = changesOf([entry({})], waiting, "task", "t1");
    expect(changes.map(({ id, isWaiting, isHere }) => [id, isWaiting, isHere])).toEqual([
      ["a2", true, true],
      ["a1", true, true],
      ["c1", false, true],
    ]);
    expect(changes[0]?.fields).toEqual([{ name: "title", before: "Old", after: "New" }]);
  });

  it("leave out acts on other records and refused ones", () => {
    const patches = [{ kind: "task" as const, id: "t2", set: { title: "New" } }];
    expect(waitingChange(act({ patches }), "task", "t1")).toBeUndefined();
    const mine = act({ patches: [{ kind: "task", id: "t1", set: {} }], before: [{ kind: "task", id: "t1", record: task }] });
    expect(changesOf([], [{ act: mine, state: "refused" }], "task", "t1")).toEqual([]);
  });

  it("are made, changed or deleted by a waiting act", () => {
    expect([opOf(null, { title: "x" }), opOf(task, { title: "x" }), opOf(task, { deleted_at: AT })]).toEqual(["create", "update", "delete"]);
  });

  it("are undone by an undo that was not itself undone", () => {
    const [change, undo, redo] = [{ id: "c", undoes: null }, { id: "u", undoes: "c" }, { id: "r", undoes: "u" }] as const;
    expect([...undoneIn([undo, change])]).toEqual(["c"]);
    expect([...undoneIn([redo, undo, change])]).toEqual(["u"]);
  });

  it.each([
    [{ act: "tasks.create", op: "create" }, "You made it"],
    [{ act: "tasks.complete", op: "update" }, "You completed it"],
    [{ act: "tasks.complete", op: "create" }, "You made it"],
    [{ act: "thoughts.analyse", op: "update", actor: "engine" }, "SelfOS read it"],
    [{ act: "something.newer", op: "delete", actor: "key" }, "An API key of yours deleted it"],
    [{ act: "changes.undo", op: "update", undoes: "x" }, "You took a change back"],
  ] as const)("%j reads %j", (one, expected) => {
    expect(actText({ actor: "person", undoes: null, ...one })).toBe(expected);
  });
});

describe("fields", () => {
  it.each([
    ["status", "in_progress", "In progress"],
    ["status", "somewhere", "somewhere"],
    ["life_areas", "home", "Home"],
    ["duration_minutes", 90, "1 h 30 min"],
    ["is_actionable", true, "yes"],
    ["success_metrics", [{}, {}], "2 entries"],
    ["advice", { act: "x" }, "something else"],
  ])("%s %j is %j", (field, value, expected) => {
    expect(valueText(field, value, "task")).toBe(expected);
  });

  it("have a name, also when they are newer than this app", () => {
    expect([fieldName("life_areas"), fieldName("new_field")]).toEqual(["Areas of life", "new field"]);
  });

  it("that are lists tell what came and went", () => {
    expect(listDifference(["a", "b"], ["b", "c"])).toEqual({ gone: ["a"], come: ["c"] });
  });

  it("that are long texts are cut where nothing changed", () => {
    const text = `${"a".repeat(300)}|${"z".repeat(300)}`;
    expect(shortened("short", "middle")).toBe("short");
    expect(shortened(text, "start")).toBe(` … ${"z".repeat(80)}`);
    expect(shortened(text, "end")).toBe(`${"a".repeat(80)} … `);
    expect(shortened(text, "middle")).toBe(`${"a".repeat(80)} … ${"z".repeat(80)}`);
  });
});
