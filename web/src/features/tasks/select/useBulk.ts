import { useAct } from "../../../life/hooks";
import type { Actions } from "../../../sync/act";
import { isOpen, type Task } from "../task";
import { t } from "./texts";

type BulkInput = Actions["tasks.bulk"];

export interface BulkActs {
  complete: (wish: Omit<Actions["tasks.complete_many"], "ids">) => void;
  change: (fields: NonNullable<BulkInput["fields"]>) => void;
  retag: (tags: Pick<BulkInput, "add_tags" | "remove_tags">) => void;
  remove: () => void;
}

/** What has to be asked before an act on several tasks. */
export type BulkAsked = "complete" | "date" | "priority" | "project" | "tags";

/** Acts on several tasks as one; afterwards the selection is gone. */
export function useBulk(chosen: Task[], end: () => void): BulkActs {
  const act = useAct();
  const ids = chosen.map(({ id }) => id);
  const count = ids.length;
  const change = (input: Omit<BulkInput, "ids" | "act">) => {
    void act("tasks.bulk", { ids, act: "update", ...input }, t("changed", { count }));
    end();
  };
  return {
    complete: (wish) => {
      const open = chosen.filter(isOpen).map(({ id }) => id);
      void act("tasks.complete_many", { ...wish, ids: open }, t("completed", { count: open.length }));
      end();
    },
    change: (fields) => change({ fields }),
    retag: change,
    remove: () => {
      void act("tasks.bulk", { ids, act: "delete" }, t("removed", { count }));
      end();
    },
  };
}
