import { expect, test } from "vitest";
import { capture, edit, offline, settled, world } from "./world";

const life = world();

test("a change that the server refuses is shown with its reason, and its text is kept", async () => {
  const page = await life.device();
  await page.goto(`${life.house.url}/thoughts`);
  await capture(page, "Shall we sell the boat");
  await settled(page);
  const found = await life.person.api.GET("/api/v1/thoughts", { params: { query: { limit: 1 } } });
  const id = found.data?.items[0]?.id ?? "";

  await offline(page.context(), true);
  await edit(page, "Shall we sell the boat", "Shall we sell the boat and buy a canoe");
  await page.getByText("and buy a canoe").first().waitFor();
  await life.person.api.DELETE("/api/v1/thoughts/{id}", { params: { path: { id } } });

  await offline(page.context(), false);
  await page.getByText("1 change was refused").first().waitFor();
  await page.getByRole("button", { name: "Look" }).first().click();
  const told = page.getByRole("dialog");
  await told.getByText("It was deleted meanwhile", { exact: false }).waitFor();
  expect(await told.getByText("and buy a canoe").count()).toBeGreaterThan(0);
  await told.getByRole("button", { name: "Discard" }).click();
  await expect.poll(() => page.getByText("1 change was refused").count()).toBe(0);
});

test("what another app shares becomes a capture that is saved by one press", async () => {
  const page = await life.device();
  const shared = new URLSearchParams({ title: "A page", text: "worth reading", url: "https://example.org/a?b=c" });
  await page.goto(`${life.house.url}/capture?${shared}`);
  const text = page.getByRole("textbox").first();
  await expect.poll(() => text.inputValue()).toContain("https://example.org/a?b=c");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved", { exact: true }).first().waitFor();
  await settled(page);
  const kept = await life.person.api.GET("/api/v1/thoughts", { params: { query: { q: "reading" } } });
  expect(kept.data?.items[0]?.content).toContain("A page");
});
