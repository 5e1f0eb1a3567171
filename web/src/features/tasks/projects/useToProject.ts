import { useCallback } from "react";
import { useAct } from "../../../life/hooks";
import { useOpenTasks } from "../open-tasks";
import type { Task } from "../task";
import { t } from "./texts";

/** Puts a task into a project, or into none. */
export function useToProject(): (task: Task, projectId: string | null) => void {
  const act = useAct();
  const projects = useOpenTasks()?.projects;
  return useCallback(
    ({ id, title }, project_id) => {
      const project = projects?.get(project_id ?? "")?.title;
      void act("tasks.move", { id, project_id }, project ? t("put", { title, project }) : t("takenOut", { title }));
    },
    [act, projects],
  );
}
