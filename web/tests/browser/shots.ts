/**
 * Pictures of every screen: `npx tsx tests/browser/shots.ts [folder] [route …]`.
 *
 * Serves the sources as they are now over a house with a believable fortnight in it.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createServer } from "vite";
import { device, launch, signInByForm } from "./browser";
import { House } from "./house";
import { register } from "./person";
import { liveAWeek } from "./week";

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const ROUTES = ["/", "/thoughts", "/tasks", "/tasks?view=board", "/tasks?view=upcoming", "/goals", "/insights", "/search", "/settings"];

const [folder = "shots", ...given] = process.argv.slice(2);
const routes = given.length > 0 ? given : ROUTES;

await mkdir(folder, { recursive: true });
const house = await House.open();
process.env["SELFOS_URL"] = house.url;
const vite = await createServer({ server: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
await vite.listen();
const address = vite.httpServer?.address();
const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
const browser = await launch();
try {
  const person = await register(house.url);
  await liveAWeek(person);
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await device(browser, { viewport, colorScheme });
      const page = await context.newPage();
      page.on("pageerror", (error) => process.stderr.write(`${size} ${error.message}\n`));
      await signInByForm(page, url, person);
      for (const route of routes) {
        await page.goto(url + route);
        await page.waitForLoadState("networkidle").catch(() => undefined);
        await page.waitForTimeout(500);
        const name = route.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "today";
        await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage: size === "phone" });
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await vite.close();
  await house.close();
}
