import { formatDay } from "../../../i18n/dates";
import { AREAS, areaName, priorityName, statusName } from "../../../i18n/words";
import { DUE_RANGES, type FilterName, NONE, STATUSES } from "../filter";
import type { OpenTasks } from "../open-tasks";
import { t } from "./texts";

export interface Choice {
  value: string;
  label: string;
}

const LEVELS = ["1", "2", "3", "4", "5"];

type Choices = (all: OpenTasks | undefined) => Choice[];

const choices: Record<FilterName, Choices> = {
  text: () => [],
  status: () => STATUSES.map((value) => ({ value, label: value === "open" ? t("open") : statusName("task", value) })),
  project: (all) => [...[...(all?.projects.values() ?? [])].map(({ id, title }) => ({ value: id, label: title })), none()],
  tag: (all) => found(all?.tasks.flatMap(({ tags }) => tags)),
  person: (all) => found(all?.tasks.flatMap(({ people }) => people)),
  area: () => AREAS.map((value) => ({ value, label: areaName(value) })),
  priority: () => [...LEVELS.map((value) => ({ value, label: t("level", { level: value, name: priorityName(Number(value)) }) })), none()],
  energy: () => [...LEVELS.map((level) => ({ value: level, label: t("energyLevel", { level }) })), none()],
  due: () => DUE_RANGES.map((value) => ({ value, label: t(value) })),
};

/** What can be chosen for a part of the filter, in words. Tags and people are those of the open tasks. */
export function choicesFor(name: FilterName, all: OpenTasks | undefined): Choice[] {
  return choices[name](all);
}

function none(): Choice {
  return { value: NONE, label: t("none") };
}

function found(values: string[] = []): Choice[] {
  return [...new Set(values)].toSorted((a, b) => a.localeCompare(b)).map((value) => ({ value, label: value }));
}

/** A chosen value in words; what is no longer among the choices stands as it is. */
export function choiceName(name: FilterName, value: string, all: OpenTasks | undefined): string {
  const known = choicesFor(name, all).find((choice) => choice.value === value)?.label;
  if (known) return known;
  if (name !== "due") return value;
  const [from = "", to = ""] = value.split("..").map((day) => day && formatDay(day));
  return t("fromTo", { from, to });
}
