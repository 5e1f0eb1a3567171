import type { Records } from "../../device/kinds";
import { useAct, useRecords } from "../../life/hooks";
import type { Actions } from "../../sync/act";
import { t } from "./texts";

export type Choices = Pick<Records["profile"], "suggestion_mode" | "automatic_threshold" | "auto_analysis" | "auto_tagging" | "not_remembered" | "learning"> &
  Partial<Pick<Records["profile"], "timezone" | "minutes_per_week" | "model_mode" | "model_budget_cents">>;

/** What the server takes where nothing was chosen; it keeps no profile until then. */
const UNCHOSEN: Choices = { suggestion_mode: "suggest", automatic_threshold: 0.9, auto_analysis: true, auto_tagging: true, not_remembered: [], learning: true };

export type Change = (input: Actions["profile.update"]) => Promise<unknown>;

/** What the person chose for their space, and how it is changed; undefined while it is read. */
export function useProfile(): { choices: Choices | undefined; change: Change } {
  const act = useAct();
  const found = useRecords({ kind: "profile", limit: 1 });
  return { choices: found && (found[0] ?? UNCHOSEN), change: (input) => act("profile.update", input, t("changed")) };
}
