import { useMemo } from "react";
import type { Day } from "../../i18n/days";
import { useToday } from "../../i18n/today";
import { useRecords } from "../../life/hooks";
import { matches, wantsSettled } from "./filter";
import { type By, type Group, groupsOf, sorted } from "./groups";
import type { OpenTasks } from "./open-tasks";
import type { Place } from "./place";
import type { Task } from "./task";

export interface Shown {
  by: By;
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
    return { ...grouped(place, open, settled, today, all), more: settled.length > 0 && settled.length === limit };
  }, [all, settled, today, place, limit]);
}

function grouped({ view, group, sort, filter }: Place, open: Task[], settled: Task[], today: Day, all: OpenTasks) {
  if (view === "board") return groupedBy("status", [...sorted(open, sort), ...settled]);
  if (wantsSettled(filter)) return groupedBy("none", settled);
  if (view === "upcoming") return groupedBy("day", sorted(open, "due"));
  return groupedBy(group, sorted(open, sort));

  function groupedBy(by: By, tasks: Task[]): Pick<Shown, "by" | "groups"> {
    return { by, groups: groupsOf(tasks, by, today, [...all.projects.keys()]) };
  }
}
