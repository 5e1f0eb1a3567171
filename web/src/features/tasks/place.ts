import { type Filter, FILTERS } from "./filter";
import { GROUPINGS, type Grouping, SORTINGS, type Sorting } from "./groups";

export const VIEWS = ["list", "board", "upcoming"] as const;
type ViewName = (typeof VIEWS)[number];

/** What the tasks screen shows. All of it stands in the address, so that it can be kept, shared and gone back to. */
export interface Place {
  view: ViewName;
  group: Grouping;
  sort: Sorting;
  filter: Filter;
  /** The task that is open beside the list. */
  task: string | null;
}

export function placeOf(search: string): Place {
  const given = new URLSearchParams(search);
  const filter: Filter = {};
  for (const name of FILTERS) {
    const value = given.get(name);
    if (value) filter[name] = value;
  }
  return {
    view: oneOf(VIEWS, given.get("view")),
    group: oneOf(GROUPINGS, given.get("group")),
    sort: oneOf(SORTINGS, given.get("sort")),
    filter,
    task: given.get("task"),
  };
}

/** What is as always is left out. */
export function searchOf({ view, group, sort, filter, task }: Place): string {
  const search = new URLSearchParams();
  if (view !== VIEWS[0]) search.set("view", view);
  if (group !== GROUPINGS[0]) search.set("group", group);
  if (sort !== SORTINGS[0]) search.set("sort", sort);
  for (const name of FILTERS) {
    const value = filter[name];
    if (value) search.set(name, value);
  }
  if (task) search.set("task", task);
  return search.toString();
}

/** What a saved filter keeps of it. */
export function keptSearch(place: Place): string {
  return searchOf({ ...place, task: null });
}

/** The one that was asked for, or the first. */
function oneOf<const T extends readonly [string, ...string[]]>(known: T, wanted: string | null): T[number] {
  return known.find((name) => name === wanted) ?? known[0];
}
