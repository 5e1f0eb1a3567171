import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchKept, signInByForm } from "../tests/browser/browser";
import { complete, spent } from "./device";
import { fill, ground } from "./ground";
import { atMost, type Row } from "./table";

const RECORDS = 100_000;

/** A new device of a person with 100,000 records, in a profile on the disk: one in memory is faster than any device. */
export async function rows(): Promise<Row[]> {
  const place = await ground();
  await fill(place, RECORDS);
  const profile = await mkdtemp(join(tmpdir(), "selfos-profile-"));
  const context = await launchKept(profile);
  try {
    const page = await context.newPage();
    const answered = page.waitForResponse((response) => response.url().endsWith("/auth/login"));
    const signing = signInByForm(page, place.house.url, place.person);
    await answered;
    const began = Date.now();
    await signing;
    await page.getByRole("link", { name: "Thoughts" }).first().click();
    await page.locator("main").getByText("(note ").first().waitFor();
    const first = Date.now() - began;
    await complete(page);
    const whole = Date.now() - began;
    await page.waitForTimeout(2000);
    return [
      atMost("100,000 records: sign-in to first rows", first / 1000, 2, "s"),
      atMost("100,000 records: sign-in to all on the device", whole / 1000, 20, "s"),
      atMost("100,000 records: size on the device", (await spent(page)) / 1_000_000, 90, "MB"),
    ];
  } finally {
    await context.close();
    await place.house.close();
    await rm(profile, { recursive: true, force: true });
  }
}
