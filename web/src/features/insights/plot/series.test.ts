import { expect, test } from "vitest";
import { stacked, ticksOf, total } from "./series";

test("rows stand on the rows below them", () => {
  expect(stacked([[1, 0, 2], [3, 1, 0], [0, 5, 1]])).toEqual([[1, 0, 2], [4, 1, 2], [4, 6, 3]]);
  expect(stacked([])).toEqual([]);
});

test("the axis names no more places than fit, and always the last", () => {
  expect(ticksOf(28, 5)).toEqual([3, 9, 15, 21, 27]);
  expect(ticksOf(3, 10)).toEqual([0, 1, 2]);
  expect(ticksOf(1, 5)).toEqual([0]);
  expect(ticksOf(0, 5)).toEqual([]);
});

test("a total is the sum of all points", () => {
  expect(total([1, 2, 3])).toBe(6);
});
