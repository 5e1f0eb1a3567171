import type { ReactNode } from "react";
import { IconButton, Menu, Row } from "../../../design";
import { formatDay, formatMinutes } from "../../../i18n/dates";
import { formatRepeat } from "../../../i18n/repeats";
import { moved, neighbour, type Part, type Plan, tasksOf, without } from "./edit";
import type { Chosen } from "./PlanPreview";
import { t } from "./texts";

interface Props {
  plan: Plan;
  place: number;
  onEdit: (plan: Plan) => void;
  onChoose: (chosen: Chosen) => void;
}

export function MilestoneHead({ place, ...props }: Props) {
  const milestone = props.plan.milestones[place];
  if (!milestone) return null;
  const tasks = tasksOf(props.plan, place).length;
  return (
    <Item {...props} part="milestones" place={place} title={milestone.title} removing={t("removeMilestone", { title: milestone.title, count: tasks })}>
      {milestone.due && formatDay(milestone.due)}
    </Item>
  );
}

export function TaskItem({ place, ...props }: Props) {
  const task = props.plan.tasks[place];
  if (!task) return null;
  const facts = [task.due && formatDay(task.due), task.duration_minutes && formatMinutes(task.duration_minutes)];
  return (
    <Row>
      <Item {...props} part="tasks" place={place} title={task.title} removing={t("remove", { title: task.title })}>
        {facts.filter(Boolean).join(" · ")}
      </Item>
    </Row>
  );
}

export function HabitItem({ place, ...props }: Props) {
  const habit = props.plan.habits[place];
  if (!habit) return null;
  const { title, rrule, duration_minutes, phases = [] } = habit;
  const facts = [formatRepeat(rrule), duration_minutes && formatMinutes(duration_minutes), phases.length > 0 && t("phases", { count: phases.length })];
  return (
    <Row>
      <Item {...props} part="habits" place={place} title={title} removing={t("remove", { title })}>
        {facts.filter(Boolean).join(" · ")}
      </Item>
    </Row>
  );
}

interface ItemProps extends Props {
  part: Part;
  title: string;
  removing: string;
  children: ReactNode;
}

/** An item of the plan: a press on its title edits it. */
function Item({ plan, part, place, title, removing, children, onEdit, onChoose }: ItemProps) {
  const canMove = (by: 1 | -1) => neighbour(plan, part, place, by) !== undefined;
  const milestone = part === "tasks" ? (plan.tasks[place]?.milestone ?? null) : null;
  const choose = () => onChoose({ part, place, milestone });
  return (
    <span className="flex w-full items-start gap-2">
      <button
        type="button"
        onClick={choose}
        className="min-h-9 min-w-0 flex-1 rounded-sm text-left hover:underline"
      >
        {title}
        <span className="text-muted block text-sm font-normal">{children}</span>
      </button>
      <span className="flex shrink-0">
        <Menu
          label={t("more", { title })}
          items={[
            { label: t("edit"), icon: "pencil", onSelect: choose },
            { label: t("up"), icon: "arrow-up", disabled: !canMove(-1), onSelect: () => onEdit(moved(plan, part, place, -1)) },
            { label: t("down"), icon: "arrow-down", disabled: !canMove(1), onSelect: () => onEdit(moved(plan, part, place, 1)) },
          ]}
        />
        <IconButton icon="x" label={removing} onClick={() => onEdit(without(plan, part, place))} />
      </span>
    </span>
  );
}
