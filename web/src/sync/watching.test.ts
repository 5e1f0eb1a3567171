import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Records } from "../device/kinds";
import type { Act } from "./act";
import type { Query } from "./query";
import { Person } from "./testing/person";
import { watch } from "./watching";

type Task = Records["task"];

let person: Person;
let shown: string[][];
let end: () => void;

const titles = (tasks: Task[]): string[] => tasks.map(({ title }) => title).toSorted();
const OPEN: Query<"task"> = { kind: "task", open: true };

/** A promise that the test settles. */
class Gate {
  open!: () => void;
  fail!: (error: unknown) => void;
  readonly passed = new Promise<void>((resolve, reject) => Object.assign(this, { open: resolve, fail: reject }));
}

/** Watch the open tasks, and wait until they were shown once. */
async function look(): Promise<void> {
  end = watch(person.view.entering, person.view.asked(OPEN), (tasks) => shown.push(titles(tasks)), vi.fn());
  await vi.waitUntil(() => shown.length > 0);
}

/** Storing an act takes until the given promise is settled. */
function hold(until: Promise<unknown>): void {
  const { acts } = person.device.db;
  const add = acts.add.bind(acts);
  vi.spyOn(acts, "add").mockImplementation((row) => until.then(() => add(row)) as ReturnType<typeof add>);
}

beforeEach(() => {
  person = new Person();
  shown = [];
});

afterEach(async () => {
  end();
  vi.restoreAllMocks();
  await person.device.db.delete();
});

test("an act is shown before it is stored, and goes on being shown", async () => {
  await look();
  const stored = new Gate();
  hold(stored.passed);
  const doing = person.create("bake bread");
  await vi.waitUntil(() => shown.length > 1);
  expect(await person.device.db.acts.count()).toBe(0);
  expect(await person.titles()).toEqual(["bake bread"]);
  stored.open();
  await doing;
  await vi.waitUntil(() => shown.length > 2);
  expect(shown).toEqual([[], ["bake bread"], ["bake bread"]]);
});

test("a reading that began before an act does not take it from sight", async () => {
  const [read, late] = [new Gate(), new Gate()];
  const question = person.view.asked(OPEN);
  await person.create("first");
  const reading = async () => {
    const found = await question.read();
    read.open();
    await Promise.resolve(late.passed);
    return found;
  };
  end = watch(person.view.entering, { ...question, read: reading }, (tasks) => shown.push(titles(tasks)), vi.fn());
  await read.passed;
  const stored = new Gate();
  hold(stored.passed);
  const doing = person.create("second");
  await vi.waitUntil(() => person.view.entering.now().length > 0);
  late.open();
  await vi.waitUntil(() => shown.length > 0);
  expect(shown).toEqual([["first", "second"]]);
  stored.open();
  await doing;
});

test("what could not be stored is not shown any more, and is told", async () => {
  await look();
  const stored = new Gate();
  hold(stored.passed);
  const doing = person.create("no room");
  await vi.waitUntil(() => shown.length > 1);
  stored.fail(new DOMException("full", "QuotaExceededError"));
  await expect(doing).rejects.toThrow("full");
  await vi.waitUntil(() => shown.length > 2);
  expect(shown).toEqual([[], ["no room"], []]);
});

test("what acts make of an answer is what reading it again gives", async () => {
  await look();
  const { outbox, view } = person;
  const [bread, soup] = [await person.create("bread"), await person.create("soup")];
  const steps: (() => Promise<Act>)[] = [
    () => outbox.act("tasks.update", { id: bread, title: "rye bread" }, ""),
    () => outbox.act("tasks.complete", { id: soup }, ""),
    () => outbox.act("tasks.create", { id: crypto.randomUUID(), title: "salad", parent_id: bread }, ""),
    () => outbox.act("tasks.delete", { id: bread }, "gone"),
  ];
  const queries: Query<"task">[] = [OPEN, { kind: "task" }, { kind: "task", open: false }, { kind: "task", ref: bread }, { kind: "task", limit: 2 }];
  for (const step of steps) {
    const before = await Promise.all(queries.map((query) => view.records(query)));
    const act = await step();
    const undone = await outbox.undo(act.id, "");
    const redone = await outbox.undo(undone.id, "");
    for (const [place, query] of queries.entries()) {
      const answers = [act, undone, redone].reduce((answer, one) => view.asked(query).after(answer, one), before[place] ?? []);
      expect(answers).toEqual(await view.records(query));
    }
  }
});
