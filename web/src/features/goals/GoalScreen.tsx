import { useState } from "react";
import { useLocation, useParams, useSearchParams } from "wouter";
import { Button, Empty, fetched, Page, Skeleton } from "../../design";
import { useRecord } from "../../life/hooks";
import { HistoryLink } from "../history";
import { type Goal, useWork } from "./goal";
import { GoalForm } from "./GoalForm";
import { GoalMenu } from "./GoalMenu";
import { GoalSide } from "./GoalSide";
import { GoalHabits } from "./habits/GoalHabits";
import { Way } from "./Way";
import { t } from "./texts";

const COLUMN = "flex min-w-0 flex-col gap-5";

const Planning = fetched(() => import("./plan/Planning"), <Skeleton lines={6} />);

/** `?plan` breaks the goal down. */
export default function GoalScreen() {
  const { id = "" } = useParams<{ id: string }>();
  const goal = useRecord("goal", id);
  const [asked] = useSearchParams();
  if (goal === undefined) return <Page title={t("goal")}>{<Skeleton lines={6} />}</Page>;
  if (goal === null) return <Page title={t("goal")}>{<Empty icon="target" title={t("gone.title")} text={t("gone.text")} />}</Page>;
  if (!asked.has("plan")) return <GoalPage goal={goal} />;
  return (
    <Page title={t("planFor", { title: goal.title })}>
      <Planning goal={goal} />
    </Page>
  );
}

function GoalPage({ goal }: { goal: Goal }) {
  const work = useWork(goal);
  const [, go] = useLocation();
  const [editing, setEditing] = useState(false);
  const plan = () => go(`/goals/${goal.id}?plan`);
  const isBare = work !== undefined && work.milestones.length + work.tasks.length === 0;
  return (
    <Page
      wide
      title={goal.title}
      actions={
        <>
          {!isBare && (
            <Button icon="sparkles" onClick={plan}>
              {t("planMore")}
            </Button>
          )}
          <GoalMenu goal={goal} onEdit={() => setEditing(true)} onGone={() => go("/goals")} />
        </>
      }
    >
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr]">
        <div className={`${COLUMN} lg:col-start-2`}>
          <GoalSide goal={goal} work={work} onEdit={() => setEditing(true)} />
        </div>
        <div className={`${COLUMN} lg:col-start-1 lg:row-span-2 lg:row-start-1`}>
          {work ? <Way goal={goal} work={work} onPlan={plan} /> : <Skeleton lines={8} />}
        </div>
        <div className="lg:col-start-2">
          <GoalHabits goal={goal} />
        </div>
      </div>
      <HistoryLink kind="goal" id={goal.id} />
      {editing && <GoalForm goal={goal} onClose={() => setEditing(false)} />}
    </Page>
  );
}
