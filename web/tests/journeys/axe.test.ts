import { expect, test } from "vitest";
import { violations } from "../browser/axe";
import { OPEN_SCREENS, SCREENS } from "../browser/screens";
import { liveAWeek } from "../browser/week";
import { world } from "./world";

const life = world();

test.each([
  { colorScheme: "light" as const, widths: [320] },
  { colorScheme: "dark" as const, widths: [1280] },
])("every screen can be used by everybody ($colorScheme, $widths px)", { timeout: 240_000 }, async ({ colorScheme, widths }) => {
  const stranger = await life.stranger();
  expect(await violations(stranger, life.house.url, OPEN_SCREENS, widths)).toEqual([]);
  await liveAWeek(life.person);
  const page = await life.device({ colorScheme, reducedMotion: "reduce" });
  expect(await violations(page, life.house.url, SCREENS, widths)).toEqual([]);
});
