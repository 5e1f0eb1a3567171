import { Button } from "../../design";
import { formatList } from "../../i18n/dates";
import { useLife } from "../../life/hooks";
import type { Act } from "../../sync/act";
import { isTelling } from "./changes";
import { fieldName } from "./fields";
import { t } from "./texts";

interface Conflict {
  fields: string[];
  change_id: string | null;
}

/** Why an undo was refused, and what to do about it. */
export function Refusal({ act }: { act: Act }) {
  const { outbox } = useLife();
  const conflicts = conflictsIn(act);
  const newer = conflicts.find(({ change_id }) => change_id)?.change_id;
  const fields = formatList([...new Set(conflicts.flatMap((one) => one.fields))].filter(isTelling).map(fieldName));
  const detail = act.result?.problem?.["detail"];
  return (
    <div role="alert" className="bg-danger-soft text-danger-ink rounded-control flex flex-wrap items-center gap-x-3 gap-y-1 py-1 pr-1 pl-3 text-sm">
      <p className="flex-1 basis-56">{fields ? t("conflict", { fields }) : t("refused", { reason: typeof detail === "string" ? detail : "" })}</p>
      {newer && <a href={`#change-${newer}`} className="font-medium underline">{t("toNewer")}</a>}
      <Button variant="quiet" onClick={() => void outbox.forget(act.id)}>{t("dismiss")}</Button>
    </div>
  );
}

function conflictsIn({ result }: Act): Conflict[] {
  const told = result?.problem?.["conflicts"];
  return Array.isArray(told) ? told.flatMap(conflictOf) : [];
}

function conflictOf(told: unknown): Conflict[] {
  if (typeof told !== "object" || told === null || !("fields" in told) || !Array.isArray(told.fields)) return [];
  const change = "change_id" in told && typeof told.change_id === "string" ? told.change_id : null;
  return [{ fields: told.fields.map(String), change_id: change }];
}
