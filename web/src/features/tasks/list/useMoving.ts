import { useMemo } from "react";
import { addDays, type Day } from "../../../i18n/days";
import { useToday } from "../../../i18n/today";
import { useAct } from "../../../life/hooks";
import { NONE } from "../filter";
import { type By, COLUMNS } from "../groups";
import type { Move } from "../moving";
import type { OpenTasks } from "../open-tasks";
import { useToProject } from "../projects/useToProject";
import { type Asked, questionBefore, useTaskActs } from "../row/acts";
import { isOpen, type Task } from "../task";
import { t } from "../texts";
import { onDay } from "../times";

interface Moving {
  move: (task: Task, move: Move) => void;
  toStatus: (task: Task, status: Task["status"]) => void;
  /** Make it fit a group that it was put into. Groups of several days take nothing in. */
  intoGroup: (task: Task, by: By, key: string) => void;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Putting tasks elsewhere, by dragging or from a menu. */
export function useMoving(all: OpenTasks | undefined, ask: (task: Task, about: Exclude<Asked, null>) => void): Moving {
  const act = useAct();
  const acts = useTaskActs();
  const toProject = useToProject();
  const today = useToday();
  return useMemo(() => {
    const toStatus = (task: Task, status: Task["status"]) => {
      const question = status === "done" && isOpen(task) ? questionBefore(task, all) : null;
      if (question) ask(task, question);
      else if (status === "todo" && !isOpen(task)) acts.reopen(task);
      else acts.setStatus(task, status);
    };
    const toDay = (task: Task, day: Day | null) => acts.schedule(task, onDay(task, day));
    const into: Record<By, (task: Task, key: string) => void> = {
      project: (task, key) => toProject(task, key === NONE ? null : key),
      priority: (task, key) => acts.prioritise(task, key === NONE ? null : Number(key)),
      status: (task, key) => {
        const status = COLUMNS.find((column) => column === key);
        if (status) toStatus(task, status);
      },
      date: (task, key) => {
        const day = { today, tomorrow: addDays(today, 1), [NONE]: null }[key];
        if (day !== undefined) toDay(task, day);
      },
      day: (task, key) => (key === NONE || DAY.test(key)) && toDay(task, key === NONE ? null : key),
      none: () => undefined,
    };
    return {
      move: ({ title }, wish) => void act("tasks.move", wish, t("moved", { title })),
      toStatus,
      intoGroup: (task, by, key) => into[by](task, key),
    };
  }, [act, acts, all, today, ask, toProject]);
}
