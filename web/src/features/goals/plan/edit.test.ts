import { describe, expect, test } from "vitest";
import { editable, moved, neighbour, sent, tasksOf, withItem, without } from "./edit";
import { italian } from "./italian.fixture";

const titles = (milestone: number | null, plan = italian) => tasksOf(plan, milestone).map(({ task }) => task.title);

describe("editing a plan", () => {
  test("changes one item and leaves the others", () => {
    const edited = withItem(italian, "milestones", 1, { key: "talk", title: "Talk", due: "2026-12-05" });
    expect(edited.milestones.map(({ title }) => title).slice(0, 3)).toEqual([italian.milestones[0]?.title, "Talk", italian.milestones[2]?.title]);
    expect(edited.tasks).toBe(italian.tasks);
  });

  test("adds behind the last", () => {
    expect(withItem(italian, "tasks", italian.tasks.length, { key: "pack", title: "Pack", milestone: 5 }).tasks.at(-1)?.title).toBe("Pack");
  });

  test("takes the tasks of a milestone out with it, and the others keep theirs", () => {
    const edited = without(italian, "milestones", 1);
    expect(edited.milestones).toHaveLength(italian.milestones.length - 1);
    expect(titles(0, edited)).toEqual(titles(0));
    expect(titles(1, edited)).toEqual(titles(2));
    expect(edited.tasks).toHaveLength(italian.tasks.length - titles(1).length);
  });

  test("moves a milestone together with its tasks", () => {
    const edited = moved(italian, "milestones", 0, 1);
    expect(edited.milestones[0]).toEqual(italian.milestones[1]);
    expect([titles(0, edited), titles(1, edited)]).toEqual([titles(1), titles(0)]);
  });

  test("moves a task among those of its milestone, past those of others", () => {
    const mixed = { ...italian, tasks: [1, 0, 1].map((milestone, at) => ({ key: `${at}`, title: `${at}`, milestone })) };
    expect(titles(1, moved(mixed, "tasks", 0, 1))).toEqual(["2", "0"]);
    expect(neighbour(mixed, "tasks", 1, 1)).toBeUndefined();
    expect(moved(mixed, "tasks", 1, -1)).toBe(mixed);
  });

  test("keeps tasks without a milestone where milestones come and go", () => {
    const free = withItem(italian, "tasks", 0, { key: "free", title: "Free" });
    expect(titles(null, without(free, "milestones", 0))).toEqual(["Free"]);
  });

  test("tells items apart while it is edited, and the server nothing of it", () => {
    const plan = { id: italian.id, tasks: [{ title: "Pack" }, { title: "Pack" }] };
    const [one, other] = editable(plan).tasks;
    expect(one?.key).not.toBe(other?.key);
    expect(sent(editable(plan))).toEqual({ ...plan, milestones: [], habits: [] });
  });
});
