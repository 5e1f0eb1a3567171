import { Chip } from "../../../design";
import { type Place, placeOf, searchOf } from "../place";
import type { ChangePlace } from "../usePlace";
import { useSavedFilters } from "./saved";
import { t } from "./texts";

interface Props {
  place: Place;
  change: ChangePlace;
}

/** One press to the filters that are used again and again. */
export function SavedFilters({ place, change }: Props) {
  const { saved, remove } = useSavedFilters();
  if (saved.length === 0) return null;
  const current = searchOf({ ...place, task: null });
  const go = (search: string) => change({ ...placeOf(search), task: null });
  return (
    <ul aria-label={t("saved")} className="flex flex-wrap gap-2">
      <li>
        <Chip pressed={current === ""} onPress={() => go("")}>
          {t("allOpen")}
        </Chip>
      </li>
      {saved.map(({ name, search }) => (
        <li key={name}>
          <Chip pressed={current === search} onPress={() => go(search)} onRemove={() => void remove(name)} removeLabel={t("remove", { name })}>
            {name}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
