import type { Actions } from "../../../sync/act";
import { addDays, type Day } from "../../../i18n/days";
import { AREAS } from "../../../i18n/words";
import { type Filter, NONE } from "../filter";

type Task = Actions["tasks.create"];
type Defaults = Pick<Task, "project_id" | "priority" | "energy" | "tags" | "people" | "life_areas" | "due">;

/** What a task needs so that it fits the filter under which it is added. */
export function defaultsOf(filter: Filter, today: Day): Defaults {
  const { project, priority, energy, tag, person, due } = filter;
  const area = AREAS.find((one) => one === filter.area);
  const level = Number(priority);
  return {
    ...(project && project !== NONE ? { project_id: project } : {}),
    ...(level ? { priority: level } : {}),
    ...(Number(energy) ? { energy: Number(energy) } : {}),
    ...(tag ? { tags: [tag] } : {}),
    ...(person ? { people: [person] } : {}),
    ...(area ? { life_areas: [area] } : {}),
    ...(due === "today" || due === "week" || due === "month" ? { due: today } : {}),
    ...(due === "overdue" ? { due: addDays(today, -1) } : {}),
  };
}

/** What was written counts more than what the filter says; lists have both. */
export function withDefaults(task: Task, defaults: Defaults): Task {
  const both = (name: "tags" | "people"): string[] => [...new Set([...(task[name] ?? []), ...(defaults[name] ?? [])])];
  const areas = new Set([...(task.life_areas ?? []), ...(defaults.life_areas ?? [])]);
  return {
    ...task,
    project_id: task.project_id ?? defaults.project_id ?? null,
    priority: task.priority ?? defaults.priority ?? null,
    energy: task.energy ?? defaults.energy ?? null,
    due: task.due ?? defaults.due ?? null,
    tags: both("tags"),
    people: both("people"),
    life_areas: [...areas],
  };
}
