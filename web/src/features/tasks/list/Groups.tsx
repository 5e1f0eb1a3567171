import type { KeyboardEvent } from "react";
import { Button, type MenuItem } from "../../../design";
import type { Drop } from "../drag";
import { type By, COLUMNS, type Group } from "../groups";
import { moveBy, moveTo } from "../moving";
import type { OpenTasks } from "../open-tasks";
import type { Asked } from "../row/acts";
import type { Selection } from "../select/useSelection";
import type { Shown } from "../shown";
import { isOpen, type Task } from "../task";
import { t } from "../texts";
import { headingOf } from "./headings";
import { TaskGroup } from "./TaskGroup";
import { TaskLine } from "./TaskLine";
import { useMoving } from "./useMoving";

interface Props {
  shown: Shown;
  by: By;
  all: OpenTasks | undefined;
  /** Whether the order is the person's own. */
  byHand: boolean;
  selection: Selection;
  onOpen: ((id: string) => void) | undefined;
  ask: (task: Task, about: Exclude<Asked, null>) => void;
  readMore: () => void;
}

/** Rows drawn at first in all groups together, and in each at least. */
const ROWS = 150;
const FEW = 10;

/** The tasks under their headings: one below the other, or side by side as a board. */
export function Groups({ shown: { groups, more }, by, all, byHand, selection, onOpen, ask, readMore }: Props) {
  const moving = useMoving(all, ask);
  const isBoard = by === "status";

  const lineIn = (group: Group, ids = group.tasks.map(({ id }) => id)) => (task: Task) => {
    const step = (way: -1 | 1) => {
      const wish = moveBy(ids, task.id, way);
      if (wish) moving.move(task, wish);
    };
    const drop = ({ zone, onto }: Drop) => {
      if (zone !== group.key) return moving.intoGroup(task, by, zone);
      const wish = byHand && onto ? moveTo(ids, task.id, ids.indexOf(onto)) : null;
      if (wish) moving.move(task, wish);
    };
    const items = [
      ...(isBoard ? columnsFor(task, (status) => moving.toStatus(task, status)) : []),
      ...(byHand && isOpen(task) ? placesFor(ids, task.id, step) : []),
      { label: t("toProject"), icon: "folder" as const, onSelect: () => ask(task, "project") },
    ];
    return (
      <TaskLine
        key={task.id}
        task={task}
        selection={selection}
        items={items}
        onOpen={onOpen}
        onDrop={drop}
        onKey={byHand ? (event) => stepByKey(event, step) : undefined}
        hideProject={by === "project"}
        hideDue={by === "day" && group.key === task.due && !task.due_at}
        className={isBoard ? "bg-surface rounded-control border-line shadow-low mx-0! mb-2 border" : ""}
      />
    );
  };

  return (
    <div className={isBoard ? "relative grid snap-x auto-cols-[minmax(min(17rem,80vw),1fr)] grid-flow-col gap-3 overflow-x-auto p-0.5" : "flex flex-col gap-6"}>
      {groups.map((group) => (
        <TaskGroup
          key={group.key}
          group={group}
          title={headingOf(group.key, by, all)}
          first={Math.max(FEW, Math.floor(ROWS / groups.length))}
          lineOf={lineIn(group)}
          className={isBoard ? "bg-sunken snap-start p-2.5" : ""}
        >
          {more && (group.key === "done" || by === "none") && (
            <Button variant="quiet" onClick={readMore}>
              {t("moreDone")}
            </Button>
          )}
        </TaskGroup>
      ))}
    </div>
  );
}

function placesFor(ids: string[], id: string, step: (way: -1 | 1) => void): MenuItem[] {
  return [
    { label: t("moveUp"), icon: "arrow-up", disabled: ids[0] === id, onSelect: () => step(-1) },
    { label: t("moveDown"), icon: "arrow-down", disabled: ids.at(-1) === id, onSelect: () => step(1) },
  ];
}

function columnsFor(task: Task, move: (status: Task["status"]) => void): MenuItem[] {
  return COLUMNS.filter((status) => status !== task.status).map((status) => ({
    label: t("moveTo", { where: headingOf(status, "status") }),
    icon: "columns-3",
    onSelect: () => move(status),
  }));
}

/** Alt and an arrow, as in most lists that are ordered by hand. */
function stepByKey(event: KeyboardEvent, step: (way: -1 | 1) => void): void {
  if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  event.preventDefault();
  step(event.key === "ArrowUp" ? -1 : 1);
}
