import { expect, test } from "vitest";
import { Person } from "./testing/person";
import { SmallServer } from "./testing/server";
import type { Wire } from "./wire";

/** What the person does while the answer to a push is on its way, push by push. */
class Busy implements Wire {
  meanwhile: (() => Promise<unknown>)[] = [];

  constructor(private readonly server: SmallServer) {}

  push: Wire["push"] = async (...given) => {
    const results = await this.server.push(...given);
    await this.meanwhile.shift()?.();
    return results;
  };

  pull: Wire["pull"] = (cursor) => this.server.pull(cursor);
  bootstrap: Wire["bootstrap"] = () => this.server.bootstrap();
}

const bases = (server: SmallServer) => server.pushed.flat().map(({ base }) => base ?? null);

test("several edits in a row rest on each other, whenever each was answered", async () => {
  const server = new SmallServer();
  const wire = new Busy(server);
  const person = new Person(server, wire);
  const id = server.task("one");
  await person.sync();
  const edit = (title: string) => person.outbox.act("tasks.update", { id, title }, "");
  await edit("two");
  wire.meanwhile = [() => edit("three"), () => edit("four"), () => edit("five")];
  await person.sync();
  expect(bases(server)).toEqual([1, 2, 3, 4]);
});

test("an edit that was made before an earlier one had settled rests on that", async () => {
  const server = new SmallServer();
  const person = new Person(server);
  const id = server.task("one");
  await person.sync();
  await person.outbox.act("tasks.update", { id, title: "two" }, "");
  const late = await person.outbox.act("tasks.update", { id, title: "three" }, "");
  const [, stored] = await person.device.db.acts.toArray();
  await person.device.db.acts.delete(stored?.seq ?? 0);
  await person.sync();
  expect(await person.device.acts("settled")).toHaveLength(1);
  await person.device.db.acts.add({ id: late.id, state: "waiting", content: await person.device.sealedAct(late) });
  await person.sync();
  expect(bases(server)).toEqual([1, 2]);
});

test("what somebody else did in between is no ground to rest on", async () => {
  const server = new SmallServer();
  const wire = new Busy(server);
  const person = new Person(server, wire);
  const id = server.task("one");
  await person.sync();
  await person.outbox.act("tasks.update", { id, title: "two" }, "");
  wire.meanwhile = [
    async () => {
      await person.outbox.act("tasks.update", { id, title: "three" }, "");
      server.write("task", { id, title: "theirs" });
    },
  ];
  await person.sync();
  expect(bases(server)).toEqual([1, 2]);
});
