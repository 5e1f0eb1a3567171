import { useLife, useLive } from "../../life/hooks";
import type { Saved } from "../capture";

export const STEPS = ["account", "capture", "understood"] as const;
export type Step = (typeof STEPS)[number];

/** How far the person has come; kept, so that a reload goes on from there. */
export interface Progress {
  step: Step;
  /** What was captured first. */
  saved?: Saved;
}

const KEY = "welcome";

export function useProgress(): { progress: Progress | undefined; go: (progress: Progress) => void } {
  const { device } = useLife();
  const progress = useLive(async () => (await device.get<Progress>(KEY)) ?? { step: STEPS[0] }, [device]);
  return { progress, go: (next) => void device.set(KEY, next) };
}
