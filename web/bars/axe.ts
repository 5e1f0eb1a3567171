import type { Browser } from "playwright-core";
import { violations } from "../tests/browser/axe";
import { device, launch, signInByForm } from "../tests/browser/browser";
import type { Person } from "../tests/browser/person";
import { OPEN_SCREENS, SCREENS } from "../tests/browser/screens";
import { liveAWeek } from "../tests/browser/week";
import { ground } from "./ground";
import type { Row } from "./table";

const WIDTHS = [320, 390, 768, 1280, 1440];
const THEMES = ["light", "dark"] as const;

/** Every screen against WCAG 2.2 AA, light and dark, at every width. */
export async function rows(): Promise<Row[]> {
  const { house, person } = await ground();
  await liveAWeek(person);
  const browser = await launch();
  const found: string[] = [];
  try {
    for (const theme of THEMES) found.push(...(await inTheme(browser, house.url, theme, person)).map((line) => `${theme} ${line}`));
  } finally {
    await browser.close();
    await house.close();
  }
  for (const line of found) process.stdout.write(`  ${line}\n`);
  const looks = (SCREENS.length + OPEN_SCREENS.length) * WIDTHS.length * THEMES.length;
  return [{ what: `violations of WCAG 2.2 AA in ${looks} looks`, measured: String(found.length), bar: "0", held: found.length === 0 }];
}

async function inTheme(browser: Browser, url: string, colorScheme: (typeof THEMES)[number], person: Person): Promise<string[]> {
  const page = await (await device(browser, { colorScheme, reducedMotion: "reduce" })).newPage();
  const open = await violations(page, url, OPEN_SCREENS, WIDTHS);
  await signInByForm(page, url, person);
  return [...open, ...(await violations(page, url, SCREENS, WIDTHS))];
}
