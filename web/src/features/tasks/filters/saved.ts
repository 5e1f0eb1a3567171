import { notify } from "../../../design/notices";
import { useLife, useLive } from "../../../life/hooks";
import { keptSearch, type Place } from "../place";
import { t } from "./texts";

/** A filter under a name, as the address says it. It stays on the device: the server keeps no settings of a screen. */
interface SavedFilter {
  name: string;
  search: string;
}

const KEY = "filters";

/** Whether this very place can be gone back to by name already. */
export function isSaved(saved: SavedFilter[], place: Place): boolean {
  return saved.some(({ search }) => search === keptSearch(place));
}

interface SavedFilters {
  saved: SavedFilter[];
  /** Under a name that is known it replaces what was there. */
  save: (filter: SavedFilter) => Promise<void>;
  remove: (name: string) => Promise<void>;
}

export function useSavedFilters(): SavedFilters {
  const { device } = useLife();
  const saved = useLive(() => device.get<SavedFilter[]>(KEY), [device]) ?? [];
  return {
    saved,
    save: async (filter) => {
      await device.set(KEY, withFilter(saved, filter));
      notify({ text: t("savedDone", { name: filter.name }) });
    },
    remove: async (name) => {
      await device.set(KEY, saved.filter((one) => one.name !== name));
      notify({ text: t("removedDone", { name }), action: { label: t("undo"), run: () => void device.set(KEY, saved) } });
    },
  };
}

function withFilter(saved: SavedFilter[], filter: SavedFilter): SavedFilter[] {
  const known = saved.some(({ name }) => name === filter.name);
  return known ? saved.map((one) => (one.name === filter.name ? filter : one)) : [...saved, filter];
}
