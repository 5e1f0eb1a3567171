import { lazy, Suspense, useState } from "react";
import { useLocation, useParams, useSearchParams } from "wouter";
import { Button, Empty, Page, Skeleton } from "../../design";
import { useRecord } from "../../life/hooks";
import { HistoryLink } from "../history";
import { type Goal, useWork } from "./goal";
import { GoalForm } from "./GoalForm";
import { GoalMenu } from "./GoalMenu";
import { GoalSide } from "./GoalSide";
import { Way } from "./Way";
import { t } from "./texts";

const Planning = lazy(() => import("./plan/Planning"));

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
      <Suspense fallback={<Skeleton lines={6} />}>
        <Planning goal={goal} />
      </Suspense>
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
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex flex-col gap-5 lg:order-last">
          <GoalSide goal={goal} work={work} onEdit={() => setEditing(true)} />
        </div>
        <div className="flex flex-col gap-5">
          {work ? <Way goal={goal} work={work} onPlan={plan} /> : <Skeleton lines={8} />}
        </div>
      </div>
      <HistoryLink kind="goal" id={goal.id} />
      {editing && <GoalForm goal={goal} onClose={() => setEditing(false)} />}
    </Page>
  );
}
