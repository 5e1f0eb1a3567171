import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { BrowserContext, Page } from "playwright-core";
import { House } from "../tests/browser/house";
import { type Person, register } from "../tests/browser/person";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");

/** A house with one person in it. */
export interface Ground {
  house: House;
  person: Person;
}

export async function ground(): Promise<Ground> {
  const house = await House.open();
  return { house, person: await register(house.url) };
}

/** So many thoughts, written by the product's own units of work. */
export async function fill({ house, person }: Ground, count: number): Promise<void> {
  const { data } = await person.api.GET("/api/v1/auth/me");
  if (!data) throw new Error("nobody is signed in");
  await run(join(ROOT, ".venv/bin/python"), ["-m", "bench.fill", house.data, data.space_id, String(count)], { cwd: ROOT });
}

/** Notes when each of these texts is first painted in the main part of the page, in milliseconds since 1970. */
export async function watchFor(target: BrowserContext | Page): Promise<void> {
  await target.addInitScript({ content: "globalThis.__name = (named) => named;" }); // a helper that tsx writes into functions
  await target.addInitScript(() => {
    const seen: Record<string, number> = {};
    const wanted = new Set<string>();
    const look = (): void => {
      const text = document.querySelector("main")?.textContent ?? "";
      for (const words of wanted) {
        if (!text.includes(words)) continue;
        wanted.delete(words);
        requestAnimationFrame(() => setTimeout(() => (seen[words] = performance.timeOrigin + performance.now()), 0));
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    Object.assign(globalThis, {
      sightings: seen,
      await: (words: string) => {
        wanted.add(words);
        look();
      },
    });
  });
}

interface Watching {
  sightings: Record<string, number>;
  await: (words: string) => void;
}

export async function expectText(page: Page, words: string): Promise<void> {
  await page.evaluate((text) => (globalThis as unknown as Watching).await(text), words);
}

/** When it was painted. */
export async function sighted(page: Page, words: string, timeout = 60_000): Promise<number> {
  const found = await page.waitForFunction((text) => (globalThis as unknown as Watching).sightings[text], words, { timeout, polling: 100 });
  return Number(await found.jsonValue());
}
