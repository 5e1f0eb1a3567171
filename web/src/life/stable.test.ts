import { expect, test } from "vitest";
import { stable, unchanged } from "./stable";

const one = { id: "1", tags: ["a"], title: "one" };
const two = { id: "2", tags: ["b"], title: "two" };

test("a list that reads the same is the same", () => {
  const before = [one, two];
  expect(stable(before, structuredClone(before))).toBe(before);
});

test("only what changed is another object", () => {
  const before = [one, two];
  const now = stable(before, [{ ...two, tags: ["b", "c"] }, structuredClone(one)]);
  expect(now.map(({ id }) => id)).toEqual(["2", "1"]);
  expect(now[1]).toBe(one);
  expect(now[0]).not.toBe(two);
});

test("a field that comes or goes is a change", () => {
  const more = { ...one, note: null };
  expect(unchanged(one, more)).toBe(more);
  expect(unchanged(null, one)).toBe(one);
});
