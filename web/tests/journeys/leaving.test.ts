import { expect, test } from "vitest";
import { capture, offline, settled, world } from "./world";

const life = world();

test("signing out warns about what has not been sent, and leaves nothing on the device", async () => {
  const page = await life.device();
  await page.goto(`${life.house.url}/settings/data`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await offline(page.context(), true);
  await capture(page, "Only on this device");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.getByText("1 change has not reached the server").waitFor();
  await offline(page.context(), false);
  await page.getByText("1 change has not reached the server").waitFor({ state: "detached" });
  await page.getByRole("dialog").getByRole("button", { name: /^sign out/i }).click();
  await page.waitForURL(/welcome|sign-in/);
  const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  const text = await page.evaluate(() => document.body.textContent);
  expect(text).not.toContain("Only on this device");
  expect(left.filter((name) => name !== "selfos")).toEqual([]);
});

test("a session that was ended elsewhere keeps what is done, and sends it after signing in again", async () => {
  const page = await life.device();
  await page.goto(`${life.house.url}/thoughts`);
  await settled(page);
  await life.person.api.DELETE("/api/v1/auth/sessions");
  await capture(page, "Said while nobody was signed in");
  await page.getByText("Your session has ended", { exact: false }).first().waitFor();
  await page.getByText("Said while nobody was signed in").first().waitFor();
  await page.getByRole("link", { name: "Sign in" }).first().click();
  await expect.poll(() => page.getByLabel(/e-mail/i).inputValue()).toBe(life.person.email);
  await page.getByLabel(/^password/i).fill(life.person.password);
  await page.keyboard.press("Enter");
  await settled(page);
  const found = await life.person.api.GET("/api/v1/thoughts", { params: { query: { q: "nobody" } } });
  expect(found.data?.items.length).toBe(1);
});
