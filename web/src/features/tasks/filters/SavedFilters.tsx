import { useEffect } from "react";
import { Chip } from "../../../design";
import { useLife } from "../../../life/hooks";
import { keptSearch, type Place, placeOf } from "../place";
import type { ChangePlace } from "../usePlace";
import { handOver } from "./handing-over";
import { useSavedFilters } from "./saved";
import { t } from "./texts";

interface Props {
  place: Place;
  change: ChangePlace;
}

/** One press to the filters that are used again and again. */
export function SavedFilters({ place, change }: Props) {
  const life = useLife();
  const { saved, remove } = useSavedFilters();
  useEffect(() => void handOver(life), [life]);
  if (saved.length === 0) return null;
  const current = keptSearch(place);
  const go = (search: string) => change({ ...placeOf(search), task: null });
  return (
    <ul aria-label={t("saved")} className="flex flex-wrap gap-2">
      <li>
        <Chip pressed={current === ""} onPress={() => go("")}>
          {t("allOpen")}
        </Chip>
      </li>
      {saved.map((filter) => (
        <li key={filter.id}>
          <Chip pressed={current === filter.query} onPress={() => go(filter.query)} onRemove={() => void remove(filter)} removeLabel={t("remove", { name: filter.name })}>
            {filter.name}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
