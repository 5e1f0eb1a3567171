import { useState } from "react";
import { Skeleton } from "../../../design";
import { useToday } from "../../../i18n/today";
import { useRecords } from "../../../life/hooks";
import { textOf } from "../fields";
import type { Goal } from "../goal";
import { PlanPreview } from "./PlanPreview";
import { type Planning as Stored, usePlanning, useStoredPlanning } from "./usePlanning";
import { WishForm } from "./WishForm";

const USUAL_MINUTES = 120;

/** Breaks a goal down: what there is of time, then a plan to edit, then its records. */
export default function Planning({ goal }: { goal: Goal }) {
  const today = useToday();
  const stored = useStoredPlanning(goal.id);
  const profiles = useRecords({ kind: "profile" });
  if (stored === undefined || profiles === undefined) return <Skeleton lines={6} />;
  const minutes = goal.minutes_per_week ?? profiles[0]?.minutes_per_week ?? USUAL_MINUTES;
  const fresh = { wish: { minutes: String(minutes), start: today, target: textOf(goal.target_date) }, plan: null };
  const { wish, plan } = stored ?? fresh;
  const begin = { plan, wish: { ...wish, start: wish.start < today ? today : wish.start } };
  return <Begun key={goal.id} goal={goal} begin={begin} />;
}

function Begun({ goal, begin }: { goal: Goal; begin: Stored }) {
  const { planning, keep, back } = usePlanning(goal.id, begin);
  const plan = planning.plan && !goal.plans.includes(planning.plan.id) ? planning.plan : null;
  const [found] = useState(begin.plan?.id);
  const made = plan?.id === found ? undefined : plan?.id;
  return (
    <>
      <WishForm goal={goal} planning={planning} again={plan !== null} onKeep={keep} />
      {plan && <PlanPreview goal={goal} plan={plan} onEdit={(edited) => keep({ ...planning, plan: edited })} onBack={back} focus={made} />}
    </>
  );
}
