import { describe, expect, it } from "vitest";
import { weekOf, weekStartOf } from "./weeks";

describe("weeks", () => {
  it.each([
    [0, "2026-03-23"],
    [6, "2026-03-29"],
    [5, "2026-03-28"],
  ])("beginning on day %i hold a Sunday since %s", (weekStart, expected) => {
    expect(weekOf("2026-03-29", weekStart)).toBe(expected);
  });

  it("begin where the language is at home", () => {
    expect(["de-DE", "en-GB", "en-US", "ar-EG"].map(weekStartOf)).toEqual([0, 0, 6, 5]);
  });
});
