import { useCallback } from "react";
import { useAct } from "../../../life/hooks";
import type { Actions } from "../../../sync/act";
import { t } from "./texts";

export type Fields = Omit<Actions["tasks.update"], "id">;
/** Changes fields of the task; `field` tells the person what was changed. */
export type Edit = (fields: Fields, field: string) => void;

export function useEdit(id: string): Edit {
  const act = useAct();
  return useCallback((fields, field) => void act("tasks.update", { ...fields, id }, t("changed", { field })), [act, id]);
}
