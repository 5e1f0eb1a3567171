import { expect, test } from "vitest";
import { candidatesFor, reaches } from "./depending";
import type { Task } from "./task";
import { taskWith } from "./task.fixture";

const chain = [
  taskWith({ id: "a", title: "Buy paint" }),
  taskWith({ id: "b", title: "Paint the door", depends_on: ["a"] }),
  taskWith({ id: "c", title: "Hang the door", depends_on: ["b"] }),
];
const byId = new Map(chain.map((task) => [task.id, task]));
const open = { tasks: chain, byId, parts: new Map<string, Task[]>(), projects: new Map() };

function named(id: string): Task {
  return byId.get(id) ?? taskWith({ id });
}

test("a task that waits for this one, even through others, would close a circle", () => {
  expect(reaches(named("c"), "a", byId)).toBe(true);
  expect(reaches(named("a"), "c", byId)).toBe(false);
  expect(candidatesFor(named("a"), "door", open).map(({ circle }) => circle)).toEqual([true, true]);
});

test("neither the task itself nor what it waits for already is offered", () => {
  expect(candidatesFor(named("b"), "paint", open)).toEqual([]);
  expect(candidatesFor(named("c"), "PAINT buy", open)).toEqual([{ task: named("a"), circle: false }]);
});

test("a circle that exists already is walked only once", () => {
  const circle = [taskWith({ id: "x", depends_on: ["y"] }), taskWith({ id: "y", depends_on: ["x"] })];
  const [x] = circle;
  expect(x && reaches(x, "z", new Map(circle.map((task) => [task.id, task])))).toBe(false);
});
