import { expect, test } from "vitest";
import { capture, edit, offline, settled, world } from "./world";

const life = world();

test("what is done without a network survives a reload and reaches the server and the other device", async () => {
  const plane = await life.device();
  const desk = await life.device();
  await desk.goto(`${life.house.url}/thoughts`);
  expect(await plane.getByText("A new version is ready").count()).toBe(0);
  await plane.goto(`${life.house.url}/thoughts`);
  await capture(plane, "Written on the ground");
  await desk.getByText("Written on the ground").waitFor();

  await offline(plane.context(), true);
  await capture(plane, "Written above the clouds");
  await capture(plane, "A slip of the pen");
  await plane.reload();
  await plane.getByText("Written above the clouds").waitFor();
  await edit(plane, "Written on the ground", "Written on the ground, changed in the air");
  await plane.goto(`${life.house.url}/thoughts`);
  await plane.getByRole("link", { name: "A slip of the pen" }).focus();
  await plane.keyboard.press("Delete");
  await plane.getByText("Offline", { exact: false }).first().waitFor();
  expect(await desk.getByText("above the clouds").count()).toBe(0);

  await offline(plane.context(), false);
  await desk.getByText("Written above the clouds").waitFor();
  await desk.getByText("Written on the ground, changed in the air").waitFor();
  await settled(plane);
  await expect.poll(() => desk.getByText("A slip of the pen").count()).toBe(0);
});

test("an act done offline can be undone offline, and neither is seen elsewhere", async () => {
  const page = await life.device();
  const desk = await life.device();
  await page.goto(`${life.house.url}/thoughts`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await offline(page.context(), true);
  await capture(page, "Better unsaid");
  await page.getByText("Better unsaid").first().waitFor();
  await page.keyboard.press("z");
  await page.locator("main").getByText("Better unsaid").waitFor({ state: "detached" });
  await offline(page.context(), false);
  await settled(page);
  await capture(page, "Better said");
  await desk.goto(`${life.house.url}/thoughts`);
  await desk.getByText("Better said").waitFor();
  expect(await desk.locator("main").getByText("Better unsaid").count()).toBe(0);
});

test("a server that is killed in the middle of a push has everything once in the end", async () => {
  const page = await life.device();
  await page.goto(`${life.house.url}/thoughts`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await offline(page.context(), true);
  for (let number = 0; number < 30; number += 1) await capture(page, `Number ${number} of thirty`);
  const pushed = page.waitForRequest((request) => request.url().endsWith("/sync/push"));
  await offline(page.context(), false);
  await pushed;
  await life.house.stop("SIGKILL");
  await life.house.start();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await settled(page);
  const { data } = await life.person.api.GET("/api/v1/thoughts", { params: { query: { limit: 200, q: "thirty" } } });
  const numbers = data?.items.map(({ content }) => content).filter((content) => /^Number \d+ of thirty$/.test(content));
  expect(new Set(numbers).size).toBe(30);
  expect(numbers?.length).toBe(30);
});

test("a part of the app that is not on the device yet is told, and comes with the network", async () => {
  const page = await life.device({ serviceWorkers: "block" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await offline(page.context(), true);
  await page.keyboard.press("/");
  await page.getByText("not on the device yet").waitFor();
  expect(await page.getByRole("heading", { level: 1, name: "Today" }).isVisible()).toBe(true);
  await offline(page.context(), false);
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
});
