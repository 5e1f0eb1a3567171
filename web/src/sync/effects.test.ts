import { describe, expect, test } from "vitest";
import { newId } from "../device/ids";
import { Person } from "./testing/person";

async function three(person: Person): Promise<string[]> {
  const ids = [newId(), newId(), newId()];
  for (const [place, id] of ids.entries()) {
    person.server.write("task", { id, title: `${place}`, rank: place * 10, status: "todo", created_at: "2026-01-01T00:00:00Z" });
  }
  await person.sync();
  return ids;
}

async function order(person: Person): Promise<string[]> {
  return (await person.view.records({ kind: "task" })).toSorted((one, other) => one.rank - other.rank).map(({ title }) => title);
}

describe("what acts do at once", () => {
  test("a task moves right behind or before its neighbour", async () => {
    const person = new Person();
    const [first = "", second = "", third = ""] = await three(person);
    await person.outbox.act("tasks.move", { id: third, after_id: first }, "");
    expect(await order(person)).toEqual(["0", "2", "1"]);
    await person.outbox.act("tasks.move", { id: third, before_id: first }, "");
    expect(await order(person)).toEqual(["2", "0", "1"]);
    await person.outbox.act("tasks.move", { id: third, after_id: second }, "");
    expect(await order(person)).toEqual(["0", "1", "2"]);
  });

  test("postponing takes the clock time and the start along", async () => {
    const person = new Person();
    const id = newId();
    const times = { due: "2026-03-02", due_at: "2026-03-02T09:00:00.000Z", start: "2026-03-01" };
    await person.outbox.act("tasks.create", { id, title: "call", ...times }, "");
    await person.outbox.act("tasks.snooze", { id, to: "2026-03-05" }, "");
    expect(await person.view.record("task", id)).toMatchObject({
      due: "2026-03-05",
      due_at: "2026-03-05T09:00:00.000Z",
      start: "2026-03-04",
      start_at: null,
    });
  });

  test("a suggestion becomes a task, as edited", async () => {
    const person = new Person();
    const [id, task_id] = [newId(), newId()];
    const proposed = { title: "Call Nora", due: "2026-03-02", due_at: "2026-03-02T09:00:00Z", people: ["Nora"], life_areas: [], status: "pending" };
    person.server.write("task_suggestion", { id, ...proposed, created_at: "2026-01-01T00:00:00Z" });
    await person.sync();
    await person.outbox.act("task_suggestions.accept", { id, task_id, due: "2026-03-03" }, "");
    expect(await person.view.record("task", task_id)).toMatchObject({ title: "Call Nora", people: ["Nora"], due: "2026-03-03", due_at: null });
    expect(await person.view.records({ kind: "task_suggestion", open: true })).toEqual([]);
  });

  test("tags of several tasks are added and removed, the others stay, and one undo brings all back", async () => {
    const person = new Person();
    const [bare, tagged] = [newId(), newId()];
    await person.outbox.act("tasks.create", { id: bare, title: "bare" }, "");
    await person.outbox.act("tasks.create", { id: tagged, title: "tagged", tags: ["house", "soon", "garden"] }, "");
    const tags = async () => Promise.all([bare, tagged].map(async (id) => (await person.view.record("task", id))?.tags));
    const done = await person.outbox.act("tasks.bulk", { ids: [bare, tagged], add_tags: ["soon"], remove_tags: ["house"] }, "");
    expect(await tags()).toEqual([["soon"], ["soon", "garden"]]);
    await person.outbox.undo(done.id, "");
    expect(await tags()).toEqual([[], ["house", "soon", "garden"]]);
    const fields = { tags: ["new"], priority: 1 };
    await person.outbox.act("tasks.bulk", { ids: [bare, tagged], fields, add_tags: ["soon"], remove_tags: ["soon"] }, "");
    expect(await tags()).toEqual([["new", "soon"], ["new", "soon"]]);
  });

  test("completing takes open parts along, however deep", async () => {
    const person = new Person();
    const [top, part, below] = [newId(), newId(), newId()];
    await person.outbox.act("tasks.create", { id: top, title: "top" }, "");
    await person.outbox.act("tasks.create", { id: part, title: "part", parent_id: top }, "");
    await person.outbox.act("tasks.create", { id: below, title: "below", parent_id: part }, "");
    await person.outbox.act("tasks.complete", { id: top, with_subtasks: true }, "");
    const tasks = await person.view.records({ kind: "task" });
    expect(tasks.map(({ status }) => status)).toEqual(["done", "done", "done"]);
  });
});

describe("what is seen", () => {
  test("lists are newest first, in one order whether an act touches a record or not", async () => {
    const person = new Person();
    const [, second = ""] = await three(person);
    const before = (await person.view.records({ kind: "task" })).map(({ id }) => id);
    await person.outbox.act("tasks.update", { id: second, title: "touched" }, "");
    expect((await person.view.records({ kind: "task" })).map(({ id }) => id)).toEqual(before);
    expect((await person.view.records({ kind: "task", limit: 2 })).map(({ id }) => id)).toEqual(before.slice(0, 2));
  });

  test("a condition is met by what the person did, not by what is stored", async () => {
    const person = new Person();
    const [first = "", second = ""] = await three(person);
    await person.outbox.act("tasks.complete", { id: first }, "");
    await person.outbox.act("tasks.update", { id: second, title: "mine" }, "");
    expect((await person.view.records({ kind: "task", open: true, where: ({ title }) => title !== "2" })).map(({ title }) => title)).toEqual(["mine"]);
    expect((await person.view.records({ kind: "task", open: false })).map(({ id }) => id)).toEqual([first]);
  });
});
