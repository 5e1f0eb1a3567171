import { useId, useState } from "react";
import { useLocation } from "wouter";
import { Checkbox, Icon, Menu } from "../../design";
import { relativeDay } from "../../i18n/dates";
import { useToday } from "../../i18n/today";
import { historyPath } from "../history";
import { isOpen } from "../tasks";
import { useGoalActs } from "./acts";
import type { Milestone, Task } from "./goal";
import { isReached } from "./progress";
import { t } from "./texts";
import { WorkList } from "./WorkList";

interface Props {
  milestone: Milestone;
  /** All of the goal, in order. */
  milestones: Milestone[];
  tasks: Task[];
  startsOpen: boolean;
  onEdit: () => void;
}

/** A milestone; unfolded, what it is for and its tasks. */
export function MilestoneItem({ milestone, milestones, tasks, startsOpen, onEdit }: Props) {
  const body = useId();
  const [open, setOpen] = useState(startsOpen);
  const acts = useGoalActs();
  const [, go] = useLocation();
  const reached = isReached(milestone);
  const place = milestones.indexOf(milestone);
  const move = (by: 1 | -1) => void acts.moveMilestone(milestones, milestone, by);
  return (
    <li className="py-2">
      <div className="flex items-start gap-3">
        <Checkbox hideLabel label={t("reach", { title: milestone.title })} checked={reached} onChange={(now) => void acts.reach(milestone, now)} />
        <button
          type="button"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
          className="flex min-h-9 min-w-0 flex-1 items-start gap-2 rounded-sm py-1 text-left"
        >
          <Icon name={open ? "chevron-down" : "chevron-right"} className="text-muted mt-1 size-4" />
          <span className="min-w-0 flex-1">
            <span className={`font-medium ${reached ? "text-muted line-through" : ""}`}>{milestone.title}</span>
            <Facts milestone={milestone} tasks={tasks} />
          </span>
        </button>
        <Menu
          label={t("more", { title: milestone.title })}
          items={[
            { label: t("edit"), icon: "pencil", onSelect: onEdit },
            { label: t("moveUp"), icon: "arrow-up", disabled: place === 0, onSelect: () => move(-1) },
            { label: t("moveDown"), icon: "arrow-down", disabled: place === milestones.length - 1, onSelect: () => move(1) },
            { label: t("history"), icon: "history", onSelect: () => go(historyPath("milestone", milestone.id)) },
            { label: t("delete"), icon: "trash-2", danger: true, onSelect: () => void acts.removeMilestone(milestone) },
          ]}
        />
      </div>
      <div id={body} hidden={!open} className="pl-8 sm:pl-[3.25rem]">
        {open && (
          <>
            {milestone.notes && <p className="text-muted pb-2 text-sm whitespace-pre-line">{milestone.notes}</p>}
            <WorkList goalId={milestone.goal_id} milestoneId={milestone.id} tasks={tasks} />
          </>
        )}
      </div>
    </li>
  );
}

function Facts({ milestone, tasks }: Pick<Props, "milestone" | "tasks">) {
  const today = useToday();
  const done = tasks.filter((task) => !isOpen(task)).length;
  const late = milestone.due && milestone.due < today && !isReached(milestone);
  return (
    <span className="text-muted flex flex-wrap gap-x-3 text-sm">
      {milestone.due && <span className={late ? "text-warning-ink" : ""}>{relativeDay(milestone.due)}</span>}
      {tasks.length > 0 && <span>{t("tasksDone", { done, count: tasks.length })}</span>}
    </span>
  );
}
