import type { Page } from "playwright-core";
import { device, launch, signInByForm } from "../tests/browser/browser";
import { complete } from "./device";
import { expectText, fill, ground, sighted, watchFor } from "./ground";
import { atMost, quantile, type Row } from "./table";

const RECORDS = 10_000;
const TIMES = 20;

/** How soon what a person enters is seen: on this device, on a slow one, and on another. */
export async function rows(): Promise<Row[]> {
  const place = await ground();
  await fill(place, RECORDS);
  const browser = await launch();
  try {
    const [here, there] = await Promise.all([0, 1].map(async () => (await device(browser)).newPage()));
    if (!here || !there) throw new Error("no pages");
    for (const page of [here, there]) {
      await watchFor(page);
      await signInByForm(page, place.house.url, place.person);
      await complete(page);
      await page.goto(`${place.house.url}/thoughts`);
      await page.locator("main").getByText("(note ").first().waitFor();
    }
    const elsewhere = await acrossDevices(here, there);
    const fast = await locally(here, "quick");
    const session = await here.context().newCDPSession(here);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const slow = await locally(here, "slow");
    return [
      atMost("Enter to captured item visible, 10,000 records (p95)", quantile(fast, 0.95), 60, "ms"),
      atMost("the same at 4× processor slowdown (p95)", quantile(slow, 0.95), 300, "ms"),
      atMost("a change visible on another device (p95)", quantile(elsewhere, 0.95), 300, "ms"),
    ];
  } finally {
    await browser.close();
    await place.house.close();
  }
}

async function entered(page: Page, words: string): Promise<number> {
  await page.keyboard.press("c");
  await page.getByRole("dialog").getByRole("textbox").first().fill(words);
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    addEventListener("keydown", () => Object.assign(globalThis, { pressed: performance.timeOrigin + performance.now() }), { capture: true, once: true });
  });
  await page.keyboard.press("Enter");
  return Number(await page.evaluate("globalThis.pressed"));
}

async function locally(page: Page, name: string): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const words = `A thought of the ${name} row, number ${time}.`;
    await expectText(page, words);
    const began = await entered(page, words);
    times.push((await sighted(page, words)) - began);
    await page.waitForTimeout(200);
  }
  return times;
}

async function acrossDevices(here: Page, there: Page): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const words = `A thought on its way, number ${time}.`;
    await expectText(there, words);
    const began = await entered(here, words);
    times.push((await sighted(there, words)) - began);
  }
  return times;
}
