/** The app's bars, measured in a real browser: `npm run bars [-- PART …]`. */
import { loadavg } from "node:os";
import { type Row, shown } from "./table";

const PARTS: Record<string, () => Promise<{ rows: () => Promise<Row[]> }>> = {
  size: () => import("./size"),
  lighthouse: () => import("./lighthouse"),
  usable: () => import("./usable"),
  acts: () => import("./acts"),
  large: () => import("./large"),
  axe: () => import("./axe"),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`There are the parts ${Object.keys(PARTS).join(", ")}.`);

let missed = 0;
process.stdout.write(`load average ${loadavg().map((value) => value.toFixed(1)).join(" ")}\n`);
for (const [name, load] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const row of await (await load()).rows()) {
    process.stdout.write(`${shown(row)}\n`);
    missed += row.held ? 0 : 1;
  }
}
process.exitCode = missed > 0 ? 1 : 0;
