import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { device, launch, signInByForm } from "../tests/browser/browser";
import type { Person } from "../tests/browser/person";
import { OPEN_SCREENS, SCREENS } from "../tests/browser/screens";
import { liveAWeek } from "../tests/browser/week";
import { ground } from "./ground";
import type { Row } from "./table";

const WIDTHS = [320, 390, 768, 1280, 1440];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Every screen against WCAG 2.2 AA, light and dark, at every width. */
export async function rows(): Promise<Row[]> {
  const { house, person } = await ground();
  await liveAWeek(person);
  const browser = await launch();
  const found: string[] = [];
  try {
    for (const colorScheme of ["light", "dark"] as const) {
      found.push(...(await violations(browser, house.url, colorScheme, person)));
    }
  } finally {
    await browser.close();
    await house.close();
  }
  for (const line of found) process.stdout.write(`  ${line}\n`);
  const count = (SCREENS.length + OPEN_SCREENS.length) * WIDTHS.length * 2;
  return [{ what: `violations of WCAG 2.2 AA on ${count} pages`, measured: String(found.length), bar: "0", held: found.length === 0 }];
}

async function violations(browser: Browser, url: string, colorScheme: "light" | "dark", person: Person): Promise<string[]> {
  const page = await (await device(browser, { colorScheme, reducedMotion: "reduce" })).newPage();
  const open = await visited(page, url, OPEN_SCREENS, colorScheme);
  await signInByForm(page, url, person);
  return [...open, ...(await visited(page, url, SCREENS, colorScheme))];
}

async function visited(page: Page, url: string, screens: string[], theme: string): Promise<string[]> {
  const found: string[] = [];
  for (const screen of screens) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url + screen);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForTimeout(300);
      const { violations: broken } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      const told = broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
      found.push(...[...told, ...(wide ? ["scrolls sideways"] : [])].map((what) => `${screen} ${width} ${theme}: ${what}`));
    }
  }
  return found;
}
