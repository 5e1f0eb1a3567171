import { Link, useLocation } from "wouter";
import { Badge, Icon, Menu, Row } from "../../../design";
import { formatDay, formatMinutes } from "../../../i18n/dates";
import { formatRepeat } from "../../../i18n/repeats";
import { useToday } from "../../../i18n/today";
import { statusName } from "../../../i18n/words";
import { useAct, useRecord } from "../../../life/hooks";
import { historyPath } from "../../history";
import { type Habit, type HabitStatus, phaseOn } from "./habit";
import { t } from "./texts";

const WAYS: Record<HabitStatus, HabitStatus[]> = { active: ["paused", "archived"], paused: ["active", "archived"], archived: ["active"] };
const ICONS = { active: "play", paused: "pause", archived: "archive" } as const;

interface Props {
  habit: Habit;
  onEdit: () => void;
  /** Where it stands with its goal already. */
  hideGoal?: boolean;
}

export function HabitRow({ habit, onEdit, hideGoal = false }: Props) {
  const phase = phaseOn(habit, useToday());
  const { title, status, goal_id } = habit;
  return (
    <Row leading={<Icon name="repeat" className="text-muted size-4" />} trailing={<HabitMenu habit={habit} onEdit={onEdit} />}>
      <button type="button" onClick={onEdit} className="rounded-sm text-left font-medium hover:underline">
        {title}
      </button>{" "}
      {status !== "active" && <Badge>{statusName("habit", status)}</Badge>}
      <div className="text-muted flex flex-wrap gap-x-3 text-sm">
        <Facts habit={habit} minutes={phase?.duration_minutes ?? habit.duration_minutes} />
        {goal_id && !hideGoal && <GoalLink id={goal_id} />}
      </div>
      {phase && <p className="mt-0.5 text-sm">{t("now", { what: phase.what })}</p>}
      {habit.phases.length > 0 && <Phases habit={habit} />}
    </Row>
  );
}

function Facts({ habit: { rrule, starts, until }, minutes }: { habit: Habit; minutes: number | null }) {
  const today = useToday();
  const begins = starts && starts > today;
  return (
    <>
      <span className="first-letter:uppercase">{formatRepeat(rrule)}</span>
      {minutes && <span>{formatMinutes(minutes)}</span>}
      {begins && <span>{t("starts", { day: formatDay(starts) })}</span>}
      {until && <span>{t("until", { day: formatDay(until) })}</span>}
    </>
  );
}

function HabitMenu({ habit, onEdit }: Pick<Props, "habit" | "onEdit">) {
  const act = useAct();
  const [, go] = useLocation();
  const { id, title, status } = habit;
  return (
    <Menu
      label={t("more", { title })}
      items={[
        { label: t("edit"), icon: "pencil", onSelect: onEdit },
        ...WAYS[status].map((next) => ({
          label: t(`make.${next}`),
          icon: ICONS[next],
          onSelect: () => void act("habits.update", { id, status: next }, t(`became.${next}`, { title })),
        })),
        { label: t("history"), icon: "history", onSelect: () => go(historyPath("habit", id)) },
        { label: t("delete"), icon: "trash-2", danger: true, onSelect: () => void act("habits.delete", { id }, t("deleted", { title })) },
      ]}
    />
  );
}

function GoalLink({ id }: { id: string }) {
  const goal = useRecord("goal", id);
  if (!goal) return null;
  return (
    <Link href={`/goals/${id}`} className="inline-flex items-center gap-1 hover:underline">
      <Icon name="target" className="size-3.5" />
      {goal.title}
    </Link>
  );
}

/** How the load grows, stretch by stretch. */
function Phases({ habit }: { habit: Habit }) {
  const today = useToday();
  return (
    <details className="text-sm">
      <summary className="text-muted cursor-pointer rounded-sm py-1">{t("phases", { count: habit.phases.length })}</summary>
      <ol className="flex flex-col gap-0.5">
        {habit.phases.map((phase) => (
          <li key={phase.starts} className={`flex flex-wrap gap-x-3 ${phase.until < today ? "text-muted" : ""}`}>
            <span className="w-28 shrink-0 tabular-nums">{formatDay(phase.starts)}</span>
            <span className="min-w-0">{phase.what}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
