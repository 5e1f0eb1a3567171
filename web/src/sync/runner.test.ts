import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Runner } from "./runner";
import { Offline } from "./wire";
import { stubBrowser, Stream } from "./testing/browser";
import { Person } from "./testing/person";
import { refused, SmallServer } from "./testing/server";

const opened: Runner[] = [];

function run(person: Person, fetching: typeof fetch = never): Runner {
  const runner = new Runner(person.device, person.server, fetching);
  opened.push(runner);
  runner.start();
  return runner;
}

const never: typeof fetch = () => new Promise(() => undefined);

function phase(runner: Runner, wanted: string): Promise<void> {
  return vi.waitFor(() => expect(runner.phase).toBe(wanted), { timeout: 5000, interval: 5 });
}

beforeEach(() => void stubBrowser());

afterEach(() => {
  for (const runner of opened.splice(0)) runner.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("how sync stands", () => {
  test.each([
    ["offline", new Offline()],
    ["offline", refused(503)],
    ["signed-out", refused(401)],
    ["failing", refused(403)],
    ["failing", new Error("ours")],
  ])("is %s after that failure, and settled when it is over", async (wanted, error) => {
    const person = new Person();
    person.server.next = [error];
    const runner = run(person);
    await phase(runner, wanted);
    globalThis.dispatchEvent(new Event("online"));
    await phase(runner, "settled");
    expect(person.server.asked).toContain("pull");
  });

  test("tells of syncing only where it takes a while", async () => {
    const person = new Person();
    const { bootstrap } = person.server;
    person.server.bootstrap = async () => {
      await pause(500);
      return bootstrap.call(person.server);
    };
    const runner = run(person);
    const seen: string[] = [];
    runner.watch(() => seen.push(runner.phase));
    await phase(runner, "settled");
    runner.nudge();
    await pause(150);
    expect(seen).toEqual(["syncing", "settled"]);
  });
});

describe("one tab", () => {
  test("sends an act at once and then rests", async () => {
    const person = new Person();
    const runner = run(person);
    expect(runner.phase).toBe("starting");
    await phase(runner, "settled");
    await person.create("new");
    await vi.waitFor(() => expect(person.server.pushed).toHaveLength(1));
    await vi.waitFor(async () => expect(await person.waiting()).toHaveLength(0));
    await pause(150);
    const asked = person.server.asked.length;
    await pause(300);
    expect(person.server.asked).toHaveLength(asked);
  });

  test("waits longer and longer while nothing can be reached, whatever it is", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const person = new Person();
    const waits: number[] = [];
    const { setTimeout: real } = globalThis;
    vi.stubGlobal("setTimeout", (work: () => void, wait = 0) => real(work, wait >= 1000 ? (waits.push(wait), 1) : wait));
    person.server.next = Array.from({ length: 8 }, () => new Offline());
    await phase(run(person), "settled");
    expect(waits.filter((wait) => wait <= 60_000 && wait !== 40_000).slice(0, 8)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  test("asks no sooner than Retry-After says, even for a new act", async () => {
    const person = new Person();
    person.server.next = [refused(429, "about:blank", 0.4)];
    const began = Date.now();
    const runner = run(person);
    await phase(runner, "offline");
    await person.create("new");
    runner.nudge();
    await phase(runner, "settled");
    expect(Date.now() - began).toBeGreaterThanOrEqual(400);
    expect(await person.waiting()).toHaveLength(0);
  });

  test("asks when it comes to the front, not when it goes", async () => {
    const page = stubBrowser();
    const person = new Person();
    await phase(run(person), "settled");
    await pause(50);
    const asked = person.server.asked.length;
    page.visibilityState = "hidden";
    page.dispatchEvent(new Event("visibilitychange"));
    await pause(100);
    expect(person.server.asked).toHaveLength(asked);
    page.visibilityState = "visible";
    page.dispatchEvent(new Event("visibilitychange"));
    await vi.waitFor(() => expect(person.server.asked.length).toBeGreaterThan(asked));
  });

  test("does nothing after it was stopped", async () => {
    const person = new Person();
    const runner = run(person);
    await phase(runner, "settled");
    runner.stop();
    await pause(50);
    const asked = person.server.asked.length;
    await person.create("new");
    globalThis.dispatchEvent(new Event("online"));
    await pause(150);
    expect(person.server.asked).toHaveLength(asked);
    expect(person.server.pushed).toHaveLength(0);
  });
});

describe("the stream of pokes", () => {
  test("a poke is followed by a pull, and a stream that ends by another", async () => {
    const person = new Person();
    const streams = [new Stream(), new Stream()];
    const coming = streams.map(({ response }) => response);
    const fetching = vi.fn<typeof fetch>(async () => coming.shift() ?? never(""));
    await phase(run(person, fetching), "settled");
    person.server.task("elsewhere");
    streams[0]?.poke();
    await vi.waitFor(async () => expect(await person.titles()).toEqual(["elsewhere"]));
    streams[0]?.end();
    await vi.waitFor(() => expect(fetching).toHaveBeenCalledTimes(2), { timeout: 3000 });
    person.server.task("later");
    streams[1]?.poke();
    await vi.waitFor(async () => expect(await person.titles()).toEqual(["elsewhere", "later"]));
  });

  test("is given up when it is stopped", async () => {
    const signals: AbortSignal[] = [];
    const fetching: typeof fetch = (_, init) => {
      if (init?.signal) signals.push(init.signal);
      return new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))));
    };
    const runner = run(new Person(), fetching);
    await phase(runner, "settled");
    runner.stop();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

describe("several tabs", () => {
  test("one leads and pushes the acts of all; when it closes the next one leads", async () => {
    const server = new SmallServer();
    const first = new Person(server);
    const second = new Person(server, server, first.device.db.name);
    const leader = run(first);
    await phase(leader, "settled");
    const other = run(second);
    await phase(other, "settled");
    const push = vi.spyOn(server, "push");
    await second.create("by the second");
    await vi.waitFor(async () => expect(await second.waiting()).toHaveLength(0));
    expect(push).toHaveBeenCalledTimes(1);
    leader.stop();
    await second.create("alone");
    await vi.waitFor(async () => expect(await second.waiting()).toHaveLength(0));
    expect(await second.titles()).toEqual(["alone", "by the second"]);
  });

  test("a nudge and the phase reach the other tab", async () => {
    const server = new SmallServer();
    const first = new Person(server);
    await phase(run(first), "settled");
    const other = run(new Person(server, server, first.device.db.name));
    await phase(other, "settled");
    server.next = [refused(401)];
    other.nudge();
    await phase(other, "signed-out");
    expect(server.next).toHaveLength(0);
  });

  test("each works for itself where the browser has no locks", async () => {
    stubBrowser({ locks: false });
    const server = new SmallServer();
    const first = new Person(server);
    const second = new Person(server, server, first.device.db.name);
    await Promise.all([phase(run(first), "settled"), phase(run(second), "settled")]);
    await second.create("new");
    await vi.waitFor(async () => expect(await first.waiting()).toHaveLength(0));
    expect(new Set(server.pushed.flat().map(({ id }) => id)).size).toBe(1);
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
