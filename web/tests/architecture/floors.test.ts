import { expect, test } from "vitest";
import readme from "../../README.md?raw";
import { imports } from "./sources";

/** From the top to the bottom, as the README lists them. */
const floors = [...readme.matchAll(/^ {4}src\/([\w-]+)\/ /gm)].map(([, name]) => name);

const floorOf = (path: string) => path.split("/")[1];
const featureOf = (path: string) => (path.startsWith("src/features/") ? path.split("/")[2] : undefined);
/** `features/tasks`, that is its `index.ts`. */
const isDoor = (path: string) => path.split("/").length === 3;

const told = imports.map(({ from, to, isLate }) => ({ from, to, isLate, line: `${from} imports ${to}` }));

/** Imports of a feature by somebody else. */
const entries = told.filter(({ from, to }) => featureOf(to) && featureOf(from) !== featureOf(to));

test("every folder has its floor in the README", () => {
  expect(new Set(told.flatMap(({ from, to }) => [floorOf(from), floorOf(to)]))).toEqual(new Set(floors));
});

test("a folder imports only from those below it", () => {
  expect(told.filter(({ from, to }) => floors.indexOf(floorOf(to)) < floors.indexOf(floorOf(from))).map(({ line }) => line)).toEqual([]);
});

test("a feature is entered by its index, or fetched late by the app", () => {
  expect(entries.filter(({ from, to, isLate }) => !isDoor(to) && !(isLate && floorOf(from) === "app")).map(({ line }) => line)).toEqual([]);
});

test("no feature comes back to itself by way of others", () => {
  const left = new Map(entries.filter(({ from }) => featureOf(from)).map(({ from }) => [featureOf(from), new Set<string | undefined>()]));
  for (const { from, to } of entries) left.get(featureOf(from))?.add(featureOf(to));
  const isFree = (feature: string | undefined) => [...(left.get(feature) ?? [])].every((other) => !left.has(other));
  for (let free = [...left.keys()].filter(isFree); free.length > 0; free = [...left.keys()].filter(isFree)) {
    for (const feature of free) left.delete(feature);
  }
  expect([...left.keys()]).toEqual([]);
});
