import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { Button, Empty, fetched, List, Page, Panel, Segmented, Skeleton } from "../../design";
import { statusName } from "../../i18n/words";
import { useRecords } from "../../life/hooks";
import type { Goal, GoalStatus } from "./goal";
import { GoalForm } from "./GoalForm";
import { GoalRow } from "./GoalRow";
import { t } from "./texts";

const Habits = fetched(() => import("./habits/Habits"), <Skeleton />);

const STANDING: GoalStatus[] = ["active", "draft"];
const SETTLED: GoalStatus[] = ["completed", "archived"];
const VIEWS = ["goals", "habits"] as const;

/** `?view=habits` shows the habits; `?new=Title` begins a goal of that title. */
export default function GoalsScreen() {
  const [asked, ask] = useSearchParams();
  const view = VIEWS.find((one) => one === asked.get("view")) ?? "goals";
  const begin = () => ask((now) => ({ ...Object.fromEntries(now), new: "" }));
  return (
    <Page
      title={t(view)}
      actions={
        <>
          <Segmented label={t("view")} value={view} onChange={(to) => ask({ view: to })} options={VIEWS.map((value) => ({ value, label: t(value) }))} />
          <Button variant="primary" icon="plus" onClick={begin}>
            {t(`new.${view}`)}
          </Button>
        </>
      }
    >
      {view === "goals" ? (
        <Goals onNew={begin} />
      ) : (
        <Habits onNew={begin} />
      )}
    </Page>
  );
}

function Goals({ onNew }: { onNew: () => void }) {
  const goals = useRecords({ kind: "goal" });
  const [edited, edit] = useState<Goal>();
  if (!goals) return <Skeleton lines={6} />;
  const inState = (status: GoalStatus) => goals.filter((goal) => goal.status === status);
  const empty = (
    <Empty
      icon="target"
      title={t("none.title")}
      text={t("none.text")}
      action={
        <Button variant="primary" icon="plus" onClick={onNew}>
          {t("new.goals")}
        </Button>
      }
    />
  );
  return (
    <>
      {goals.length === 0 && empty}
      {STANDING.map((status) => (
        <Group key={status} status={status} goals={inState(status)} onEdit={edit} />
      ))}
      {SETTLED.map((status) => (
        <Settled key={status} status={status} goals={inState(status)} onEdit={edit} />
      ))}
      <NewGoal />
      {edited && <GoalForm goal={edited} onClose={() => edit(undefined)} />}
    </>
  );
}

interface GroupProps {
  status: GoalStatus;
  goals: Goal[];
  onEdit: (goal: Goal) => void;
}

function Group({ status, goals, onEdit }: GroupProps) {
  if (goals.length === 0) return null;
  return (
    <Panel title={statusName("goal", status)}>
      <List label={statusName("goal", status)}>
        {goals.map((goal) => (
          <GoalRow key={goal.id} goal={goal} onEdit={onEdit} />
        ))}
      </List>
    </Panel>
  );
}

/** What is over stands folded, so that the page is about what goes on. */
function Settled({ status, goals, onEdit }: GroupProps) {
  const [open, setOpen] = useState(false);
  if (goals.length === 0) return null;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="text-muted hover:text-ink cursor-pointer rounded-sm py-2 font-medium">
        {t("settled", { status: statusName("goal", status), count: goals.length })}
      </summary>
      {open && <Group status={status} goals={goals} onEdit={onEdit} />}
    </details>
  );
}

function NewGoal() {
  const [asked, ask] = useSearchParams();
  const [, go] = useLocation();
  const title = asked.get("new");
  if (title === null) return null;
  return <GoalForm title={title} onClose={() => ask({}, { replace: true })} onMade={(id) => go(`/goals/${id}`, { replace: true })} />;
}
