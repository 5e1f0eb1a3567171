import { Button, Dialog } from "../../../design";
import { blockers, useOpenTasks } from "../open-tasks";
import type { Task } from "../task";
import { useToProject } from "../projects/useToProject";
import { type Asked, useTaskActs } from "../row/acts";
import { t } from "./texts";
import { DateDialog } from "./DateDialog";
import { PriorityDialog } from "./PriorityDialog";
import { ProjectDialog } from "./ProjectDialog";

interface Props {
  task: Task;
  about: Exclude<Asked, null>;
  onClose: () => void;
}

/** What has to be known before an act on a task. */
export default function Asking({ task, about, onClose }: Props) {
  const acts = useTaskActs();
  const toProject = useToProject();
  switch (about) {
    case "date":
      return <DateDialog title={t("date", { title: task.title })} task={task} onPick={(when) => acts.schedule(task, when)} onClose={onClose} />;
    case "priority":
      return <PriorityDialog title={t("priority", { title: task.title })} value={task.priority} onPick={(level) => acts.prioritise(task, level)} onClose={onClose} />;
    case "project":
      return <ProjectDialog title={t("project", { title: task.title })} value={task.project_id} onPick={(projectId) => toProject(task, projectId)} onClose={onClose} />;
    case "blocked":
      return <Blocked task={task} onClose={onClose} />;
    case "subtasks":
      return <Unfinished task={task} onClose={onClose} />;
  }
}

function Blocked({ task, onClose }: Omit<Props, "about">) {
  const open = useOpenTasks();
  const acts = useTaskActs();
  const anyway = () => {
    onClose();
    acts.complete(task, { force: true });
  };
  return (
    <Dialog
      open
      title={t("blocked")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("notYet")}</Button>
          <Button variant="primary" onClick={anyway}>
            {t("completeAnyway")}
          </Button>
        </>
      }
    >
      <p>{t("blockedBy", { title: task.title })}</p>
      <Titles tasks={blockers(task, open)} />
    </Dialog>
  );
}

function Unfinished({ task, onClose }: Omit<Props, "about">) {
  const open = useOpenTasks();
  const acts = useTaskActs();
  const complete = (withSubtasks: boolean) => {
    onClose();
    acts.complete(task, { with_subtasks: withSubtasks });
  };
  return (
    <Dialog
      open
      title={t("subtasks")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("notYet")}</Button>
          <Button onClick={() => complete(false)}>{t("onlyThis")}</Button>
          <Button variant="primary" onClick={() => complete(true)}>
            {t("allOfThem")}
          </Button>
        </>
      }
    >
      <p>{t("subtasksOf", { title: task.title })}</p>
      <Titles tasks={open?.parts.get(task.id) ?? []} />
    </Dialog>
  );
}

function Titles({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="list-disc pl-5">
      {tasks.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}
