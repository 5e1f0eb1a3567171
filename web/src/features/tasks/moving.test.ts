import { describe, expect, test } from "vitest";
import { moveBy, moveTo } from "./moving";
import { toggled, withRange } from "./select/useSelection";

const IDS = ["a", "b", "c", "d"];

describe("moving", () => {
  test("up lands before the task that stood there, down after it", () => {
    expect(moveTo(IDS, "d", 1)).toEqual({ id: "d", before_id: "b" });
    expect(moveTo(IDS, "a", 2)).toEqual({ id: "a", after_id: "c" });
  });

  test("one place at a time ends at the ends", () => {
    expect(moveBy(IDS, "b", -1)).toEqual({ id: "b", before_id: "a" });
    expect(moveBy(IDS, "b", 1)).toEqual({ id: "b", after_id: "c" });
    expect(moveBy(IDS, "a", -1)).toBeNull();
    expect(moveBy(IDS, "d", 1)).toBeNull();
  });

  test("nothing moves that is not in the list", () => {
    expect(moveTo(IDS, "x", 0)).toBeNull();
  });
});

describe("selecting", () => {
  test("a range runs from the last one chosen, either way", () => {
    expect(withRange(["d"], IDS, "d", "b")).toEqual(["d", "b", "c"]);
    expect(withRange([], IDS, "a", "b")).toEqual(["a", "b"]);
  });

  test("a range without a beginning is the one task", () => {
    expect(withRange([], IDS, null, "c")).toEqual(["c"]);
    expect(withRange(["a"], IDS, "gone", "c")).toEqual(["a", "c"]);
  });

  test("choosing again takes it back", () => {
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
    expect(toggled(["b"], "a")).toEqual(["b", "a"]);
  });
});
