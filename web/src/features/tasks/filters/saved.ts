import type { Records } from "../../../device/kinds";
import { newId } from "../../../device/ids";
import { useAct, useRecords } from "../../../life/hooks";
import { keptSearch, type Place } from "../place";
import { t } from "./texts";

export type SavedFilter = Records["saved_filter"];

/** Whether this very place can be gone back to by name already. */
export function isSaved(saved: readonly Pick<SavedFilter, "query">[], place: Place): boolean {
  return saved.some(({ query }) => query === keptSearch(place));
}

interface SavedFilters {
  /** In the order in which they were made. */
  saved: SavedFilter[];
  /** Under a name that is known it replaces what was there. */
  save: (name: string, query: string) => Promise<unknown>;
  remove: (filter: SavedFilter) => Promise<unknown>;
}

export function useSavedFilters(): SavedFilters {
  const act = useAct();
  const saved = useRecords({ kind: "saved_filter" })?.toReversed() ?? [];
  return {
    saved,
    save: (name, query) => {
      const known = saved.find((one) => one.name === name);
      const done = t("savedDone", { name });
      return known ? act("saved_filters.update", { id: known.id, query }, done) : act("saved_filters.create", { id: newId(), name, query }, done);
    },
    remove: ({ id, name }) => act("saved_filters.delete", { id }, t("removedDone", { name })),
  };
}
