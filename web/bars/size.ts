import { gzipSync } from "node:zlib";
import { device, launch } from "../tests/browser/browser";
import { ground } from "./ground";
import { atMost, type Row } from "./table";

/** What a first visit loads before a person can act, gzipped. */
export async function rows(): Promise<Row[]> {
  const { house } = await ground();
  const browser = await launch();
  try {
    const context = await device(browser, { serviceWorkers: "block" });
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on("response", (response) => {
      if (/\.(js|css)$/.test(new URL(response.url()).pathname)) sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await page.goto(house.url);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return [atMost("first load, JavaScript and styles, gzipped", total / 1000, 130, "kB")];
  } finally {
    await browser.close();
    await house.close();
  }
}
