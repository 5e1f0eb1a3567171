import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { Button, Icon, List, Panel } from "../../../design";
import { formatDay, formatWork } from "../../../i18n/dates";
import { useAct } from "../../../life/hooks";
import type { Goal } from "../goal";
import { type Chosen, type Part, type Plan, sent, tasksOf, without } from "./edit";
import { ItemForm } from "./ItemForm";
import { fullWeeks, loadOf } from "./load";
import { LoadPlot } from "./LoadPlot";
import { ItemRow, ItemTitle, ItemTools } from "./PlanItems";
import { t } from "./texts";

interface Props {
  goal: Goal;
  plan: Plan;
  onEdit: (plan: Plan) => void;
  onBack: (() => void) | undefined;
  /** A plan that was made just now, not one that was left here before. */
  focus: string | undefined;
}

/** The plan before anything of it is saved: everything in it can be changed, and applying it is one act. */
export function PlanPreview({ goal, plan, onEdit, onBack, focus }: Props) {
  const [chosen, choose] = useState<Chosen>();
  const load = loadOf(plan);
  const items = { plan, onEdit, onChoose: choose };
  const free = tasksOf(plan, null);
  const add = (part: Part, milestone: number | null = null) => choose({ part, place: plan[part].length, milestone });
  return (
    <>
      <Head goal={goal} plan={{ ...plan, load }} onBack={onBack} focus={focus} />
      <Told plan={plan} />
      <Panel>
        <LoadPlot plan={plan} load={load} />
        <Full plan={plan} load={load} />
      </Panel>
      {plan.milestones.map((milestone, place) => (
        <Panel
          key={milestone.key}
          title={<ItemTitle {...items} part="milestones" place={place} />}
          actions={<ItemTools {...items} part="milestones" place={place} />}
        >
          {milestone.why && <p className="text-muted mb-2 text-sm">{milestone.why}</p>}
          <List label={milestone.title}>
            {tasksOf(plan, place).map(({ task, place: at }) => (
              <ItemRow key={task.key} {...items} part="tasks" place={at} />
            ))}
          </List>
          <Button variant="quiet" icon="plus" onClick={() => add("tasks", place)}>
            {t("addTask")}
          </Button>
        </Panel>
      ))}
      {free.length > 0 && (
        <Panel title={t("free")}>
          <List label={t("free")}>
            {free.map(({ task, place }) => (
              <ItemRow key={task.key} {...items} part="tasks" place={place} />
            ))}
          </List>
        </Panel>
      )}
      <div>
        <Button icon="plus" onClick={() => add("milestones")}>
          {t("addMilestone")}
        </Button>
      </div>
      <Panel title={t("habits")}>
        <List label={t("habits")}>
          {plan.habits.map(({ key }, place) => (
            <ItemRow key={key} {...items} part="habits" place={place} />
          ))}
        </List>
        <Button variant="quiet" icon="plus" onClick={() => add("habits")}>
          {t("addHabit")}
        </Button>
      </Panel>
      {chosen && (
        <ItemForm
          plan={plan}
          chosen={chosen}
          onClose={() => choose(undefined)}
          onSave={onEdit}
          onRemove={() => onEdit(without(plan, chosen.part, chosen.place))}
        />
      )}
    </>
  );
}

/** What the plan says about itself: when, the reserve, what to know, what to beware of. */
function Told({ plan }: { plan: Plan }) {
  const { starts, ends, buffer_from, minutes_per_week, warnings = [], notes = [] } = plan;
  return (
    <Panel>
      <p>
        {starts && ends && t("span", { from: formatDay(starts), to: formatDay(ends) })}{" "}
        {minutes_per_week ? t("within", { time: formatWork(minutes_per_week) }) : ""}{" "}
        {buffer_from && ends && buffer_from < ends && t("buffer", { day: formatDay(buffer_from) })}
      </p>
      <p className="text-muted text-sm">{t("nothingSaved")}</p>
      {warnings.map((warning) => (
        <p key={warning} className="bg-warning-soft text-warning-ink rounded-control mt-3 flex gap-2 px-3 py-2">
          <Icon name="triangle-alert" className="mt-1 size-4" />
          <span>{warning}</span>
        </p>
      ))}
      {notes.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer rounded-sm py-1 font-medium">{t("notes", { count: notes.length })}</summary>
          <ul className="text-muted mt-2 flex list-disc flex-col gap-1.5 pl-5">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function Full({ plan, load }: { plan: Plan; load: number[] }) {
  const full = fullWeeks(plan, load);
  if (full.length === 0) return null;
  return <p className="text-warning-ink mt-2 text-sm">{t("full", { count: full.length, time: formatWork(plan.minutes_per_week ?? 0) })}</p>;
}

interface HeadProps extends Pick<Props, "goal" | "plan" | "onBack" | "focus"> {}

/** Stays in sight above the plan, so that applying it is never far; a plan that was just made has the focus here. */
function Head({ goal, plan, onBack, focus }: HeadProps) {
  const act = useAct();
  const [, go] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  const apply = async () => {
    await act("goals.apply_plan", { id: goal.id, plan: sent(plan) }, t("applied", { title: goal.title }));
    go(`/goals/${goal.id}`);
  };
  return (
    <div className="border-line bg-canvas sticky top-0 z-10 -mx-4 flex scroll-mt-4 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-3">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold">
          {t("preview")}
        </h2>
        <output className="text-muted text-sm">
          {t("sum", { milestones: plan.milestones.length, tasks: plan.tasks.length, habits: plan.habits.length })}
        </output>
      </div>
      <span className="flex gap-2">
        <Button icon="undo-2" disabled={!onBack} onClick={onBack}>
          {t("back")}
        </Button>
        <Button variant="primary" icon="check" onClick={() => void apply()}>
          {t("apply")}
        </Button>
      </span>
    </div>
  );
}
