import { useState } from "react";
import { notify } from "../../design";
import { useLife } from "../../life/hooks";
import { answerOf } from "../../life/server";
import { t } from "./texts";

/** The person's word on an act that waits for it. */
export function useDeciding(id: string) {
  const { api, sync } = useLife();
  const [isBusy, setBusy] = useState(false);
  const decide = async (path: "/api/v1/cards/{id}/confirm" | "/api/v1/cards/{id}/refuse"): Promise<void> => {
    setBusy(true);
    const answer = await answerOf((server) => server.POST(path, { params: { path: { id } } }), api).finally(() => setBusy(false));
    if (answer.state !== "there") notify({ text: answer.state === "refused" ? answer.problem.detail : t("unreachable"), tone: "problem" });
    sync.nudge();
  };
  return {
    isBusy,
    confirm: () => void decide("/api/v1/cards/{id}/confirm"),
    refuse: () => void decide("/api/v1/cards/{id}/refuse"),
  };
}
