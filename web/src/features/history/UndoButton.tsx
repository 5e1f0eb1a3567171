import { Button } from "../../design";
import { formatMoment } from "../../i18n/dates";
import { useUndo } from "../../life/hooks";
import type { Change } from "./changes";
import { t } from "./texts";

/** Takes a change back; what was taken back comes again. */
export function UndoButton({ id, at, undoes }: Pick<Change, "id" | "at" | "undoes">) {
  const undo = useUndo();
  const when = formatMoment(at);
  return (
    <Button
      variant="quiet"
      icon={undoes ? "redo-2" : "undo-2"}
      className="-my-1"
      aria-label={t(undoes ? "redoOf" : "undoOf", { when })}
      onClick={() => void undo(id, t("changeOf", { when }))}
    >
      {t(undoes ? "redo" : "undo")}
    </Button>
  );
}
