import { useMemo } from "react";
import { useAct, usePhase } from "../../../life/hooks";
import { relativeDay } from "../../../i18n/dates";
import type { Actions } from "../../../sync/act";
import { blockers, type OpenTasks } from "../open-tasks";
import { repeats, type Task } from "../task";
import type { Schedule } from "../times";
import { t } from "./texts";

type Wish = Omit<Actions["tasks.complete"], "id">;

/** What can be done with a task from anywhere: each is told, and can be undone. */
interface TaskActs {
  complete: (task: Task, wish?: Wish) => void;
  reopen: (task: Task) => void;
  setStatus: (task: Task, status: Task["status"]) => void;
  snooze: (task: Task, to: string) => void;
  schedule: (task: Task, when: Schedule) => void;
  prioritise: (task: Task, priority: number | null) => void;
  remove: (task: Task) => void;
}

export function useTaskActs(): TaskActs {
  const act = useAct();
  const offline = usePhase() === "offline";
  return useMemo(() => {
    const complete = (task: Task, wish: Wish = {}) =>
      void act("tasks.complete", { ...wish, id: task.id }, doneText(task, offline));
    const reopen = ({ id, title }: Task) => void act("tasks.reopen", { id }, t("reopened", { title }));
    return {
      complete,
      reopen,
      setStatus: (task, status) => {
        const { id, title } = task;
        if (status === "done") complete(task);
        else if (status === "cancelled") void act("tasks.cancel", { id }, t("cancelled", { title }));
        else void act("tasks.update", { id, status }, t(status === "todo" ? "setAside" : "begun", { title }));
      },
      snooze: ({ id, title }, to) => void act("tasks.snooze", { id, to }, t("snoozed", { title, day: relativeDay(to) })),
      schedule: ({ id, title }, when) => void act("tasks.update", { id, ...when }, datedText(title, when.due)),
      prioritise: ({ id, title }, priority) =>
        void act("tasks.update", { id, priority }, prioritisedText(title, priority)),
      remove: ({ id, title }) => void act("tasks.delete", { id }, t("removed", { title })),
    };
  }, [act, offline]);
}

/** What has to be asked before a task is completed. */
export type Question = "blocked" | "subtasks" | null;

/** What a dialog asks about a task: before its completion, or for one of its fields. */
export type Asked = Question | "date" | "priority" | "project";

export function questionBefore(task: Task, open: OpenTasks | undefined): Question {
  if (blockers(task, open).length > 0) return "blocked";
  return open?.parts.has(task.id) ? "subtasks" : null;
}

function doneText(task: Task, offline: boolean): string {
  if (!repeats(task)) return t("done", { title: task.title });
  return t(offline ? "doneRepeatsOffline" : "doneRepeats", { title: task.title });
}

function datedText(title: string, due: string | null | undefined): string {
  return due ? t("dated", { title, day: relativeDay(due) }) : t("undated", { title });
}

function prioritisedText(title: string, level: number | null): string {
  return level === null ? t("unprioritised", { title }) : t("prioritised", { title, level });
}
