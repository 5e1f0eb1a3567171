import { type ReactNode, useState } from "react";
import { Button, Empty, Panel, Spinner } from "../../design";
import type { Goal, Milestone, Work } from "./goal";
import { MilestoneForm } from "./MilestoneForm";
import { MilestoneItem } from "./MilestoneItem";
import { useArriving } from "./plan/useArriving";
import { isReached } from "./progress";
import { t } from "./texts";
import { WorkList } from "./WorkList";

interface Props {
  goal: Goal;
  work: Work;
  onPlan: () => void;
}

/** The way to the goal: its milestones with their tasks, and the tasks that belong to none. */
export function Way({ goal, work, onPlan }: Props) {
  const [edited, edit] = useState<Milestone | "new">();
  const arriving = useArriving(goal.id);
  const { milestones, tasks } = work;
  const add = (
    <Button variant="quiet" icon="plus" onClick={() => edit("new")}>
      {t("addMilestone")}
    </Button>
  );
  const isBare = milestones.length + tasks.length === 0;
  const firstOpen = milestones.find((milestone) => !isReached(milestone));
  const ids = new Set(milestones.map(({ id }) => id));
  return (
    <>
      <Panel title={t("milestones")} actions={!isBare && add}>
        {milestones.length === 0 && !isBare && <p className="text-muted">{t("noMilestones")}</p>}
        {isBare && (arriving ? <Spinner label={t("arriving")} /> : <NoWay onPlan={onPlan} add={add} />)}
        {milestones.length > 0 && (
          <ol className="divide-line -my-1 flex flex-col divide-y" aria-label={t("milestones")}>
            {milestones.map((milestone) => (
              <MilestoneItem
                key={milestone.id}
                milestone={milestone}
                milestones={milestones}
                tasks={tasks.filter((task) => task.milestone_id === milestone.id)}
                startsOpen={milestone === firstOpen}
                onEdit={() => edit(milestone)}
              />
            ))}
          </ol>
        )}
      </Panel>
      <Panel title={t(milestones.length > 0 ? "otherTasks" : "tasks")}>
        <WorkList goalId={goal.id} tasks={tasks.filter(({ milestone_id }) => !milestone_id || !ids.has(milestone_id))} />
      </Panel>
      {edited && (
        <MilestoneForm
          goal={goal}
          milestone={edited === "new" ? undefined : edited}
          position={(milestones.at(-1)?.position ?? -1) + 1}
          onClose={() => edit(undefined)}
        />
      )}
    </>
  );
}

function NoWay({ onPlan, add }: { onPlan: () => void; add: ReactNode }) {
  return (
    <Empty
      icon="list-tree"
      title={t("bare.title")}
      text={t("bare.text")}
      action={
        <>
          <Button variant="primary" icon="sparkles" onClick={onPlan}>
            {t("plan")}
          </Button>
          {add}
        </>
      }
    />
  );
}
