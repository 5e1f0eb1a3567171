import { expect, it } from "vitest";
import { quoted } from "./suggestion";

it("cuts a thought by characters, not by halves of them", () => {
  expect(quoted("🎂🎂 buy candles today", [3, 14])).toEqual(["🎂🎂 ", "buy candles", " today"]);
});
