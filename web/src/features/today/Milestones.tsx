import { Link } from "wouter";
import { IconButton, List, Panel, Row } from "../../design";
import type { Records } from "../../device/kinds";
import { relativeDay } from "../../i18n/dates";
import { addDays, type Day } from "../../i18n/days";
import { useAct, useRecords } from "../../life/hooks";
import { t } from "./texts";

type Milestone = Records["milestone"];

const AHEAD = 6;

/** The open milestones of active goals that are due within a week, the first first. */
export function Milestones({ day }: { day: Day }) {
  const goals = useRecords({ kind: "goal", open: true });
  const milestones = useRecords({ kind: "milestone", where: (milestone) => isNear(milestone, day) }, [day]);
  const titles = new Map(goals?.map(({ id, title }) => [id, title]));
  const near = milestones?.filter(({ goal_id }) => titles.has(goal_id)) ?? [];
  if (near.length === 0) return null;
  return (
    <Panel title={t("milestones")}>
      <List>
        {near.toSorted(byDay).map((milestone) => (
          <MilestoneRow key={milestone.id} milestone={milestone} goal={titles.get(milestone.goal_id) ?? ""} />
        ))}
      </List>
    </Panel>
  );
}

function MilestoneRow({ milestone: { id, title, due, goal_id }, goal }: { milestone: Milestone; goal: string }) {
  const act = useAct();
  return (
    <Row
      trailing={
        <>
          <span className="text-muted text-sm">{due && relativeDay(due)}</span>
          <IconButton
            icon="flag"
            label={t("reach", { title })}
            onClick={() => void act("milestones.complete", { id }, t("reached", { title }))}
          />
        </>
      }
    >
      <p>{title}</p>
      <Link href={`/goals/${goal_id}`} className="text-muted text-sm hover:underline">
        {goal}
      </Link>
    </Row>
  );
}

function isNear({ status, due }: Milestone, day: Day): boolean {
  return status === "open" && due !== null && due <= addDays(day, AHEAD);
}

function byDay(a: Milestone, b: Milestone): number {
  return (a.due ?? "").localeCompare(b.due ?? "");
}
