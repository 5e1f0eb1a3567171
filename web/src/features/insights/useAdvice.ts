import { useLocation } from "wouter";
import { newId } from "../../device/ids";
import { useAct } from "../../life/hooks";
import { openCapture } from "../capture";
import type { Insight } from "./insight";
import { t } from "./texts";

/** Follows the advice of an insight: does what it says, or goes to where that is done. */
export function useAdvice(): (insight: Insight) => void {
  const act = useAct();
  const [, go] = useLocation();
  return ({ id, status, advice, evidence }) => {
    if (!advice) return;
    const quoted = (kind: string) => evidence.findLast((quote) => quote.kind === kind)?.id;
    if (status === "new") void act("insights.see", { id });
    switch (advice.act) {
      case "create_task":
        return void act("tasks.create", { id: newId(), title: advice.text, thought_id: quoted("thought") ?? null }, t("taskMade", { title: advice.text }));
      case "create_goal":
        return go(`/goals?${new URLSearchParams({ new: unquoted(advice.text) })}`);
      case "review_goal":
        return go(`/goals/${quoted("goal") ?? ""}`);
      case "replan":
        return go("/tasks?view=upcoming");
      case "reflect":
        return openCapture();
    }
  };
}

/** The words of an advice without the marks around them. */
function unquoted(text: string): string {
  return text.replace(/^“(.*)”$/, "$1");
}
