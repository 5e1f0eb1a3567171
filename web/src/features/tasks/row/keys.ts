import type { KeyboardEvent } from "react";
import { besideOf } from "./useKeptFocus";

export interface RowDoing {
  toggle: () => void;
  snooze: () => void;
  askDate: () => void;
  askPriority: () => void;
  prioritise: (level: number | null) => void;
  remove: () => void;
}

/** Enter is the link's own key. */
export function rowKeys(event: KeyboardEvent, doing: RowDoing): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const run = keyed(event, doing);
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

function keyed(event: KeyboardEvent, doing: RowDoing): (() => void) | undefined {
  if (/^[0-5]$/.test(event.key)) return () => doing.prioritise(Number(event.key) || null);
  const keys: Record<string, () => void> = {
    " ": doing.toggle,
    x: doing.toggle,
    s: doing.snooze,
    d: doing.askDate,
    p: doing.askPriority,
    Delete: doing.remove,
    ArrowDown: () => besideOf(event.currentTarget, 1)?.focus(),
    ArrowUp: () => besideOf(event.currentTarget, -1)?.focus(),
  };
  return keys[event.key];
}
