import { useState } from "react";
import { Button, Panel } from "../../design";
import { useRecords } from "../../life/hooks";
import { SuggestionList } from "./SuggestionList";
import { t } from "./texts";

const SHOWN = 5;

/** Tasks found in thoughts, or in one of them, waiting for the person's word. */
export function Suggestions({ thoughtId }: { thoughtId?: string | undefined }) {
  const waiting = useRecords({ kind: "task_suggestion", open: true, ...(thoughtId ? { ref: thoughtId } : {}) });
  const [all, showAll] = useState(false);
  if (!waiting || waiting.length === 0) return null;
  const hidden = all ? 0 : waiting.length - SHOWN;
  return (
    <Panel title={t(thoughtId ? "titleOne" : "title")}>
      <SuggestionList suggestions={waiting} beneath={thoughtId !== undefined} most={all ? undefined : SHOWN} />
      {hidden > 0 && (
        <Button variant="quiet" onClick={() => showAll(true)}>
          {t("more", { count: hidden })}
        </Button>
      )}
      <p className="text-muted mt-2 hidden text-sm pointer-fine:block">{t("keys")}</p>
    </Panel>
  );
}
