import { IconButton, Select } from "../../../design";
import { type By, GROUPINGS, SORTINGS } from "../groups";
import type { Place } from "../place";
import type { Selection } from "../select/useSelection";
import { t } from "../texts";
import type { ChangePlace } from "../usePlace";

interface Props {
  place: Place;
  change: ChangePlace;
  by: By;
  selection: Selection;
}

const GROUPING_TEXTS = { date: "byDate", project: "byProject", priority: "byPriority", none: "byNone" } as const;
const SORTING_TEXTS = {
  manual: "sortManual",
  due: "sortDue",
  priority: "sortPriority",
  title: "sortTitle",
  newest: "sortNewest",
} as const;

/** On a phone in a row of their own, beneath the search. */
const BENEATH = "max-sm:order-1 max-sm:min-w-32 max-sm:flex-1";

/** How the tasks are grouped and ordered, and the way to select several. */
export function ListOptions({ place, change, by, selection }: Props) {
  const groupings = GROUPINGS.map((value) => ({ value, label: t(GROUPING_TEXTS[value]) }));
  const sortings = SORTINGS.map((value) => ({ value, label: t(SORTING_TEXTS[value]) }));
  return (
    <div className="contents min-w-0 items-center gap-2 sm:flex">
      {place.view === "list" && (
        <div className={BENEATH}>
          <Select hideLabel label={t("groupBy")} options={groupings} value={place.group} onChange={(group) => change({ group })} />
        </div>
      )}
      {by !== "day" && (
        <div className={BENEATH}>
          <Select hideLabel label={t("sortBy")} options={sortings} value={place.sort} onChange={(sort) => change({ sort })} />
        </div>
      )}
      {!selection.selecting && <IconButton icon="list-checks" label={t("selecting")} aria-keyshortcuts="v" onClick={selection.begin} className="ml-auto" />}
    </div>
  );
}
