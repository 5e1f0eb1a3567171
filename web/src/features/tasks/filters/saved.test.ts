import { expect, test } from "vitest";
import { placeOf } from "../place";
import { isSaved } from "./saved";

test("a filter is saved once, whichever task is open beside it", () => {
  const saved = [{ query: "sort=due&tag=home" }];
  expect(isSaved(saved, placeOf("tag=home&sort=due&task=7"))).toBe(true);
  expect(isSaved(saved, placeOf("tag=home"))).toBe(false);
  expect(isSaved([], placeOf("tag=home&sort=due"))).toBe(false);
});
