import { Link, useParams } from "wouter";
import { Icon, Page, Skeleton } from "../../design";
import { useRecord } from "../../life/hooks";
import { MissingTask } from "./detail/MissingTask";
import { TaskDetail } from "./detail/TaskDetail";
import { t } from "./detail/texts";

/** One task on a page of its own. */
export default function TaskScreen() {
  const { id = "" } = useParams<{ id: string }>();
  const task = useRecord("task", id);
  return (
    <Page
      title={t("task")}
      actions={
        <Link href="/tasks" className="text-accent-ink inline-flex min-h-9 items-center gap-1.5 text-sm font-medium hover:underline">
          <Icon name="arrow-left" />
          {t("back")}
        </Link>
      }
    >
      {task === undefined && <Skeleton lines={8} />}
      {task === null && <MissingTask id={id} />}
      {task && <TaskDetail task={task} />}
    </Page>
  );
}
