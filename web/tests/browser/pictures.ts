/** Draws the pictures of the documents from the app as it is built: `npx tsx tests/browser/pictures.ts`. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { device, launch, signInByForm } from "./browser";
import { House } from "./house";
import { type Person, register } from "./person";
import { liveAWeek } from "./week";

const FOLDER = join(import.meta.dirname, "../../../docs/images");
const DESKTOP = { width: 1180, height: 760 };
const PHONE = { width: 390, height: 800 };

interface Shot {
  route: string;
  size: typeof DESKTOP;
  colorScheme?: "light" | "dark";
}

const PICTURES: Record<string, Shot[]> = {
  today: [
    { route: "/", size: DESKTOP },
    { route: "/", size: PHONE, colorScheme: "dark" },
  ],
  desktop: [
    { route: "/tasks?view=board", size: DESKTOP },
    { route: "GOAL", size: DESKTOP, colorScheme: "dark" },
    { route: "/thoughts", size: DESKTOP, colorScheme: "dark" },
    { route: "/insights", size: DESKTOP },
  ],
  phone: [
    { route: "/", size: PHONE },
    { route: "/thoughts", size: PHONE },
    { route: "/tasks?view=upcoming", size: PHONE, colorScheme: "dark" },
    { route: "/goals", size: PHONE },
  ],
};

const pages = new Map<string, Page>();
const house = await House.open();
const browser = await launch();
try {
  const person = await register(house.url);
  await liveAWeek(person);
  await person.api.POST("/api/v1/checks");
  for (const [name, shots] of Object.entries(PICTURES)) {
    const taken: string[] = [];
    for (const shot of shots) taken.push(await taking(shot, person));
    await compose(browser, taken, shots, join(FOLDER, `${name}.png`));
  }
} finally {
  await browser.close();
  await house.close();
}

/** One device for each size and theme: somebody who signs in ten times a minute is asked to wait. */
async function deviceFor({ size, colorScheme = "light" }: Shot, person: Person): Promise<Page> {
  const key = `${size.width} ${colorScheme}`;
  const known = pages.get(key);
  if (known) return known;
  const context = await device(browser, { viewport: size, colorScheme, deviceScaleFactor: 2, hasTouch: size === PHONE });
  const page = await context.newPage();
  await signInByForm(page, house.url, person);
  await page.getByText("Found in your thoughts").waitFor();
  pages.set(key, page);
  return page;
}

async function taking(shot: Shot, person: Person): Promise<string> {
  const page = await deviceFor(shot, person);
  await page.goto(house.url + (shot.route === "GOAL" ? await goal(person) : shot.route));
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForTimeout(1500);
  const picture = await page.screenshot();
  return `data:image/png;base64,${picture.toString("base64")}`;
}

async function goal({ api }: Person): Promise<string> {
  const { data } = await api.GET("/api/v1/goals");
  const planned = data?.items.find(({ plans }) => plans.length > 0);
  return `/goals/${planned?.id}`;
}

/** Side by side where they are as high as one another, else two in a row. */
async function compose(by: Browser, pictures: string[], shots: Shot[], path: string): Promise<void> {
  const page = await (await by.newContext({ deviceScaleFactor: 1.5, viewport: { width: 1000, height: 700 } })).newPage();
  const width = (index: number) => (shots.every(({ size }) => size === PHONE) ? 220 : shots[index]?.size === PHONE ? 232 : shots.length > 2 ? 472 : 712);
  const images = pictures.map((source, index) => `<img src="${source}" width="${width(index)}">`).join("");
  await page.setContent(`<style>
    body { margin: 0 }
    main { width: fit-content; max-width: 964px; background: #e9eeec; padding: 18px; display: flex; flex-wrap: wrap; gap: 18px; align-items: center; justify-content: center }
    img { border-radius: 10px; box-shadow: 0 1px 3px rgb(0 0 0 / .2), 0 6px 18px rgb(0 0 0 / .12); display: block }
  </style><main>${images}</main>`);
  await page.locator("main").screenshot({ path });
}
