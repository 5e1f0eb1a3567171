import { type FormEvent, useState } from "react";
import { Button, Panel, TextField } from "../../../design";
import { useLife, usePhase } from "../../../life/hooks";
import { answerOf } from "../../../life/server";
import { numberOf } from "../fields";
import type { Goal } from "../goal";
import { editable } from "./edit";
import { t } from "./texts";
import type { Planning, Wish } from "./usePlanning";

interface Props {
  goal: Goal;
  planning: Planning;
  /** Whether there is a plan already, which a new one replaces. */
  again: boolean;
  onKeep: (planning: Planning) => void;
}

/** Asks for the time there is, and the server for a plan. */
export function WishForm({ goal, planning, again, onKeep }: Props) {
  const { wish } = planning;
  const { ask, busy, problem } = usePlanner(goal, wish, (plan) => onKeep({ wish, plan }));
  const phase = usePhase();
  const change = (fields: Partial<Wish>) => onKeep({ ...planning, wish: { ...wish, ...fields } });
  return (
    <Panel>
      <form onSubmit={(event) => void ask(event)} className="flex flex-col gap-4">
        {!again && <p className="text-muted">{t("intro")}</p>}
        <div className="grid gap-3 sm:grid-cols-3">
          <TextField label={t("minutes")} type="number" required min={1} max={10_080} value={wish.minutes} onChange={(event) => change({ minutes: event.target.value })} />
          <TextField label={t("start")} type="date" required value={wish.start} onChange={(event) => change({ start: event.target.value })} />
          <TextField label={t("target")} type="date" hint={t("targetHint")} value={wish.target} min={wish.start} onChange={(event) => change({ target: event.target.value })} />
        </div>
        {(problem ?? (phase === "offline" && t("offline"))) && (
          <p role="alert" className="bg-warning-soft text-warning-ink rounded-control px-3 py-2">
            {problem ?? t("offline")}
          </p>
        )}
        <div>
          <Button type="submit" variant={again ? "plain" : "primary"} icon="sparkles" busy={busy}>
            {t(again ? "again" : "ask")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function usePlanner(goal: Goal, wish: Wish, onPlan: (plan: ReturnType<typeof editable>) => void) {
  const { api } = useLife();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    const body = { minutes_per_week: numberOf(wish.minutes), start: wish.start || null, target_date: wish.target || null };
    const answer = await answerOf((server) => server.POST("/api/v1/goals/{id}/decompose", { params: { path: { id: goal.id } }, body }), api);
    setBusy(false);
    if (answer.state === "there") return onPlan(editable(answer.data));
    setProblem(answer.state === "refused" ? t(answer.problem.status === 404 ? "unknown" : "refused", { why: answer.problem.detail }) : t("offline"));
  };
  return { ask, busy, problem };
}
