import { expect, test } from "vitest";
import { PASSWORD } from "../browser/person";
import { settled, tabTo, world } from "./world";

const life = world({ populated: false });

test("a person without a mouse: from an account to a plan", async () => {
  const page = await life.stranger();
  await page.goto(life.house.url);

  await tabTo(page, /^name/i);
  await page.keyboard.type("Ada");
  await tabTo(page, /e-mail address/i);
  await page.keyboard.type("ada@example.org");
  await tabTo(page, /^password/i);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");

  await page.getByText("Your first thought").waitFor();
  await tabTo(page, /what is on your mind/i);
  await page.keyboard.type("Call the dentist on friday");
  await page.keyboard.press("Enter");
  await page.getByText("What was understood").waitFor();
  await tabTo(page, "Go to Today");
  await page.keyboard.press("Enter");

  await page.getByRole("heading", { name: "Found in your thoughts" }).waitFor();
  await tabTo(page, /^Add the task/);
  await page.keyboard.press("a");
  const task = page.locator("main").getByRole("link", { name: /dentist/i }).first();
  await page.getByText(/^Added:/).waitFor();

  await page.keyboard.press("g");
  await page.keyboard.press("k");
  await page.getByRole("heading", { level: 1, name: "Tasks" }).waitFor();
  await task.waitFor();
  await tabTo(page, /^Complete: .*dentist/i);
  await page.keyboard.press("Space");
  await page.getByText(/^Done: .*dentist/i).waitFor();
  await task.waitFor({ state: "detached" });
  await page.keyboard.press("z");
  await task.waitFor();

  await page.keyboard.press("g");
  await page.keyboard.press("g");
  await page.getByRole("heading", { level: 1, name: "Goals" }).waitFor();
  await tabTo(page, "New goal");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Title/);
  await page.keyboard.type("Run a 10 km race");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Run a 10 km race" }).waitFor();
  await settled(page);
  await tabTo(page, "Make a plan");
  await page.keyboard.press("Enter");
  await tabTo(page, "Make the plan");
  await page.keyboard.press("Enter");
  await tabTo(page, "Apply the plan");
  await page.keyboard.press("Enter");
  await page.getByText(/^Plan applied/).waitFor();
  await settled(page);

  await expect.poll(() => page.locator("main").getByRole("checkbox").count()).toBeGreaterThan(3);
});
