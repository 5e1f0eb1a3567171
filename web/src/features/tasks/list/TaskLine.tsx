import type { KeyboardEvent, PointerEvent } from "react";
import { Icon, type MenuItem } from "../../../design";
import { type Drop, startDrag } from "../drag";
import { TaskRow } from "../row/TaskRow";
import { besideOf } from "../row/useKeptFocus";
import type { Selection } from "../select/useSelection";
import type { Task } from "../task";
import { t } from "../texts";

interface Props {
  task: Task;
  selection: Selection;
  items: MenuItem[];
  onOpen: ((id: string) => void) | undefined;
  onDrop: (drop: Drop) => void;
  onKey?: ((event: KeyboardEvent) => void) | undefined;
  hideProject?: boolean | undefined;
  hideDue?: boolean | undefined;
  className?: string | undefined;
}

/** A task row that can be dragged and selected. */
export function TaskLine({ task, selection, items, onDrop, onKey, className = "", ...shown }: Props) {
  const { ids, selecting, choose } = selection;
  const selected = ids.has(task.id);
  const keys = (event: KeyboardEvent) => {
    onKey?.(event);
    if (!event.defaultPrevented) selectByKey(event, task.id, selection);
  };
  const select: MenuItem = { label: t("select"), icon: "list-checks", onSelect: () => choose(task.id, false) };
  return (
    <TaskRow
      {...shown}
      task={task}
      onSelect={(range) => choose(task.id, range)}
      onKey={keys}
      items={[...items, select]}
      className={`group data-dragged:opacity-40 data-over:bg-accent-soft ${selected ? "bg-accent-soft" : ""} ${className}`}
      leading={
        selecting ? (
          <SelectBox task={task} selected={selected} onChange={() => choose(task.id, false)} onKeyDown={keys} />
        ) : (
          <Grip onStart={(event) => startDrag(event, onDrop)} />
        )
      }
    />
  );
}

interface BoxProps {
  task: Task;
  selected: boolean;
  onChange: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function SelectBox({ task: { title }, selected, ...on }: BoxProps) {
  return <input type="checkbox" aria-label={t("selectOne", { title })} checked={selected} {...on} className="accent-accent mr-4 size-5" />;
}

/** Pulled by pointer only: the menu of the row moves tasks as well. */
function Grip({ onStart }: { onStart: (event: PointerEvent<HTMLElement>) => void }) {
  return (
    <span
      aria-hidden="true"
      onPointerDown={onStart}
      className="text-faint -my-1.5 -ml-2 grid h-9 w-6 cursor-grab touch-none place-items-center opacity-0 group-hover:opacity-100 active:cursor-grabbing pointer-coarse:opacity-60"
    >
      <Icon name="grip-vertical" />
    </span>
  );
}

function selectByKey(event: KeyboardEvent, id: string, selection: Selection): void {
  const { choose, chooseAll, clear, ids } = selection;
  const command = event.ctrlKey || event.metaKey;
  if (event.key === "v" && !command) choose(id, false);
  else if (event.key === "a" && command) chooseAll();
  else if (event.key === "Escape" && ids.size > 0) clear();
  else if (event.shiftKey && event.key === "ArrowDown") extendTo(besideOf(event.currentTarget, 1), id, selection);
  else if (event.shiftKey && event.key === "ArrowUp") extendTo(besideOf(event.currentTarget, -1), id, selection);
  else return;
  event.preventDefault();
}

function extendTo(next: HTMLElement | undefined, from: string, { extend }: Selection): void {
  const to = next?.dataset["task"];
  if (!to) return;
  next.focus();
  extend(from, to);
}
