import { formatDay, formatMinutes, formatMoment, formatNumber, formatPercent } from "../../i18n/dates";
import { formatRepeat, formatRepeatAfter } from "../../i18n/repeats";
import { named, priorityName } from "../../i18n/words";
import type { Kind } from "../../device/kinds";
import { t } from "./texts";

/** Texts that are not shown as they are stored. */
const TEXTS: Record<string, (value: string, kind: Kind) => string> = {
  due: formatDay,
  start: formatDay,
  starts: formatDay,
  until: formatDay,
  target_date: formatDay,
  valid_from: formatDay,
  valid_until: formatDay,
  due_at: formatMoment,
  start_at: formatMoment,
  completed_at: formatMoment,
  closed_at: formatMoment,
  captured_at: formatMoment,
  deleted_at: formatMoment,
  rrule: formatRepeat,
  repeat_after: formatRepeatAfter,
  status: (value, kind) => wordFor(kind, value),
  type: (value) => wordFor("type", value),
  sentiment: (value) => wordFor("sentiment", value),
  pattern: (value) => wordFor("pattern", value),
  life_areas: (value) => wordFor("area", value),
};

/** Numbers that mean something else than how many. */
const NUMBERS: Record<string, (value: number) => string> = {
  duration_minutes: formatMinutes,
  minutes_per_week: formatMinutes,
  progress: formatPercent,
  confidence: formatPercent,
  priority: priorityName,
};

/** The kind of record that a field names by its id. */
const NAMES: Record<string, Kind> = {
  goal_id: "goal",
  milestone_id: "milestone",
  project_id: "project",
  parent_id: "task",
  follows_id: "task",
  task_id: "task",
  superseded_by: "memory",
  depends_on: "task",
  thought_id: "thought",
  suggestion_id: "task_suggestion",
};

export function namedKind(field: string): Kind | undefined {
  return NAMES[field];
}

/** One value, or one of a list, in words. */
export function valueText(field: string, value: unknown, kind: Kind): string {
  if (typeof value === "string") return TEXTS[field]?.(value, kind) ?? value;
  if (typeof value === "number") return NUMBERS[field]?.(value) ?? formatNumber(value);
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  return Array.isArray(value) ? t("items", { count: value.length }) : t("something");
}

/** A field as a person calls it; one that is newer than this app by its own name. */
export function fieldName(field: string): string {
  return known(t(`field.${field}` as Parameters<typeof t>[0]), `field.${field}`) ?? field.replaceAll("_", " ");
}

/** The catalogue answers an unknown key with the key: a server may know values that this app does not. */
function wordFor(what: string, value: string): string {
  const [first, second] = [what, value] as Parameters<typeof named>;
  return known(named(first, second), `${what}.${value}`) ?? value;
}

function known(text: string, key: string): string | undefined {
  return text === key ? undefined : text;
}

/** What was put into a list and what was taken out of it. */
export function listDifference(before: readonly string[], after: readonly string[]): { gone: string[]; come: string[] } {
  return { gone: before.filter((one) => !after.includes(one)), come: after.filter((one) => !before.includes(one)) };
}

export function asNames(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}
