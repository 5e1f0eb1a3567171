import { expect, test } from "vitest";
import { Person } from "../../sync/testing/person";
import { canTry, isDeleted, tryAgain } from "./refusal";

async function refusedEdit(person: Person): Promise<void> {
  const id = await person.create("first");
  await person.sync();
  await person.outbox.act("tasks.update", { id, title: "second" }, "Changed");
  person.server.write("task", { id, deleted_at: "2026-01-02T00:00:00Z" });
  person.server.refusals.set("tasks.update", "deleted");
  await person.sync();
  person.server.refusals.clear();
}

test("a change to what was deleted is tried again after bringing it back", async () => {
  const person = new Person();
  await refusedEdit(person);
  const [act] = await person.refused();
  if (!act) throw new Error("nothing was refused");
  expect(isDeleted(act)).toBe(true);
  await tryAgain(person.outbox, act);
  await person.sync();
  expect(person.server.pushed.at(-1)?.map(({ action }) => action)).toEqual(["tasks.restore", "tasks.update"]);
  expect(await person.titles()).toEqual(["second"]);
  expect(await person.refused()).toEqual([]);
});

test("what is gone for good cannot be tried again", async () => {
  const person = new Person();
  person.server.refusals.set("tasks.create", "not-found");
  await person.create("of a project that is gone");
  await person.sync();
  expect((await person.refused()).map(canTry)).toEqual([false]);
});
