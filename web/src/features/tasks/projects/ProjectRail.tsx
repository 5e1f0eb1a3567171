import { Link } from "wouter";
import { NONE } from "../filter";
import { Count } from "../list/Count";
import { type OpenTasks, standsInAnother } from "../open-tasks";
import { type Place, searchOf } from "../place";
import { ProjectDot } from "../row/Meta";
import type { Project, Task } from "../task";
import { t } from "../texts";
import { t as said } from "./texts";

interface Props {
  place: Place;
  all: OpenTasks | undefined;
}

/** The projects beside the list, with how much there is to do in each. */
export function ProjectRail({ place, all }: Props) {
  const { project: current, ...filter } = place.filter;
  const search = (project?: string) => {
    const text = searchOf({ ...place, filter: project ? { ...filter, project } : filter });
    return text ? `/tasks?${text}` : "/tasks";
  };
  const alone = all?.tasks.filter((task) => !standsInAnother(task, all)) ?? [];
  const counts = countsOf(alone);
  const active = [...(all?.projects.values() ?? [])].filter(({ status }) => status === "active").toSorted(byTitle);
  const entries = [
    { key: "", title: t("all"), color: null, count: alone.length },
    ...active.map(({ id, title, color }) => ({ key: id, title, color, count: counts.get(id) })),
    { key: NONE, title: t("noProject"), color: null, count: counts.get(NONE) },
  ];
  return (
    <nav aria-label={said("projects")} className="sticky top-4 w-44 shrink-0">
      <ul className="flex flex-col gap-0.5">
        {entries.map(({ key, title, color, count }) => (
          <li key={key}>
            <Link
              href={search(key)}
              aria-current={(current ?? "") === key ? "page" : undefined}
              className="rounded-control text-muted hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:text-accent-ink flex min-h-9 items-center gap-2 px-2.5 text-sm"
            >
              <ProjectDot color={color} />
              <span className="min-w-0 flex-1 truncate">{title}</span>
              <Count of={count ?? 0} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function byTitle(a: Project, b: Project): number {
  return a.title.localeCompare(b.title);
}

function countsOf(tasks: Task[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { project_id } of tasks) {
    const key = project_id ?? NONE;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
