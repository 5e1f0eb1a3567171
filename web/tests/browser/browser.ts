import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { Person } from "./person";

const PLACES = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const ARGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NONE = "There is no Chromium here. Debian: apt install chromium; or set CHROMIUM.";
const ABROAD = { locale: "en-GB", timezoneId: "Europe/Berlin", viewport: { width: 1280, height: 800 } };

export function chromiumPath(): string | undefined {
  return PLACES.find((place) => place && existsSync(place));
}

export async function launch(args: string[] = []): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error(NONE);
  return chromium.launch({ executablePath, args: [...ARGS, ...args] });
}

/** A browser that keeps its profile in this folder. */
export async function launchKept(profile: string): Promise<BrowserContext> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error(NONE);
  return chromium.launchPersistentContext(profile, { executablePath, args: ARGS, ...ABROAD });
}

/** Sign in by the form, as a person does. */
export async function signInByForm(page: Page, url: string, person: Person): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(/e-mail/i).fill(person.email);
  await page.getByLabel(/^password/i).fill(person.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${url}/`);
}

/** What a device of the person looks like: its own storage, nothing shared with another. */
export async function device(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<BrowserContext> {
  return browser.newContext({ ...ABROAD, ...options });
}
