import { formatLongDay, relativeDay } from "../../../i18n/dates";
import { priorityName, statusName } from "../../../i18n/words";
import { NONE } from "../filter";
import { type By, COLUMNS, LATER, OVERDUE } from "../groups";
import type { OpenTasks } from "../open-tasks";
import { t } from "../texts";

type Heading = (key: string, all: OpenTasks | undefined) => string;

const headings: Record<By, Heading> = {
  date: dateHeading,
  day: dayHeading,
  priority: (key) => (key === NONE ? t("noPriority") : t("priorityGroup", { level: key, name: priorityName(Number(key)) })),
  project: (key, all) => (key === NONE ? t("noProject") : (all?.projects.get(key)?.title ?? "")),
  status: (key) => statusName("task", COLUMNS.find((status) => status === key) ?? "cancelled"),
  none: () => t("all"),
};

/** What stands over a group of tasks. */
export function headingOf(key: string, by: By, all?: OpenTasks): string {
  return headings[by](key, all);
}

function dateHeading(key: string): string {
  const known = ([OVERDUE, "today", "tomorrow", "week", LATER] as const).find((name) => name === key);
  return t(known ?? "noDate");
}

function dayHeading(key: string): string {
  if (key === OVERDUE || key === LATER || key === NONE) return dateHeading(key);
  const [near, long] = [relativeDay(key), formatLongDay(key)];
  return /\d/.test(near) ? long : t("nearDay", { near, day: long });
}
