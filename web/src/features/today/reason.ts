import { formatDay, formatDayAs, formatTime } from "../../i18n/dates";
import { addDays, type Day, dayOf, daysBetween } from "../../i18n/days";
import type { Reason, Task } from "./order";
import { t } from "./texts";

interface Told {
  reason: Reason;
  task: Pick<Task, "due" | "due_at">;
}

/** So long a weekday alone says which day is meant. */
const WEEK = 7;

/** Why the task is here, in words that blame nobody. */
export function reasonText({ reason, task }: Told, day: Day): string {
  if (reason === "started") return t("started");
  if (reason === "ready") return t("ready");
  const due = task.due_at ? dayOf(task.due_at) : (task.due ?? day);
  if (due < day) return stillOpen(due, day);
  if (!task.due_at) return t("dueToday");
  return t(reason === "overdue" ? "since" : "dueAt", { time: formatTime(task.due_at) });
}

function stillOpen(due: Day, day: Day): string {
  if (due === addDays(day, -1)) return t("stillOpenYesterday");
  return t("stillOpen", { day: daysBetween(due, day) < WEEK ? formatDayAs(due, { weekday: "long" }) : formatDay(due) });
}
