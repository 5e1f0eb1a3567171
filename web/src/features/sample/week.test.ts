import { expect, it } from "vitest";
import { SAMPLE } from "./tag";
import { type Making, sampleWeek } from "./week";

const week = sampleWeek("2026-11-20");

/** The ids that a record is made with and that must be there before it. */
function namedBy({ action, input }: Making): string[] {
  if (action === "milestones.create") return [input.goal_id];
  if (action !== "tasks.create") return [];
  return [input.project_id, ...(input.depends_on ?? [])].filter((id): id is string => typeof id === "string");
}

it("marks every record of the sample but its milestones, which belong to its goal", () => {
  const unmarked = week.filter(({ input }) => !("tags" in input && input.tags?.includes(SAMPLE)));
  expect(unmarked.map(({ action }) => action)).toEqual(Array(3).fill("milestones.create"));
});

it("makes a record before another one names it", () => {
  const early = week.filter((making, place) => {
    const before = new Set(week.slice(0, place).map(({ input }) => input.id));
    return namedBy(making).some((id) => !before.has(id));
  });
  expect(week.flatMap(namedBy)).toHaveLength(7);
  expect(early).toEqual([]);
});
