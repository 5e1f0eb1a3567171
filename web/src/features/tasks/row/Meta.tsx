import type { ReactNode } from "react";
import { Icon, type IconName } from "../../../design";
import { formatList, formatTime, relativeDay } from "../../../i18n/dates";
import { formatRepeat, formatRepeatAfter } from "../../../i18n/repeats";
import { useToday } from "../../../i18n/today";
import { blockers, type OpenTasks } from "../open-tasks";
import { isOpen, type Task } from "../task";
import { t } from "./texts";

interface Known {
  task: Task;
  open: OpenTasks | undefined;
}

interface Props extends Known {
  hideProject?: boolean | undefined;
  hideDue?: boolean | undefined;
  note?: string | undefined;
}

/** What there is to know about a task at a glance; each part is there only where it says something. */
export function Meta({ task, open, hideProject = false, hideDue = false, note }: Props) {
  return (
    <div className="text-muted mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm empty:hidden">
      {note && <span>{note}</span>}
      {!hideDue && <Due task={task} />}
      <Repeat task={task} />
      {task.priority && <Priority level={task.priority} />}
      <Waiting task={task} open={open} />
      <Subtasks task={task} open={open} />
      {!hideProject && <InProject task={task} open={open} />}
      {task.tags.map((tag) => (
        <span key={tag}>{`#${tag}`}</span>
      ))}
    </div>
  );
}

function Due({ task: { due, due_at } }: { task: Task }) {
  const today = useToday();
  if (!due) return null;
  const text = [relativeDay(due), due_at && formatTime(due_at)].filter(Boolean).join(", ");
  const late = due < today ? "text-warning-ink" : "";
  return <Fact icon="calendar" text={text} tone={due === today ? "text-accent-ink" : late} />;
}

function Repeat({ task: { rrule, repeat_after } }: { task: Task }) {
  if (rrule) return <Fact icon="repeat" text={formatRepeat(rrule)} />;
  return repeat_after ? <Fact icon="repeat" text={formatRepeatAfter(repeat_after)} /> : null;
}

function Priority({ level }: { level: number }) {
  const long = t("priorityLong", { level });
  return <Fact icon="flag" text={<abbr title={long} className="no-underline">{t("priorityShort", { level })}</abbr>} />;
}

function Waiting({ task, open }: Known) {
  const titles = isOpen(task) ? blockers(task, open).map(({ title }) => title) : [];
  if (titles.length === 0) return null;
  return <Fact icon="hourglass" text={<span title={t("blocked", { titles: formatList(titles) })}>{t("blockedShort")}</span>} />;
}

function Subtasks({ task, open }: Known) {
  const count = open?.parts.get(task.id)?.length;
  return count ? <Fact icon="list-tree" text={t("subtasks", { count })} /> : null;
}

function InProject({ task, open }: Known) {
  const project = open?.projects.get(task.project_id ?? "");
  if (!project) return null;
  return (
    <span className="inline-flex items-center gap-1.5">
      <ProjectDot color={project.color} />
      <span className="sr-only">{t("project")}</span>
      {project.title}
    </span>
  );
}

export function ProjectDot({ color }: { color: string | null }) {
  return <span aria-hidden="true" className="bg-edge size-2 shrink-0 rounded-full" style={color ? { backgroundColor: color } : undefined} />;
}

function Fact({ icon, text, tone = "" }: { icon: IconName; text: ReactNode; tone?: string }) {
  return (
    <span className={`inline-flex items-center gap-1 ${tone}`}>
      <Icon name={icon} className="size-3.5" />
      {text}
    </span>
  );
}
