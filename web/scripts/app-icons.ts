/** The pictures of the app in the sizes that systems want, drawn from `public/icon.svg`: `npx tsx scripts/app-icons.ts`. */
import { readFileSync } from "node:fs";
import { launch } from "../tests/browser/browser";

const PUBLIC = new URL("../public/", import.meta.url);
const drawing = readFileSync(new URL("icon.svg", PUBLIC), "utf8");
/** A system cuts its own shape out of the whole square. */
const square = drawing.replace(' rx="14"', "");

const browser = await launch();
const page = await browser.newPage();
for (const [name, size, svg] of [
  ["icon-192", 192, drawing],
  ["icon-512", 512, drawing],
  ["icon-maskable-512", 512, square],
  ["apple-touch-icon", 180, square],
] as const) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  await page.screenshot({ path: new URL(`${name}.png`, PUBLIC).pathname, omitBackground: true });
}
await browser.close();
