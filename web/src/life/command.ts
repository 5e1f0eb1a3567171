import { useState } from "react";
import { notify } from "../design/notices";
import { useLife } from "./hooks";
import { answerOf, type Ask, type Asked } from "./server";
import { t } from "./texts";

/** Does what only the server can do; where it does not work, the person is told and gets undefined. */
export function useCommand() {
  const { api } = useLife();
  const [busy, setBusy] = useState(false);
  const run = async <T>(ask: Ask<T>): Promise<T | undefined> => {
    setBusy(true);
    const answer = await answerOf(ask, api).finally(() => setBusy(false));
    if (answer.state === "there") return answer.data;
    notify({ text: failure(answer), tone: "problem" });
    return undefined;
  };
  return { busy, run };
}

/** Why there is no answer, in words. */
export function failure(answer: Exclude<Asked<unknown>, { state: "there" }>): string {
  if (answer.state !== "refused") return t("offline");
  return answer.problem.status === 401 ? t("signedOut") : t("refused", { why: answer.problem.detail });
}
