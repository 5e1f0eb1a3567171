import { describe, expect, test, vi } from "vitest";
import { isAway, Offline, Refused } from "./wire";
import { Person } from "./testing/person";
import { refused, SPACE } from "./testing/server";

const EPOCH = "urn:selfos:problem:epoch";

async function used(): Promise<Person> {
  const person = new Person();
  person.server.task("old");
  await person.sync();
  return person;
}

describe("a whole request that fails", () => {
  test("401 and 403 keep the outbox", async () => {
    for (const status of [401, 403]) {
      const person = await used();
      await person.create("new");
      person.server.next = [refused(status)];
      expect(await person.sync()).toMatchObject({ status });
      expect(await person.waiting()).toHaveLength(1);
      expect(await person.titles()).toEqual(["new", "old"]);
      await person.sync();
      expect(await person.waiting()).toHaveLength(0);
      expect(person.server.pushed).toHaveLength(1);
    }
  });

  test("no network, 429 and 503 mean waiting", async () => {
    expect([new Offline(), refused(429), refused(503)].every(isAway)).toBe(true);
    expect([refused(401), refused(500), new Error("ours")].some(isAway)).toBe(false);
    const person = await used();
    await person.create("new");
    person.server.next = [refused(429, "about:blank", 7)];
    expect(await person.sync()).toMatchObject({ retryAfter: 7 });
    expect(await person.waiting()).toHaveLength(1);
  });

  test("409 of another history bootstraps and sends what waits", async () => {
    const person = await used();
    await person.create("new");
    person.server.next = [refused(409, EPOCH)];
    expect(await person.sync()).toBeUndefined();
    expect(person.server.epochs).toEqual([null]);
    expect(person.server.asked).toEqual(["bootstrap", "pull", "bootstrap", "pull"]);
    expect(await person.titles()).toEqual(["new", "old"]);
  });

  test("an offline device that must refill shows what it had until the first page is there", async () => {
    const person = await used();
    person.server.news = { reset: true };
    person.server.next = [];
    const { bootstrap } = person.server;
    person.server.bootstrap = async () => {
      throw new Offline();
    };
    expect(await person.sync()).toBeInstanceOf(Offline);
    expect(await person.titles()).toEqual(["old"]);
    person.server.bootstrap = bootstrap;
    person.server.records.clear();
    person.server.task("restored");
    await person.sync();
    expect(await person.titles()).toEqual(["restored"]);
  });

  test("a cursor that the server does not know is given up", async () => {
    const person = await used();
    await person.create("new");
    person.server.next = [refused(400)];
    expect(await person.sync()).toBeUndefined();
    expect(await person.titles()).toEqual(["new", "old"]);
  });

});

describe("ops that fail as a whole request", () => {
  test("an answer to something else is none, and not asked for without end", async () => {
    const person = await used();
    await person.create("new");
    const { push } = person.server;
    person.server.push = async (...given) => {
      const results = await push.apply(person.server, given);
      return results.map((result) => Object.assign(result, { id: "other" }));
    };
    expect(await person.sync()).toBeInstanceOf(Offline);
    expect(person.server.pushed).toHaveLength(1);
    expect(await person.waiting()).toHaveLength(1);
  });

  test("413 sends fewer at a time", async () => {
    const person = await used();
    for (let count = 0; count < 10; count += 1) await person.create(`${count}`);
    person.server.next = [refused(413), refused(413)];
    expect(await person.sync()).toBeUndefined();
    expect(person.server.pushed.map((ops) => ops.length).slice(0, 2)).toEqual([3, 3]);
    expect(await person.waiting()).toHaveLength(0);
  });

  test("one that is too large even alone is set aside with its text", async () => {
    const person = await used();
    await person.create("a whole book");
    person.server.next = [refused(413)];
    expect(await person.sync()).toBeUndefined();
    expect(await person.refused()).toMatchObject([{ input: { title: "a whole book" }, result: { status: "rejected" } }]);
  });

  test("500 sends one by one, and sets aside what fails alone again and again", async () => {
    const person = await used();
    const { push } = person.server;
    person.server.push = async (client, epoch, ops) => {
      if (ops.some(({ input }) => input["title"] === "poison")) throw refused(500);
      return push.call(person.server, client, epoch, ops);
    };
    for (const title of ["one", "poison", "two"]) await person.create(title);
    const answers = [await person.sync(), await person.sync(), await person.sync(), await person.sync()];
    expect(answers.map((answer) => answer instanceof Refused)).toEqual([true, true, true, false]);
    expect(await person.refused()).toMatchObject([{ input: { title: "poison" }, result: { reason: "failed" } }]);
    expect(await person.waiting()).toHaveLength(0);
    expect(await person.titles()).toEqual(["old", "one", "two"]);
  });
});

