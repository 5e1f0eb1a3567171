import { Badge, IconButton, Panel, Progress, TextField } from "../../design";
import { formatNumber, formatWork } from "../../i18n/dates";
import { statusName } from "../../i18n/words";
import { useAct } from "../../life/hooks";
import { Areas } from "./Areas";
import { numberOf, textOf } from "./fields";
import type { Goal, Work } from "./goal";
import { TargetDate } from "./GoalRow";
import { type Metric, metricShare } from "./progress";
import { Ring } from "./Ring";
import { t } from "./texts";

interface Props {
  goal: Goal;
  work: Work | undefined;
  onEdit: () => void;
}

/** What the goal is about and how far it is. */
export function GoalSide({ goal, work, onEdit }: Props) {
  return (
    <>
      <Panel>
        <div className="flex items-center gap-4">
          <Ring value={work?.progress ?? goal.progress} size="large" />
          <div className="text-muted flex flex-col gap-0.5 text-sm">
            <div>
              <Badge tone={goal.status === "active" ? "accent" : "plain"}>{statusName("goal", goal.status)}</Badge>
            </div>
            {goal.target_date && <TargetDate day={goal.target_date} />}
            {goal.minutes_per_week && <span>{t("everyWeek", { time: formatWork(goal.minutes_per_week) })}</span>}
          </div>
        </div>
        {work && <Parts {...work.counted} />}
      </Panel>
      <Panel title={t("vision")} actions={<IconButton icon="pencil" label={t("editGoal")} onClick={onEdit} />}>
        <p className={`whitespace-pre-line ${goal.vision ? "" : "text-muted"}`}>{goal.vision || t("noVision")}</p>
        <div className="text-muted mt-2 flex flex-wrap gap-x-3 gap-y-1 text-sm">
          <Areas areas={goal.life_areas} />
        </div>
      </Panel>
      {goal.success_metrics.length > 0 && (
        <Panel title={t("metrics")}>
          <ul className="flex flex-col gap-4">
            {goal.success_metrics.map((metric, place) => (
              <MetricLine key={metric.name} goal={goal} place={place} metric={metric} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

/** What the progress is made of. */
function Parts({ tasks, tasksDone, milestones, milestonesDone, minutes, minutesDone }: Work["counted"]) {
  const parts = [
    { name: t("tasks"), done: formatNumber(tasksDone), all: formatNumber(tasks), some: tasks > 0 },
    { name: t("milestones"), done: formatNumber(milestonesDone), all: formatNumber(milestones), some: milestones > 0 },
    { name: t("work"), done: formatWork(minutesDone), all: formatWork(minutes), some: minutes > 0 },
  ].filter(({ some }) => some);
  if (parts.length === 0) return null;
  return (
    <dl className="border-line mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t pt-3 text-sm">
      {parts.map(({ name, done, all }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="text-right tabular-nums">{t("doneOf", { done, all })}</dd>
        </div>
      ))}
    </dl>
  );
}

interface MetricProps {
  goal: Goal;
  place: number;
  metric: Metric;
}

/** A figure with the one thing about it that changes often: where it is now. */
function MetricLine({ goal, place, metric }: MetricProps) {
  const act = useAct();
  const { name, unit, start = 0, target, current } = metric;
  const set = (text: string) => {
    const value = numberOf(text);
    if (value === (current ?? null)) return;
    const success_metrics = goal.success_metrics.map((one, at) => (at === place ? { ...metric, current: value } : one));
    void act("goals.update", { id: goal.id, success_metrics }, t("measured", { name, value: text || "–" }));
  };
  const measure = (value: number) => [formatNumber(value), unit].filter(Boolean).join(" ");
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex items-end justify-between gap-3">
        <span className="min-w-0">
          <span className="font-medium">{name}</span>
          <span className="text-muted block text-sm">{t("fromTo", { from: measure(start), to: measure(target) })}</span>
        </span>
        <span className="w-20 shrink-0">
          <TextField
            key={textOf(current)}
            label={t("now", { name })}
            hideLabel
            type="number"
            step="any"
            defaultValue={textOf(current)}
            onBlur={(event) => set(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
          />
        </span>
      </div>
      <Progress value={metricShare(metric)} label={name} />
    </li>
  );
}
