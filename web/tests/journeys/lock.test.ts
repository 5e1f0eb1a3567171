import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { offline, settled, world } from "./world";

const PASSPHRASE = "four grey storks moor";
const CANARY = "zebras on the roof";

const life = world();

/** Everything that the browser stores, as text; sealed bytes are shown as the characters they would be. */
function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it must travel into the page with what calls it
    const text = (_: string, value: unknown): unknown => {
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
      return bytes instanceof Uint8Array ? new TextDecoder("latin1").decode(bytes) : value;
    };
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("selfos");
      opening.addEventListener("success", () => resolve(opening.result));
    });
    const tables = [...database.objectStoreNames].map(
      (name) =>
        new Promise<string>((resolve) => {
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.addEventListener("success", () => resolve(JSON.stringify(reading.result, text)));
        }),
    );
    const all = await Promise.all(tables);
    database.close();
    return all.join("\n") + JSON.stringify(localStorage);
  });
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel("Passphrase").fill(passphrase);
  await page.keyboard.press("Enter");
}

const locked = (page: Page): Promise<void> => page.getByRole("heading", { name: "Locked" }).waitFor();

async function capture(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: /^capture/i }).first().click();
  await page.getByRole("dialog").getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

test("a locked device tells nobody anything, works as before once it is open, and can be unsealed", async () => {
  const page = await life.device();
  const other = await page.context().newPage();
  await other.goto(`${life.house.url}/thoughts`);
  await page.bringToFront();
  await page.goto(`${life.house.url}/thoughts`);
  await capture(page, CANARY);
  await settled(page);
  expect(await stored(page)).toContain(CANARY);

  await page.goto(`${life.house.url}/settings/lock`);
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("The same again").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Seal this device" }).click();
  await Promise.all([locked(page), locked(other)]);
  const sealed = await stored(page);
  expect(sealed).toContain('"state":"on"');
  expect(sealed).not.toContain(CANARY);
  expect(sealed).not.toContain("access_token");

  await unlock(page, "not the passphrase");
  await page.getByText("That is not the passphrase.").waitFor();
  await unlock(page, PASSPHRASE);
  await page.getByText("What opens it").waitFor();
  await other.reload();
  await other.getByText(CANARY).first().waitFor();
  await page.bringToFront();
  await page.goto(`${life.house.url}/thoughts`);
  await page.getByText(CANARY).first().waitFor();
  await offline(page.context(), true);
  await capture(page, `More ${CANARY}`);
  await page.getByText(`More ${CANARY}`).first().waitFor();
  expect(await stored(page)).not.toContain(CANARY);
  await offline(page.context(), false);
  await settled(page);

  await page.keyboard.press("Control+Shift+L");
  await Promise.all([locked(page), locked(other)]);
  await unlock(page, PASSPHRASE);
  await page.getByText(`More ${CANARY}`).first().waitFor();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "App lock" }).click();
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByLabel("Your passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Seal this device" }).waitFor();
  expect(await stored(page)).toContain(CANARY);
});

test("who has forgotten the passphrase is told what is lost, empties the device and signs in again", async () => {
  const page = await life.device({ serviceWorkers: "block" });
  await page.goto(`${life.house.url}/settings/lock`);
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("The same again").fill(PASSPHRASE);
  await page.context().route("**/api/v1/**", (route) => route.abort());
  await capture(page, "Written before it was locked, and never sent");
  await page.getByRole("button", { name: "Seal this device" }).click();
  await locked(page);
  await page.getByRole("button", { name: "I cannot unlock it" }).click();
  await page.getByText("was not sent yet and will be lost").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Empty this device" }).click();
  await page.waitForURL(/sign-in/);
  expect(await stored(page)).not.toContain("turning");
});
