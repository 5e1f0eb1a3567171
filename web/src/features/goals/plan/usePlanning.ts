import { useState } from "react";
import { useLife, useLive } from "../../../life/hooks";
import type { Plan } from "./edit";

/** What the person asks of a plan, as it stands in the form. */
export interface Wish {
  minutes: string;
  start: string;
  target: string;
}

/** A planning that goes on: kept on the device until its goal has the plan. */
export interface Planning {
  wish: Wish;
  plan: Plan | null;
}

interface Planned {
  planning: Planning;
  /** Keeps it, so that a reload does not lose it. */
  keep: (planning: Planning) => void;
  /** Takes back the last edit of the plan; absent where there is none. */
  back: (() => void) | undefined;
}

/** The planning of a goal as it was left; undefined while it is read. */
export function useStoredPlanning(goalId: string): Planning | null | undefined {
  const { device } = useLife();
  return useLive(async () => (await device.get<Planning>(keyOf(goalId))) ?? null, [device, goalId]);
}

export function usePlanning(goalId: string, begin: Planning): Planned {
  const { device } = useLife();
  const [planning, setPlanning] = useState(begin);
  const [before, setBefore] = useState<Plan[]>([]);
  const set = (next: Planning): void => {
    setPlanning(next);
    void device.set(keyOf(goalId), next);
  };
  const keep = (next: Planning): void => {
    const { plan } = planning;
    if (plan && next.plan !== plan) setBefore(plan.id === next.plan?.id ? [...before, plan] : []);
    set(next);
  };
  const last = before.at(-1);
  const back = last && (() => {
    setBefore(before.slice(0, -1));
    set({ ...planning, plan: last });
  });
  return { planning, keep, back };
}

function keyOf(goalId: string): string {
  return `planning/${goalId}`;
}
