import { describe, expect, it } from "vitest";
import { type Draft, DraftKeeper, EMPTY } from "./draft";

/** A store that is as slow as it is told. */
class Store {
  readonly written: unknown[] = [];
  private values = new Map<string, unknown>();

  async get<T>(key: string): Promise<T | undefined> {
    return this.values.get(key) as T | undefined;
  }

  async set(key: string, value: unknown): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.values.set(key, value);
    this.written.push(value);
  }

  async unset(key: string): Promise<void> {
    this.values.delete(key);
  }
}

const draft = (text: string): Draft => ({ text, mode: "thought", dropped: [] });

describe("a draft", () => {
  it("is there again after a reload", async () => {
    const store = new Store();
    await new DraftKeeper(store).keep(draft("half a thou"));
    expect(await new DraftKeeper(store).read()).toEqual(draft("half a thou"));
  });

  it("is written as it is at last, not once for every key", async () => {
    const store = new Store();
    const keeper = new DraftKeeper(store);
    const keys = ["a", "ab", "abc", "abcd"].map((text) => keeper.keep(draft(text)));
    await Promise.all(keys);
    expect(store.written).toEqual([draft("a"), draft("abcd")]);
  });

  it("is gone once it is empty", async () => {
    const store = new Store();
    const keeper = new DraftKeeper(store);
    await keeper.keep(draft("a"));
    await keeper.keep(EMPTY);
    expect(await keeper.read()).toEqual(EMPTY);
  });
});
