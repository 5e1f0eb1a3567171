import type { Kind } from "../../device/kinds";
import { Badge } from "../../design";
import { formatMoment } from "../../i18n/dates";
import type { Act } from "../../sync/act";
import { actText } from "./act-text";
import type { Change } from "./changes";
import { Difference } from "./Difference";
import { fieldName } from "./fields";
import { Refusal } from "./Refusal";
import { t } from "./texts";
import { UndoButton } from "./UndoButton";

interface Props {
  change: Change;
  kind: Kind;
  isUndone: boolean;
  /** An undo of this change that the server refused. */
  refusal: Act | undefined;
}

/** One change: who, when, where, and what became of each field. */
export function ChangeItem({ change, kind, isUndone, refusal }: Props) {
  const { id, at, isHere, isWaiting, fields } = change;
  const facts = [formatMoment(at), isHere && t("here")].filter(Boolean).join(" · ");
  return (
    <li id={`change-${id}`} tabIndex={-1} className="flex flex-col gap-1.5 py-3 target:bg-accent-soft">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className={`font-medium ${isUndone ? "text-muted line-through" : ""}`}>{actText(change)}</p>
        <p className="text-muted text-sm">{facts}</p>
        {isWaiting && <Badge tone="warning">{t("waiting")}</Badge>}
        {isUndone && <Badge>{t("undone")}</Badge>}
        {!isUndone && (
          <span className="ml-auto">
            <UndoButton {...change} />
          </span>
        )}
      </div>
      {refusal && <Refusal act={refusal} />}
      {fields.length > 0 && (
        <dl className="grid grid-cols-[6rem_1fr] sm:grid-cols-[9rem_1fr] gap-x-4 gap-y-1 text-sm">
          {fields.map((field) => (
            <div key={field.name} className="contents">
              <dt className="text-muted">{fieldName(field.name)}</dt>
              <dd className="min-w-0"><Difference change={field} kind={kind} /></dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
