import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext } from "playwright-core";
import { device, launch, signInByForm } from "../tests/browser/browser";
import { liveAWeek } from "../tests/browser/week";
import { ground } from "./ground";
import { atMost, type Row } from "./table";

/** The stream of news stays open, so that the network is never idle. */
const QUIET = 2000;

/** What is loaded until a person can act, gzipped: on a first visit, and on a device that somebody is signed in to. */
export async function rows(): Promise<Row[]> {
  const { house, person } = await ground();
  await liveAWeek(person);
  const browser = await launch();
  try {
    const first = await loaded(await fresh(browser), house.url);
    const context = await fresh(browser);
    await signInByForm(await context.newPage(), house.url, person);
    const signedIn = await loaded(context, house.url);
    return [
      atMost("first visit: JavaScript and styles, gzipped", first / 1000, 130, "kB"),
      atMost("Today, signed in: JavaScript and styles, gzipped", signedIn / 1000, 130, "kB"),
    ];
  } finally {
    await browser.close();
    await house.close();
  }
}

/** Nothing cached, and no service worker that fetches ahead. */
function fresh(browser: Browser): Promise<BrowserContext> {
  return device(browser, { serviceWorkers: "block" });
}

/** All that one visit fetches until nothing more comes. */
async function loaded(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) sizes.push(response.body().then(gzipped));
  });
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForTimeout(QUIET);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function gzipped(body: Buffer): number {
  return gzipSync(body, { level: 9 }).length;
}
