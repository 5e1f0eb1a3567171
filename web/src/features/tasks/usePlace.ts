import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { type Place, placeOf, searchOf } from "./place";

export type ChangePlace = (change: Partial<Place>, how?: { replace: boolean }) => void;

/** What the tasks screen shows, as the address says it. */
export function usePlace(): [Place, ChangePlace] {
  const search = useSearch();
  const [, go] = useLocation();
  const place = useMemo(() => placeOf(search), [search]);
  const change = useCallback<ChangePlace>(
    (changes, how = { replace: false }) => {
      const next = searchOf({ ...placeOf(search), ...changes });
      go(next ? `/tasks?${next}` : "/tasks", how);
    },
    [search, go],
  );
  return [place, change];
}
