import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type Page } from "playwright-core";
import { signInByForm, launchKept } from "../tests/browser/browser";
import { expectText, fill, type Ground, ground, sighted, watchFor } from "./ground";
import { atMost, quantile, type Row } from "./table";
import { complete } from "./device";

const RECORDS = 10_000;
const MARK = "The task that shows that Today is there";
const TIMES = 5;

/** How long until Today can be used with 10,000 records on the device: in a browser just begun, and again in one that runs. */
export async function rows(): Promise<Row[]> {
  const place = await ground();
  const profile = await mkdtemp(join(tmpdir(), "selfos-profile-"));
  try {
    await fill(place, RECORDS);
    await place.person.api.POST("/api/v1/tasks", { body: { title: MARK, due: new Date().toISOString().slice(0, 10), priority: 1 } });
    await firstVisit(profile, place);
    const cold: number[] = [];
    const warm: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const context = await launchKept(profile);
      cold.push(await usable(context, place.house.url));
      warm.push(await usable(context, place.house.url));
      await context.close();
    }
    return [
      atMost("cold usable, 10,000 records on the device (median)", quantile(cold, 0.5) / 1000, 2, "s"),
      atMost("warm usable, 10,000 records on the device (median)", quantile(warm, 0.5) / 1000, 0.5, "s"),
    ];
  } finally {
    await place.house.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function firstVisit(profile: string, { house, person }: Ground): Promise<void> {
  const context = await launchKept(profile);
  const page = await context.newPage();
  await signInByForm(page, house.url, person);
  await complete(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForTimeout(2000);
  await context.close();
}

async function usable(context: BrowserContext, url: string): Promise<number> {
  const page: Page = await context.newPage();
  await watchFor(page);
  await page.goto(url, { waitUntil: "commit" });
  const began = await page.evaluate(() => performance.timeOrigin);
  await expectText(page, MARK);
  const there = await sighted(page, MARK);
  await page.close();
  return there - began;
}
