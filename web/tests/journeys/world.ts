import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { device, launch, signInByForm } from "../browser/browser";
import { House } from "../browser/house";
import { type Person, register } from "../browser/person";

/** A house with one person, and a browser; new for each file of journeys. */
export class World {
  declare house: House;
  declare browser: Browser;
  declare person: Person;

  /** A signed-in device of the person, on Today; it goes on without a network, unless service workers are blocked. */
  async device(options: Parameters<typeof device>[1] = {}): Promise<Page> {
    const page = await (await device(this.browser, options)).newPage();
    await signInByForm(page, this.house.url, this.person);
    if (options.serviceWorkers !== "block") await installed(page);
    return page;
  }

  async stranger(): Promise<Page> {
    return (await device(this.browser)).newPage();
  }
}

export function world({ populated = true } = {}): World {
  const made = new World();
  beforeAll(async () => {
    made.house = await House.open();
    made.browser = await launch();
    if (populated) made.person = await register(made.house.url);
  });
  afterAll(async () => {
    await made.browser?.close();
    await made.house?.close();
  });
  return made;
}

/** Everything that was done here has reached the server. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
}

/** How many acts of this device wait for the server. */
function waiting(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("selfos");
        opening.addEventListener("success", () => {
          const database = opening.result;
          const counting = database.transaction("acts").objectStore("acts").index("state").count("waiting");
          counting.addEventListener("success", () => {
            database.close();
            resolve(counting.result);
          });
        });
      }),
  );
}

/** The service worker holds the app, so that it opens with no network. */
async function installed(page: Page): Promise<void> {
  const isServed = () => page.evaluate(() => navigator.serviceWorker.controller?.state);
  await expect.poll(isServed, { timeout: 30_000 }).toBe("activated");
}

/** Write down a thought from wherever one is. */
export async function capture(page: Page, text: string): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("c");
  await page.getByRole("dialog").getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Change the words of a thought in the list. */
export async function edit(page: Page, text: string, words: string): Promise<void> {
  await page.getByRole("link", { name: text }).focus();
  await page.keyboard.press("e");
  await page.locator("main").getByRole("textbox").last().fill(words);
  await page.keyboard.press("Control+Enter");
  await page.locator("main").getByText(words).first().waitFor();
}

export async function offline(context: BrowserContext, isOffline: boolean): Promise<void> {
  await context.setOffline(isOffline);
}

const MOST_STEPS = 200;

/** Go by Tab to what has this name, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const isIt = (text: string): boolean => (typeof name === "string" ? text === name : name.test(text));
  const passed: string[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const focused = await nameOfFocused(page);
    if (isIt(focused)) return;
    passed.push(focused);
    await page.keyboard.press(key);
  }
  throw new Error(`Nothing called ${String(name)} is reached by ${key}; passed: ${passed.join(" | ")}`);
}

/** The accessible name of what has the focus, as far as these pages need. */
function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return "";
    const labelled = (focused.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
    const label = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels?.[0]?.textContent : undefined;
    return (focused.getAttribute("aria-label") ?? (labelled.join(" ").trim() || label || focused.textContent) ?? "").trim();
  });
}
