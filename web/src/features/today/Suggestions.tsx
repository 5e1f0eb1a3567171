import { lazy, Suspense, useState } from "react";
import { Button, List, Panel } from "../../design";
import { useRecords } from "../../life/hooks";
import type { Suggestion } from "./suggestion";
import { SuggestionRow } from "./SuggestionRow";
import { t } from "./texts";

const SuggestionEditor = lazy(() => import("./SuggestionEditor"));
const SHOWN = 5;

/** Tasks found in thoughts, or in one of them, waiting for the person's word. */
export function Suggestions({ thoughtId }: { thoughtId?: string | undefined }) {
  const waiting = useRecords({ kind: "task_suggestion", open: true, ...(thoughtId ? { ref: thoughtId } : {}) });
  const [all, showAll] = useState(false);
  const [edited, edit] = useState<Suggestion | null>(null);
  if (!waiting || waiting.length === 0) return null;
  const ordered = waiting.toSorted(inReadingOrder);
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  return (
    <Panel title={t("suggestions")}>
      <List>
        {shown.map((suggestion) => (
          <SuggestionRow key={suggestion.id} suggestion={suggestion} onEdit={() => edit(suggestion)} />
        ))}
      </List>
      {shown.length < waiting.length && (
        <Button variant="quiet" onClick={() => showAll(true)}>
          {t("more", { count: waiting.length - shown.length })}
        </Button>
      )}
      <p className="text-muted mt-2 hidden text-sm pointer-fine:block">{t("keys")}</p>
      {edited && (
        <Suspense fallback={null}>
          <SuggestionEditor suggestion={edited} onClose={() => edit(null)} />
        </Suspense>
      )}
    </Panel>
  );
}

/** What was found last comes first; of one thought, as it was written. */
function inReadingOrder(a: Suggestion, b: Suggestion): number {
  return a.thought_id === b.thought_id ? a.span[0] - b.span[0] : Date.parse(b.created_at) - Date.parse(a.created_at);
}
