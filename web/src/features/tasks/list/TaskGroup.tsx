import { type ReactNode, useState } from "react";
import { Button, List } from "../../../design";
import type { Group } from "../groups";
import type { Task } from "../task";
import { t } from "../texts";
import { Count } from "./Count";

const STEP = 100;

interface Props {
  group: Group;
  title: string;
  /** So many rows are drawn at first; thousands would make every key press slow. */
  first: number;
  lineOf: (task: Task) => ReactNode;
  /** After the last row. */
  children?: ReactNode;
  className?: string;
}

/** Tasks under a heading, and a zone to drop tasks into. */
export function TaskGroup({ group: { key, tasks }, title, first, lineOf, children, className = "" }: Props) {
  const [limit, setLimit] = useState(first);
  const hidden = tasks.length - limit;
  return (
    <section data-zone={key} className={`rounded-panel data-over:ring-accent data-over:ring-2 ${className}`}>
      <h2 className="mb-1 flex items-baseline gap-2 text-base font-semibold">
        {title}
        {tasks.length > 0 && <Count of={tasks.length} />}
      </h2>
      {tasks.length === 0 ? <p className="text-muted py-1 text-sm">{t("nothingHere")}</p> : <List label={title}>{tasks.slice(0, limit).map(lineOf)}</List>}
      {hidden > 0 && (
        <Button variant="quiet" onClick={() => setLimit(limit + STEP)}>
          {t("more", { count: Math.min(hidden, STEP) })}
        </Button>
      )}
      {children}
    </section>
  );
}
