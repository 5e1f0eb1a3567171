import type { Records } from "../../device/kinds";
import type { ActionName, Actions, Patch } from "../act";
import { changed, deleted, type Effects, type Fresh, type Look, made, patch } from "./effect";

type Task = Records["task"];
type TaskAction = Extract<ActionName, `tasks.${string}` | "quick_add.add" | `task_suggestions.${string}`>;

/** A task as the server makes it where nothing else is said. */
export const newTask: Fresh<"task"> = {
  title: "",
  notes: "",
  status: "todo",
  priority: null,
  energy: null,
  duration_minutes: null,
  due: null,
  due_at: null,
  start: null,
  start_at: null,
  timezone: null,
  rrule: null,
  repeat_after: null,
  parent_id: null,
  depends_on: [],
  project_id: null,
  goal_id: null,
  milestone_id: null,
  assignee_id: null,
  thought_id: null,
  suggestion_id: null,
  life_areas: [],
  tags: [],
  people: [],
  attachments: [],
  completed_at: null,
  rank: 0,
  follows_id: null,
  occurrence: null,
};

/** Between tasks at the end of a list, as the server leaves it. */
const GAP = 1;

const task = (id: string, set: Partial<Task>): Patch => patch("task", id, set);

const done = (now: string): Partial<Task> => ({ status: "done", completed_at: now });

async function completed(id: string, withSubtasks: boolean, look: Look): Promise<Patch[]> {
  const parts = withSubtasks ? await look.belonging("task", id) : [];
  const open = parts.filter((part) => part.parent_id === id && part.status !== "done" && part.status !== "cancelled");
  const below = await Promise.all(open.map((part) => completed(part.id, true, look)));
  return [...below.flat(), task(id, done(look.now))];
}

/** Between its new neighbours, as the server ranks it; where it was if none is named. */
async function placed(look: Look, { id, after_id, before_id }: Actions["tasks.move"]): Promise<Partial<Task>> {
  const neighbour = await look.record("task", after_id ?? before_id ?? "");
  if (!neighbour) return {};
  const others = (await look.open("task")).filter((one) => one.id !== id && one.id !== neighbour.id);
  const side = after_id ? 1 : -1;
  const beyond = others.map(({ rank }) => (rank - neighbour.rank) * side).filter((distance) => distance > 0);
  return { rank: neighbour.rank + (beyond.length > 0 ? Math.min(...beyond) / 2 : GAP) * side };
}

/** Another first day; clock times move along, until the server says what they are in the task's zone. */
function postponed(before: Task | undefined, to: string): Partial<Task> {
  const first = before?.due ?? before?.start;
  if (!before || !first) return { due: to };
  const shift = Date.parse(to) - Date.parse(first);
  const day = (value: string | null) => value && new Date(Date.parse(value) + shift).toISOString().slice(0, 10);
  const moment = (value: string | null) => value && new Date(Date.parse(value) + shift).toISOString();
  const { start, due, start_at, due_at } = before;
  return { start: day(start), due: day(due), start_at: moment(start_at), due_at: moment(due_at) };
}

type TagChange = Pick<Actions["tasks.bulk"], "fields" | "add_tags" | "remove_tags">;

/** The tags of a task after some were added and removed; nothing where neither was asked for. */
function tagged(before: Task | undefined, { fields, add_tags = [], remove_tags = [] }: TagChange): Partial<Task> {
  if (add_tags.length === 0 && remove_tags.length === 0) return {};
  const kept = (fields?.tags ?? before?.tags ?? []).filter((tag) => !remove_tags.includes(tag));
  return { tags: [...new Set([...kept, ...add_tags])] };
}

/** An edited day leaves the proposed time of day to the server; an edited moment brings its own day. */
function edited(suggestion: Records["task_suggestion"], edits: Partial<Task>): Partial<Task> {
  const { title, due, due_at, timezone, rrule, duration_minutes, people, life_areas, thought_id } = suggestion;
  const times = "due" in edits || "due_at" in edits ? { due: null, due_at: null } : { due, due_at };
  return { title, timezone, rrule, duration_minutes, people, life_areas, thought_id, ...times, ...edits };
}

export const taskEffects: Effects<TaskAction> = {
  "tasks.create": (input, { now }) => made("task", { ...newTask, rank: Date.parse(now) / 1000 }, input, now),
  "tasks.update": (input, { now }) => changed("task", input, now),
  "tasks.delete": (input, { now }) => deleted("task", input, now),
  "tasks.restore": ({ id }) => [task(id, { deleted_at: null })],
  "tasks.bulk": async ({ ids, act = "update", ...change }, look) => {
    if (act !== "update") return ids.map((id) => task(id, { deleted_at: act === "delete" ? look.now : null }));
    const before = await look.records("task", ids);
    return ids.flatMap((id, place) => changed("task", { ...change.fields, ...tagged(before[place], change), id }, look.now));
  },
  "tasks.complete": ({ id, with_subtasks }, look) => completed(id, with_subtasks ?? false, look),
  "tasks.complete_many": async ({ ids, with_subtasks }, look) =>
    (await Promise.all(ids.map((id) => completed(id, with_subtasks ?? false, look)))).flat(),
  "tasks.reopen": ({ id }) => [task(id, { status: "todo", completed_at: null })],
  "tasks.cancel": ({ id }, { now }) => [task(id, { status: "cancelled", updated_at: now })],
  "tasks.snooze": async ({ id, to }, look) => [
    task(id, { ...postponed(await look.record("task", id), to), updated_at: look.now }),
  ],
  "tasks.move": async (input, look) => {
    const { parent_id, project_id } = input;
    const links = { ...(parent_id === undefined ? {} : { parent_id }), ...(project_id === undefined ? {} : { project_id }) };
    return [task(input.id, { ...links, ...(await placed(look, input)) })];
  },
  "tasks.add_dependency": async ({ id, depends_on }, look) => {
    const before = (await look.record("task", id))?.depends_on ?? [];
    return [task(id, { depends_on: [...before, depends_on] })];
  },
  "tasks.remove_dependency": async ({ id, depends_on }, look) => {
    const before = (await look.record("task", id))?.depends_on ?? [];
    return [task(id, { depends_on: before.filter((other) => other !== depends_on) })];
  },
  "quick_add.add": ({ id, text }, { now }) =>
    made("task", { ...newTask, title: text, rank: Date.parse(now) / 1000 }, { id }, now),
  "task_suggestions.accept": async ({ id, task_id, ...edits }, look) => {
    const suggestion = await look.record("task_suggestion", id);
    if (!suggestion || !task_id) return [patch("task_suggestion", id, { status: "accepted" })];
    const given = { ...edited(suggestion, edits as Partial<Task>), id: task_id, suggestion_id: id };
    return [
      patch("task_suggestion", id, { status: "accepted", task_id }),
      ...made("task", { ...newTask, rank: Date.parse(look.now) / 1000 }, given, look.now),
    ];
  },
  "task_suggestions.dismiss": ({ id }) => [patch("task_suggestion", id, { status: "dismissed" })],
  "task_suggestions.restore": ({ id }) => [patch("task_suggestion", id, { status: "pending" })],
};
