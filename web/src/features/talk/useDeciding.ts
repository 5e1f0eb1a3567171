import { useCommand } from "../../life/command";
import { useLife } from "../../life/hooks";

/** The person's word on an act that waits for it. */
export function useDeciding(id: string) {
  const { sync } = useLife();
  const { busy, run } = useCommand();
  const path = { id };
  return {
    isBusy: busy,
    confirm: () => void run((api) => api.POST("/api/v1/cards/{id}/confirm", { params: { path } })).then(sync.nudge),
    refuse: () => void run((api) => api.POST("/api/v1/cards/{id}/refuse", { params: { path } })).then(sync.nudge),
  };
}
