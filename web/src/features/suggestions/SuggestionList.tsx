import { useState } from "react";
import { fetched, List } from "../../design";
import type { Suggestion } from "./suggestion";
import { SuggestionRow } from "./SuggestionRow";
import { t } from "./texts";

const SuggestionEditor = fetched(() => import("./SuggestionEditor"));

interface Props {
  suggestions: Suggestion[];
  /** Stands beneath the thought that they were found in, whose words need not be said again. */
  beneath?: boolean;
  /** How many to draw. */
  most?: number | undefined;
}

/** Tasks that were found, each to be added, changed or turned down. */
export function SuggestionList({ suggestions, beneath = false, most }: Props) {
  const [edited, edit] = useState<Suggestion | null>(null);
  return (
    <>
      <List label={t("title")}>
        {suggestions.toSorted(inReadingOrder).slice(0, most).map((suggestion) => (
          <SuggestionRow key={suggestion.id} suggestion={suggestion} beneath={beneath} onEdit={() => edit(suggestion)} />
        ))}
      </List>
      {edited && (
        <SuggestionEditor suggestion={edited} onClose={() => edit(null)} />
      )}
    </>
  );
}

/** What was found last comes first; of one thought, as it was written. */
function inReadingOrder(a: Suggestion, b: Suggestion): number {
  return a.thought_id === b.thought_id ? a.span[0] - b.span[0] : Date.parse(b.created_at) - Date.parse(a.created_at);
}
