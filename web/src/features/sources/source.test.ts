import { expect, test } from "vitest";
import { bringing, source } from "./source.fixture";
import { beneath, matching, shareOf } from "./source";

test("every word must be found, in the title or among the tags, in any case", () => {
  const [bread, trip] = [source("Bread that rises", ["kitchen"]), source("A trip to Lisbon")];
  expect(matching([bread, trip], "KITCHEN bread")).toEqual([bread]);
  expect(matching([bread, trip], "kitchen lisbon")).toEqual([]);
  expect(matching([bread, trip], "  ")).toEqual([bread, trip]);
});

test("what has not been counted yet has not begun", () => {
  expect(shareOf(bringing(0, 0))).toBe(0);
  expect(shareOf(bringing(3, 12))).toBe(0.25);
});

test("a heading that names the place of a part is not shown twice", () => {
  expect(beneath("Tea", "# Tea\n\nGreen tea wants two minutes.")).toBe("Green tea wants two minutes.");
  expect(beneath("Tea", "# Coffee\n\nBlack.")).toBe("# Coffee\n\nBlack.");
  expect(beneath(null, "# Tea\n\nGreen.")).toBe("# Tea\n\nGreen.");
});
