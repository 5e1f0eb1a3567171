import { describe, expect, test } from "vitest";
import { newId } from "../device/ids";
import { Person } from "./testing/person";
import { refused } from "./testing/server";

async function task(person: Person): Promise<Record<string, unknown>> {
  const [found] = await person.view.records({ kind: "task" });
  return { ...found };
}

describe("undo on the device", () => {
  test("of an act that waits brings back what was there, and undoing that does it again", async () => {
    const person = new Person();
    const id = await person.create("first");
    const renamed = await person.outbox.act("tasks.update", { id, title: "second" }, "");
    const undone = await person.outbox.undo(renamed.id, "");
    expect(await person.titles()).toEqual(["first"]);
    const redone = await person.outbox.undo(undone.id, "");
    expect(await person.titles()).toEqual(["second"]);
    await person.outbox.undo(redone.id, "");
    expect(await person.titles()).toEqual(["first"]);
    await person.sync();
    const inputs = person.server.pushed.flat().map(({ input }) => input["change_id"]);
    expect(inputs.slice(2, 4)).toEqual([renamed.id, undone.id]);
  });

  test("leaves alone what other acts have set since", async () => {
    const person = new Person();
    const id = await person.create("first");
    const renamed = await person.outbox.act("tasks.update", { id, title: "second" }, "");
    await person.outbox.act("tasks.update", { id, notes: "later" }, "");
    await person.outbox.undo(renamed.id, "");
    expect(await task(person)).toMatchObject({ title: "first", notes: "later" });
  });

  test("of making something takes it away, and redo brings it whole", async () => {
    const person = new Person();
    const made = await person.outbox.act("tasks.create", { id: newId(), title: "new", notes: "all of it" }, "");
    const undone = await person.outbox.undo(made.id, "");
    expect(await person.titles()).toEqual([]);
    await person.outbox.undo(undone.id, "");
    expect(await task(person)).toMatchObject({ title: "new", notes: "all of it" });
  });

  test("of a deletion brings back what has left the device", async () => {
    const person = new Person();
    const id = await person.create("kept");
    await person.sync();
    const gone = await person.outbox.act("tasks.delete", { id }, "");
    await person.sync();
    expect(await person.device.rows.count()).toBe(0);
    await person.outbox.undo(gone.id, "");
    expect(await person.titles()).toEqual(["kept"]);
  });

  test("of completing a task that repeats opens it again", async () => {
    const person = new Person();
    const id = newId();
    await person.outbox.act("tasks.create", { id, title: "water", due: "2026-03-01", rrule: "FREQ=DAILY" }, "");
    const done = await person.outbox.act("tasks.complete", { id }, "");
    expect(await task(person)).toMatchObject({ status: "done" });
    await person.outbox.undo(done.id, "");
    expect(await task(person)).toMatchObject({ status: "todo", completed_at: null });
  });

  test("that the server refuses is told, and what was done stays", async () => {
    const person = new Person();
    const id = await person.create("first");
    const renamed = await person.outbox.act("tasks.update", { id, title: "second" }, "Renamed");
    await person.sync();
    person.server.refusals.set("changes.undo", "conflict");
    await person.outbox.undo(renamed.id, "Renamed");
    await person.sync();
    expect(await person.titles()).toEqual(["second"]);
    expect(await person.refused()).toMatchObject([{ action: "changes.undo", label: "Renamed", result: { reason: "conflict" } }]);
  });

  test("of something in the history that this device has not done is left to the server", async () => {
    const person = new Person();
    await person.create("here");
    await person.outbox.undo(newId(), "");
    expect(await person.titles()).toEqual(["here"]);
    expect(await person.waiting()).toHaveLength(2);
  });
});

describe("what goes to the server", () => {
  test("an act's base is what the person looked at; their own earlier acts are nobody else's", async () => {
    const person = new Person();
    const id = person.server.task("old");
    await person.sync();
    await person.outbox.act("tasks.update", { id, title: "one" }, "");
    await person.outbox.act("tasks.update", { id, title: "two" }, "");
    person.server.next = [refused(413)];
    await person.sync();
    expect(person.server.pushed.map(([op]) => op?.base)).toEqual([1, 2]);
  });

  test("undefined is not sent and sets nothing", async () => {
    const person = new Person();
    const id = await person.create("kept");
    const nothing: object = { title: undefined };
    await person.outbox.act("tasks.update", { id, ...nothing }, "");
    expect(await person.titles()).toEqual(["kept"]);
    expect((await person.waiting()).at(-1)?.input).toEqual({ id });
  });

  test("acts in a shared space name it", async () => {
    const person = new Person();
    const id = person.server.task("shared");
    await person.sync();
    const done = await person.outbox.act("tasks.complete", { id }, "");
    const undone = await person.outbox.undo(done.id, "");
    expect([done.space, undone.space]).toEqual([expect.any(String), done.space]);
  });
});
