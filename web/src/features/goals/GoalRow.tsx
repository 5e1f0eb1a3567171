import { Link } from "wouter";
import { Icon, Row } from "../../design";
import { relativeDay } from "../../i18n/dates";
import { Areas } from "./Areas";
import { type Goal, useWork } from "./goal";
import { GoalMenu } from "./GoalMenu";
import { Ring } from "./Ring";
import { t } from "./texts";

/** A goal in the list: how far, why, and what comes next. */
export function GoalRow({ goal, onEdit }: { goal: Goal; onEdit: (goal: Goal) => void }) {
  const work = useWork(goal);
  return (
    <Row className="py-3" leading={<Ring value={work?.progress ?? goal.progress} />} trailing={<GoalMenu goal={goal} onEdit={() => onEdit(goal)} />}>
      <Link href={`/goals/${goal.id}`} className="text-lg font-semibold hover:underline">
        {goal.title}
      </Link>
      {goal.vision && <p className="text-muted line-clamp-1">{goal.vision}</p>}
      <div className="text-muted mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {goal.target_date && <TargetDate day={goal.target_date} />}
        <Areas areas={goal.life_areas} />
      </div>
      {goal.status === "active" && work?.next && <p className="mt-1 text-sm">{t("next", { title: work.next.title })}</p>}
    </Row>
  );
}

export function TargetDate({ day }: { day: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <Icon name="flag" className="size-3.5" />
      {t("by", { day: relativeDay(day) })}
    </span>
  );
}
