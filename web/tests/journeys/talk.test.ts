import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { offline, settled, world } from "./world";

const life = world();
const WISH = "Remind me to call Ana tomorrow at 5pm";

test("a task asked for in a talk is made, undone on its card, and the talk stays", async () => {
  const page = await life.device();
  await page.goto(`${life.house.url}/talk`);
  await say(page, WISH);
  await page.waitForURL(/\/talk\/.+/);
  const reply = page.getByRole("article", { name: "Reply" });
  const undo = reply.getByRole("button", { name: "Undo" });
  await undo.waitFor({ timeout: 30_000 });
  expect(await openTasks()).toEqual([expect.stringMatching(/call Ana/i)]);

  await undo.click();
  await reply.getByRole("button", { name: "Do it again" }).waitFor();
  await expect.poll(openTasks).toEqual([]);

  await page.reload();
  await reply.getByRole("button", { name: "Do it again" }).waitFor();
  await offline(page.context(), true);
  await page.reload();
  await page.getByRole("log").getByText(WISH).waitFor();
  await page.getByText("Talking needs your server").waitFor();
  await offline(page.context(), false);

  const good = reply.getByRole("button", { name: "A good reply", exact: true });
  await good.click();
  await expect.poll(() => good.getAttribute("aria-pressed")).toBe("true");
  await settled(page);
  const { data } = await life.person.api.GET("/api/v1/messages", { params: { query: { limit: 10 } } });
  expect(data?.items.find(({ role }) => role === "assistant")?.rating).toBe("good");
});

test("a talk is named anew, and deleted and brought back", async () => {
  const page = await life.device();
  await page.goto(`${life.house.url}/talk`);
  await say(page, "What is on this week?");
  await page.waitForURL(/\/talk\/.+/);
  await choose(page.getByRole("button", { name: /^Acts on/ }), "Rename");
  await page.getByRole("dialog").getByLabel("Name").fill("My week");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: "My week" }).waitFor();

  await choose(page.getByRole("button", { name: "Acts on “My week”" }), "Delete");
  await page.waitForURL(/\/talk$/);
  const named = page.getByRole("list", { name: "Earlier talks" }).getByRole("link", { name: "My week" });
  await expect.poll(() => named.count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await named.click();
  await page.getByRole("log").getByText("What is on this week?").waitFor();
});

test("a source that is attached to a message is shown with it", async () => {
  const text = "Green tea wants water of eighty degrees, and two minutes.";
  await life.person.api.POST("/api/v1/sources", { body: { text, title: "Notes on tea", own: true, format: "markdown" } });
  const page = await life.device();
  await page.goto(`${life.house.url}/talk`);
  await page.getByRole("button", { name: "Attach sources" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Notes on tea").check({ timeout: 30_000 });
  await dialog.getByRole("button", { name: "Attach", exact: true }).click();
  const attached = page.getByRole("list", { name: "Attached" });
  await attached.getByRole("button", { name: /Notes on tea/ }).waitFor();
  await say(page, "How hot does green tea want it?");
  await page.getByRole("log").getByRole("link", { name: "Notes on tea" }).first().click();
  await page.getByText(text).waitFor();
  expect(page.url()).toMatch(/\/sources\/.+/);
});

test("what is learnt from a thought is shown with its words, pinned, put right and forgotten", async () => {
  await life.person.api.POST("/api/v1/thoughts", { body: { content: "I moved to Porto in May" } });
  const page = await life.device();
  await page.goto(`${life.house.url}/memories`);
  const memory = page.getByRole("listitem").filter({ hasText: "Porto" });
  await memory.waitFor({ timeout: 30_000 });
  await memory.getByText("Why is this known?").click();
  await memory.getByText("“I moved to Porto in May”").waitFor();

  const acts = memory.getByRole("button", { name: /^Acts on/ });
  await choose(acts, "Pin");
  await memory.getByText("Pinned", { exact: true }).waitFor();
  await choose(acts, "Put right");
  await page.getByRole("dialog").getByLabel("What is to be remembered").fill("I have lived in Porto since May");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await memory.getByText("I have lived in Porto since May").waitFor();
  await memory.getByText("You wrote or corrected it yourself.").waitFor();

  await choose(acts, "Forget");
  await page.getByRole("dialog").getByRole("button", { name: "Forget" }).click();
  await expect.poll(() => memory.count()).toBe(0);
  await settled(page);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await memory.waitFor();
  await settled(page);
  expect((await memoryOf("Porto"))?.statement).toBe("I have lived in Porto since May");
});

test("how far findings can be believed is shown, and what was learned is erased", async () => {
  await life.person.api.POST("/api/v1/thoughts", { body: { content: "Mira is my sister" } });
  await expect.poll(async () => (await memoryOf("Mira"))?.id, { timeout: 30_000 }).toBeDefined();
  const subject_id = (await memoryOf("Mira"))?.id ?? "";
  await life.person.api.POST("/api/v1/feedback", { body: { subject: "memory", subject_id, verdict: "good" } });
  const page = await life.device();
  await page.goto(`${life.house.url}/insights`);
  await page.getByText(/^SelfOS was .* sure of the .* that you judged/).waitFor();
  await page.getByRole("link", { name: "Switch learning off, or erase it" }).click();
  await page.getByRole("button", { name: "Erase what was learned" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Erase what was learned" }).click();
  await page.getByText(/^Erased: /).waitFor();
  const { data } = await life.person.api.GET("/api/v1/learning/reliability");
  expect(data).toMatchObject({ feedback: 0, curves: [] });
});

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your message" }).fill(text);
  await page.keyboard.press("Enter");
}

async function choose(menu: Locator, item: string): Promise<void> {
  await menu.click();
  await menu.page().getByRole("menuitem", { name: item, exact: true }).click();
}

async function openTasks(): Promise<string[]> {
  const { data } = await life.person.api.GET("/api/v1/tasks");
  return data?.items.map(({ title }) => title) ?? [];
}

async function memoryOf(word: string) {
  const { data } = await life.person.api.GET("/api/v1/memories");
  return data?.items.find(({ statement }) => statement.includes(word));
}
