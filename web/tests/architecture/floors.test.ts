import { expect, test } from "vitest";
import readme from "../../README.md?raw";
import { imports } from "./sources";

/** From the top to the bottom, as the README lists them. */
const floors = [...readme.matchAll(/^ {4}src\/([\w-]+)\/ /gm)].map(([, name]) => name);

const floorOf = (path: string) => path.split("/")[1];
const featureOf = (path: string) => (path.startsWith("src/features/") ? path.split("/")[2] : undefined);
const isDoor = (path: string) => path === `src/features/${featureOf(path)}/index.ts`;

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

test("no file and no feature comes back to itself by way of others", () => {
  expect(circular(told)).toEqual([]);
  const features = entries.map(({ from, to }) => ({ from: featureOf(from), to: featureOf(to) }));
  expect(circular(features.filter(({ from }) => from))).toEqual([]);
});

/** What stands in a circle: left over when all that leads nowhere, or is led to from nowhere, is taken away. */
function circular<T>(arrows: readonly { from: T; to: T }[]): T[] {
  const [left, entered] = [new Set(arrows.map(({ from }) => from)), new Set(arrows.map(({ to }) => to))];
  const next = arrows.filter(({ from, to }) => from !== to && left.has(to) && entered.has(from));
  return next.length < arrows.length ? circular(next) : [...left];
}
