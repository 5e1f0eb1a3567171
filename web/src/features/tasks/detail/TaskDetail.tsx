import { useState } from "react";
import { Button, fetched, Panel } from "../../../design";
import { HistoryLink } from "../../history";
import { useMoving } from "../list/useMoving";
import { useOpenTasks } from "../open-tasks";
import { type Asked, useTaskActs } from "../row/acts";
import { DoneBox } from "../row/DoneBox";
import { Meta } from "../row/Meta";
import { isOpen, type Task } from "../task";
import { AboutFields, StatusField } from "./AboutFields";
import { Dependencies } from "./Dependencies";
import { EditedArea, EditedTitle } from "./EditedText";
import { Links } from "./Links";
import { Origin, Parent } from "./Origin";
import { PlanFields } from "./PlanFields";
import { Subtasks } from "./Subtasks";
import { t } from "./texts";
import { useEdit } from "./useEdit";

const Asking = fetched(() => import("../asking/Asking"));

/** A heading until it is touched. */
const TITLE = "-ml-2 resize-none border-transparent bg-transparent px-2! text-xl font-semibold hover:border-edge focus:border-edge";

/** A task with all its fields, each changed where it stands. */
export function TaskDetail({ task }: { task: Task }) {
  const open = useOpenTasks();
  const edit = useEdit(task.id);
  const [asked, setAsked] = useState<Asked>(null);
  const { toStatus } = useMoving(open, (_, about) => setAsked(about));
  const acts = useTaskActs();
  const setTitle = (title: string) => edit({ title }, t("title"));
  return (
    <div className="flex flex-col gap-4">
      <div className="@container">
        <div className="flex flex-wrap items-start gap-3">
          <div className="flex min-h-9 items-center">
            <DoneBox task={task} onToggle={() => toStatus(task, isOpen(task) ? "done" : "todo")} />
          </div>
          <div className="min-w-0 flex-1">
            <EditedTitle hideLabel label={t("title")} value={task.title} required maxLength={500} onCommit={setTitle} className={TITLE} />
            <Meta task={task} open={open} />
          </div>
          <div className="basis-full @md:basis-auto">
            <StatusField task={task} set={(status) => toStatus(task, status)} />
          </div>
        </div>
      </div>
      <Parent task={task} />
      <EditedArea label={t("notes")} value={task.notes} onCommit={(notes) => edit({ notes }, t("notes"))} />
      <Panel title={t("plan")}>
        <PlanFields task={task} edit={edit} />
      </Panel>
      <Subtasks task={task} />
      <Panel title={t("about")}>
        <AboutFields task={task} edit={edit} />
      </Panel>
      <Dependencies task={task} />
      <Links task={task} edit={edit} />
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Origin task={task} />
        <HistoryLink kind="task" id={task.id} />
        <Button variant="quiet" icon="trash-2" className="text-danger-ink ml-auto" onClick={() => acts.remove(task)}>
          {t("remove")}
        </Button>
      </footer>
      {asked && (
        <Asking task={task} about={asked} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}
