import { Button, CopyButton, Dialog } from "../../design";
import { formatMoment } from "../../i18n/dates";
import { useLife, useRefused } from "../../life/hooks";
import type { Act } from "../../sync/act";
import { t } from "./texts";
import { canTry, isDeleted, textOf, tryAgain, whyOf } from "./refusal";

/** What the server refused, and why: nothing is thrown away but by the person's word. */
export default function RefusedDialog({ onClose }: { onClose: () => void }) {
  const refused = useRefused();
  return (
    <Dialog open title={t("refusedTitle")} onClose={onClose}>
      <p className="text-muted">{t(refused.length > 0 ? "refusedText" : "refusedNone")}</p>
      <ul className="flex flex-col gap-3">
        {refused.map((act) => (
          <Refusal key={act.id} act={act} />
        ))}
      </ul>
    </Dialog>
  );
}

function Refusal({ act }: { act: Act }) {
  const { outbox } = useLife();
  const text = textOf(act);
  return (
    <li className="border-line rounded-panel flex flex-col gap-2 border p-3">
      <div>
        <p className="font-medium">{act.label || t("refusedAct")}</p>
        <p className="text-muted text-sm">{formatMoment(act.at)}</p>
      </div>
      <p className="text-danger-ink">{whyOf(act)}</p>
      {text && <p className="bg-sunken rounded-control max-h-40 overflow-y-auto p-2 whitespace-pre-wrap">{text}</p>}
      <div className="flex flex-wrap gap-2">
        {canTry(act) && (
          <Button icon="refresh-cw" onClick={() => void tryAgain(outbox, act)}>
            {t(isDeleted(act) ? "restoreAndTry" : "tryAgain")}
          </Button>
        )}
        {text && <CopyButton text={text}>{t("copyText")}</CopyButton>}
        <Button variant="quiet" icon="trash-2" onClick={() => void outbox.forget(act.id)}>{t("discard")}</Button>
      </div>
    </li>
  );
}
