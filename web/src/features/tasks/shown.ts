import { useMemo } from "react";
import type { Day } from "../../i18n/days";
import { useToday } from "../../i18n/today";
import { useRecords } from "../../life/hooks";
import { isSearch, matches, wantsSettled } from "./filter";
import { type By, type Group, groupsOf, sortedUnder } from "./groups";
import { type OpenTasks, standsInAnother } from "./open-tasks";
import type { Place } from "./place";
import type { Task } from "./task";

export interface Shown {
  groups: Group[];
  /** Whether there may be more settled tasks than were read. */
  more: boolean;
}

/** What the place shows, undefined until it is read. Of the settled tasks, ever more, only the latest `limit` are read. */
export function useShown(place: Place, all: OpenTasks | undefined, limit: number): Shown | undefined {
  const today = useToday();
  const { filter, view } = place;
  const withSettled = wantsSettled(filter) || view === "board";
  const settled = useRecords(
    { kind: "task", open: false, limit: withSettled ? limit : 0, where: (task) => matches(task, filter, today) },
    [filter, today],
  );
  return useMemo(() => {
    if (!all || !settled) return undefined;
    const open = wantsSettled(place.filter) ? [] : all.tasks.filter((task) => matches(task, place.filter, today));
    const alone = isSearch(place.filter) ? open : open.filter((task) => !standsInAnother(task, all));
    return { groups: grouped(place, alone, settled, today, [...all.projects.keys()]), more: settled.length > 0 && settled.length === limit };
  }, [all, settled, today, place, limit]);
}

/** What the tasks of a place stand under. */
export function byOf({ view, group, filter }: Place): By {
  if (view === "board") return "status";
  if (wantsSettled(filter)) return "none";
  return view === "upcoming" ? "day" : group;
}

/** Settled tasks stay in the order in which they were settled, the latest first. */
function grouped(place: Place, open: Task[], settled: Task[], today: Day, projects: string[]): Group[] {
  const by = byOf(place);
  return groupsOf([...sortedUnder(by, open, place.sort), ...settled], by, today, projects);
}
