import { expect, test } from "vitest";
import { rangeOf } from "./ranges";

test("four weeks are 28 days that end today", () => {
  expect(rangeOf("weeks4", "2026-03-29", 0)).toMatchObject({ since: "2026-03-02", until: "2026-03-29", step: "day", weekStart: 0 });
});

test("three months and a year are counted by weeks", () => {
  expect(rangeOf("months3", "2026-03-29", 0)).toMatchObject({ since: "2025-12-29", step: "week" });
  expect(rangeOf("year", "2026-03-29", 0)).toMatchObject({ since: "2025-03-31", step: "week" });
});

test("all has no beginning of its own", () => {
  expect(rangeOf("all", "2026-03-29", 0)).not.toHaveProperty("since");
});
