import { expect, test } from "vitest";
import { sprite } from "../../scripts/sprite";
import { ICONS } from "../../src/design/icons";
import drawn from "../../src/design/icons.svg?raw";
import { sources } from "./sources";

test("the picture of the icons is that of their list", () => {
  expect(drawn).toBe(sprite());
});

test("every icon is shown somewhere", () => {
  const code = [...sources].filter(([path]) => path !== "src/design/icons.ts").map(([, text]) => text);
  expect(ICONS.filter((icon) => !code.some((text) => text.includes(`"${icon}"`)))).toEqual([]);
});