describe("one op that is refused", () => {
  test("is shown with its reason and text, and lies over nothing any more", async () => {
    const person = await used();
    const [old] = await person.view.records({ kind: "task" });
    person.server.refusals.set("tasks.update", "deleted");
    await person.outbox.act("tasks.update", { id: old?.id ?? "", title: "better" }, "Renamed");
    expect(await person.titles()).toEqual(["better"]);
    await person.sync();
    expect(await person.titles()).toEqual(["old"]);
    expect(await person.refused()).toMatchObject([{ label: "Renamed", input: { title: "better" }, result: { reason: "deleted" } }]);
    await person.outbox.forget((await person.refused())[0]?.id ?? "");
    expect(await person.acts()).toBe(0);
  });

  test("counts as done where another tab hears that it was", async () => {
    const person = await used();
    await person.create("new");
    const tab = new Person(person.server, person.server, person.device.db.name);
    const { push } = person.server;
    let held: (() => void) | undefined;
    person.server.push = async (...given) => {
      const results = await push.apply(person.server, given);
      await new Promise<void>((resolve) => (held = resolve));
      return results;
    };
    const slow = person.sync();
    await vi.waitFor(() => expect(held).toBeDefined(), { interval: 1 });
    person.server.push = async (_client, _epoch, ops) =>
      ops.map(({ id, input }) => ({ id, status: "rejected", reason: "conflict", problem: null, input, version: null, change_id: null, overwritten: [] }));
    await tab.sync();
    expect(await person.refused()).toHaveLength(1);
    held?.();
    await slow;
    expect(await person.refused()).toHaveLength(0);
    expect(await person.titles()).toEqual(["new", "old"]);
  });

  test("undoing what was refused is no further news", async () => {
    const person = await used();
    person.server.refusals.set("tasks.create", "invalid").set("changes.undo", "not-found");
    const act = await person.outbox.act("tasks.create", { id: crypto.randomUUID(), title: "new" }, "new");
    await person.outbox.undo(act.id, "new");
    await person.sync();
    expect((await person.refused()).map(({ action }) => action)).toEqual(["tasks.create"]);
  });
});

describe("what a page may bring", () => {
  test("a dropped space leaves with its records and acts", async () => {
    const person = await used();
    const [old] = await person.view.records({ kind: "task" });
    await person.outbox.act("tasks.update", { id: old?.id ?? "", title: "better" }, "");
    await person.sync();
    expect(await person.acts()).toBe(1);
    person.server.refusals.set("tasks.update", "forbidden");
    await person.outbox.act("tasks.update", { id: old?.id ?? "", notes: "mine" }, "");
    person.server.news = { dropped: [SPACE] };
    await person.sync();
    expect(await person.device.rows.count()).toBe(0);
    const left = await person.device.acts("waiting", "answered", "settled", "refused");
    expect(left).toMatchObject([{ state: "refused", act: { input: { notes: "mine" }, before: [], patches: [] } }]);
    expect(person.server.pushed.at(-1)?.[0]).toMatchObject({ space: SPACE });
  });

  test("what was erased for good leaves the acts too", async () => {
    const person = await used();
    const id = await person.create("secret");
    await person.sync();
    person.server.news = { spaces: [{ space: SPACE, records: {}, erased: { task: [id], unheard: ["x"] } }] };
    await person.sync();
    expect(await person.titles()).toEqual(["old"]);
    expect(await person.acts()).toBe(0);
  });

  test("unknown kinds and fields are ignored", async () => {
    const person = await used();
    const records = { dream: [{ id: "1", text: "of sheep" }], task: [{ id: "2", title: "kept", colour: "red", created_at: "2026-01-01T00:00:00Z" }] };
    const unheardOf = { mood: "fine" };
    person.server.news = { spaces: [{ space: SPACE, records, erased: {} }], ...unheardOf };
    expect(await person.sync()).toBeUndefined();
    expect(await person.titles()).toEqual(["kept", "old"]);
  });

  test("a page that another tab has overtaken is not stored", async () => {
    const person = await used();
    const [task] = await person.view.records({ kind: "task" });
    const { pull } = person.server;
    let held: (() => void) | undefined;
    person.server.pull = async (cursor) => {
      const page = await pull.call(person.server, cursor);
      if (held) return page;
      await new Promise<void>((resolve) => (held = resolve));
      return page;
    };
    person.server.write("task", { id: task?.id ?? "", title: "second" });
    const slow = person.sync();
    await vi.waitFor(() => expect(held).toBeDefined(), { interval: 1 });
    person.server.write("task", { id: task?.id ?? "", title: "third" });
    await new Person(person.server, person.server, person.device.db.name).sync();
    expect(await person.titles()).toEqual(["third"]);
    person.server.pull = async () => {
      throw new Offline();
    };
    held?.();
    await slow;
    expect(await person.titles()).toEqual(["third"]);
  });
});

test("a device whose clock is wrong agrees all the same", async () => {
  const { now } = Date;
  Date.now = () => 0;
  try {
    const person = await used();
    const id = await person.create("in 1970");
    person.server.refusals.clear();
    await person.sync();
    person.server.write("task", { id, title: "today" });
    await person.sync();
    expect(await person.titles()).toEqual(["old", "today"]);
  } finally {
    Date.now = now;
  }
});
