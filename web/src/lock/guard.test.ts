import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { guard } from "./guard";

const MINUTE = 60_000;

/** What several pages of one browser share: the lock of those that are seen, and when one was seen last. */
let front: number;
let page: EventTarget & { hidden: boolean };
let lock: ReturnType<typeof vi.fn<() => void>>;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  front = 0;
  const kept = new Map<string, string>();
  page = Object.assign(new EventTarget(), { hidden: false });
  lock = vi.fn<() => void>();
  vi.stubGlobal("document", page);
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
  vi.stubGlobal("navigator", {
    locks: {
      query: () => Promise.resolve({ held: Array.from({ length: front }, () => ({ name: "selfos-front" })) }),
      request: async (_name: string, _options: object, work: () => Promise<void>) => {
        front += 1;
        await work();
        front -= 1;
      },
    },
  });
});

afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function start(): Promise<void> {
  end = guard(5, lock);
  await vi.advanceTimersByTimeAsync(0);
}

async function turn(hidden: boolean): Promise<void> {
  page.hidden = hidden;
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
}

test("never locks a page that is seen", async () => {
  await start();
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(lock).not.toHaveBeenCalled();
});

test("locks after the minutes in the background, and not before", async () => {
  await start();
  await turn(true);
  await vi.advanceTimersByTimeAsync(5 * MINUTE - 1000);
  expect(lock).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(lock).toHaveBeenCalledOnce();
});

test("coming back in time begins anew", async () => {
  await start();
  await turn(true);
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  await turn(false);
  await turn(true);
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  expect(lock).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(lock).toHaveBeenCalledOnce();
});

test("a page that slept through its time locks as soon as it wakes", async () => {
  await start();
  await turn(true);
  vi.setSystemTime(Date.now() + 30 * MINUTE);
  await turn(false);
  expect(lock).toHaveBeenCalledOnce();
});

test("another page that is seen keeps all open; once it is gone the minutes begin", async () => {
  await start();
  await turn(true);
  front += 1;
  await vi.advanceTimersByTimeAsync(12 * MINUTE);
  expect(lock).not.toHaveBeenCalled();
  front -= 1;
  localStorage.setItem("selfos-seen", String(Date.now()));
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  expect(lock).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(lock).toHaveBeenCalledOnce();
});
