import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What is wrong with these screens by WCAG 2.2 AA, or by not fitting their width; a line for each. */
export async function violations(page: Page, url: string, screens: readonly string[], widths: readonly number[]): Promise<string[]> {
  const found: string[] = [];
  for (const screen of screens) {
    await page.goto(url + screen);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
      found.push(...(await lasting(page)).map((what) => `${screen} at ${width} px: ${what}`));
    }
  }
  return found;
}

/** What is found is looked at again: a list that is just being filled stands still a moment later. */
async function lasting(page: Page): Promise<string[]> {
  const found = await broken(page);
  if (found.length === 0) return found;
  await page.waitForTimeout(1500);
  return broken(page);
}

async function broken(page: Page): Promise<string[]> {
  const { violations: rules } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const told = rules
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !isCovered(node)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return isWide ? [...told, "scrolls sideways"] : told;
}

type Node = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number]["nodes"][number];

/** A target of full size on which a notice lies in passing. */
function isCovered({ any }: Node): boolean {
  return any.some(({ data }) => (data as { messageKey?: string } | null)?.messageKey === "partiallyObscured");
}
