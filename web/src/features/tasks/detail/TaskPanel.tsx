import { Link } from "wouter";
import { Icon, IconButton, Skeleton } from "../../../design";
import { useRecord } from "../../../life/hooks";
import { MissingTask } from "./MissingTask";
import { TaskDetail } from "./TaskDetail";
import { t } from "./texts";

/** A task beside the list it was opened from. */
export default function TaskPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const task = useRecord("task", id);
  return (
    <aside aria-label={task?.title ?? t("task")} className="sticky top-4 max-h-[calc(100dvh-2rem)] w-[26rem] shrink-0 overflow-y-auto pr-1 pl-1">
      <header className="flex items-center justify-end gap-1">
        <Link href={`/tasks/${id}`} aria-label={t("asPage")} title={t("asPage")} className="rounded-control text-muted hover:bg-sunken inline-flex size-9 items-center justify-center">
          <Icon name="external-link" />
        </Link>
        <IconButton icon="x" label={t("close")} onClick={onClose} />
      </header>
      {task === undefined && <Skeleton lines={6} />}
      {task === null && <MissingTask id={id} />}
      {task && <TaskDetail task={task} />}
    </aside>
  );
}
