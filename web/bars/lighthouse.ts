import { join } from "node:path";
import { createServer } from "node:net";
import { device, launch, signInByForm } from "../tests/browser/browser";
import { liveAWeek } from "../tests/browser/week";
import { ground } from "./ground";
import { atLeast, type Row } from "./table";

const LEAST = { performance: 95, accessibility: 100, "best-practices": 100 };

interface Audits {
  lhr: { categories: Record<string, { score: number | null }> };
}

type Lighthouse = (url: string, flags: Record<string, unknown>) => Promise<Audits | undefined>;

/** Lighthouse as it judges a phone, of the page a new person sees; and whether the app can be installed. */
export async function rows(): Promise<Row[]> {
  const { house, person } = await ground();
  await liveAWeek(person);
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  try {
    const page = await (await device(browser)).newPage();
    const found = await judged(`${house.url}/`, port);
    await signInByForm(page, house.url, person);
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    const errors = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito");
    const install: Row = { what: "reasons against installing", measured: errors.join(" ") || "none", bar: "none", held: errors.length === 0 };
    return [...found, install];
  } finally {
    await browser.close();
    await house.close();
  }
}

async function judged(url: string, port: number): Promise<Row[]> {
  const { default: lighthouse } = (await import(join(import.meta.dirname, "node_modules/lighthouse/core/index.js"))) as { default: Lighthouse };
  const result = await lighthouse(url, { port, output: "json", logLevel: "silent", onlyCategories: Object.keys(LEAST) });
  return Object.entries(LEAST).map(([name, least]) =>
    atLeast(`Lighthouse, mobile: ${name}`, Math.round((result?.lhr.categories[name]?.score ?? 0) * 100), least),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
