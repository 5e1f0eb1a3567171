import { useLife, useLive } from "../../../life/hooks";
import type { Act } from "../../../sync/act";

/** Whether a plan of this goal was applied whose records the server has yet to send. */
export function useArriving(goalId: string): boolean {
  const { device } = useLife();
  const acts = useLive(() => device.acts<Act>("waiting", "answered"), [device]);
  return acts?.some(({ act }) => act.action === "goals.apply_plan" && act.input["id"] === goalId) ?? false;
}
