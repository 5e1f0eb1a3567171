import type { KeyboardEvent } from "react";

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
    Delete: () => leaving(event.currentTarget, doing.remove),
    ArrowDown: () => step(event.currentTarget, 1),
    ArrowUp: () => step(event.currentTarget, -1),
  };
  return keys[event.key];
}

/** The focus goes on to the next task, so that the one that goes away does not take it along. */
function leaving(from: Element, act: () => void): void {
  if (!step(from, 1)) step(from, -1);
  act();
}

function step(from: Element, by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>("a[data-task]")];
  const row = from.closest("li");
  const at = links.findIndex((link) => link.closest("li") === row);
  const next = links[at + by];
  next?.focus();
  return Boolean(next);
}
