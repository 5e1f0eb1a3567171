import type { Change } from "./changes";
import { t } from "./texts";

/** Acts that say more than that a record was made, changed or deleted. */
const TELLING = ["complete", "reopen", "cancel", "snooze", "move", "accept", "dismiss", "analyse"] as const;

/** "You changed it". */
export function actText({ act, actor, op, undoes }: Pick<Change, "act" | "actor" | "op" | "undoes">): string {
  const who = t(actor === "person" ? "you" : actor);
  if (undoes) return t("act.undo", { who });
  const verb = act.slice(act.indexOf(".") + 1);
  const telling = TELLING.find((one) => verb === one || verb.startsWith(`${one}_`));
  return t(`act.${telling && op === "update" ? telling : op}`, { who });
}
