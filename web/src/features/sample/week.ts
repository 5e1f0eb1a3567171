import { newId } from "../../device/ids";
import { addDays, currentZone, type Day, momentOf } from "../../i18n/days";
import type { Actions } from "../../sync/act";
import { SAMPLE } from "./tag";
import { t } from "./texts";




type Made = "thoughts.create" | "tasks.create" | "goals.create" | "milestones.create" | "habits.create" | "projects.create";
/** One act of making something. */
export type Making = { [A in Made]: { action: A; input: Actions[A] } }[Made];

const tags = [SAMPLE];

/** A small week around a day: what was thought, what is to be done, and where it leads. */
export function sampleWeek(day: Day): Making[] {
  return [...thoughts(day), ...goal(day), ...garden(day), ...tasks(day)];
}

function thoughts(day: Day): Making[] {
  const told: [number, string, Parameters<typeof t>[0]][] = [
    [-6, "07:10", "sleep"],
    [-5, "21:30", "shelf"],
    [-4, "13:40", "lunch"],
    [-3, "17:20", "meeting"],
    [-2, "18:05", "shoes"],
    [-1, "12:15", "walking"],
    [0, "00:01", "passport"],
  ];
  return told.map(([away, time, name]) => {
    const captured_at = new Date(momentOf(addDays(day, away), time)).toISOString();
    return { action: "thoughts.create", input: { id: newId(), content: t(name), captured_at, tags, source: SAMPLE } };
  });
}

function goal(day: Day): Making[] {
  const goal_id = newId();
  const milestones = [
    ["milestone3", 3],
    ["milestone5", 30],
    ["milestone8", 60],
  ] as const;
  return [
    {
      action: "goals.create",
      input: { id: goal_id, title: t("goal"), vision: t("vision"), status: "active", target_date: addDays(day, 90), life_areas: ["health"], tags },
    },
    ...milestones.map(([name, away], position): Making => ({
      action: "milestones.create",
      input: { id: newId(), goal_id, title: t(name), due: addDays(day, away), position },
    })),
    {
      action: "habits.create",
      input: { id: newId(), title: t("habit"), why: t("habitWhy"), rrule: "FREQ=WEEKLY;BYDAY=TU,TH,SA", duration_minutes: 30, goal_id, life_areas: ["health"], tags },
    },
  ];
}

function garden(day: Day): Making[] {
  const [project_id, soil] = [newId(), newId()];
  return [
    { action: "projects.create", input: { id: project_id, title: t("project"), color: "#2f7d5b", life_areas: ["home"], tags } },
    task({ id: newId(), title: t("measure"), status: "in_progress", duration_minutes: 15, project_id }),
    task({ id: soil, title: t("soil"), due: addDays(day, 1), project_id }),
    task({ id: newId(), title: t("sow"), due: day, project_id, depends_on: [soil] }),
  ];
}

function tasks(day: Day): Making[] {
  const timezone = currentZone();
  return [
    task({ id: newId(), title: t("form"), due: addDays(day, -2) }),
    task({ id: newId(), title: t("tickets"), due: day, priority: 1, life_areas: ["relationships"] }),
    task({ id: newId(), title: t("plants"), due: day, timezone, rrule: "FREQ=WEEKLY", life_areas: ["home"] }),
    task({ id: newId(), title: t("slides"), due: addDays(day, 2), duration_minutes: 60, life_areas: ["career"] }),
    task({ id: newId(), title: t("dentist"), priority: 2, duration_minutes: 10, life_areas: ["health"] }),
    task({ id: newId(), title: t("book"), life_areas: ["leisure"] }),
  ];
}

function task(input: Actions["tasks.create"]): Making {
  return { action: "tasks.create", input: { ...input, tags } };
}
