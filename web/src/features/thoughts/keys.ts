import type { KeyboardEvent } from "react";

export interface RowDoing {
  edit: () => void;
  toggle: () => void;
  archive: () => void;
  remove: () => void;
}

/** Enter is the link's own key. */
export function rowKeys(event: KeyboardEvent, doing: RowDoing): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const from = event.currentTarget;
  const keys: Record<string, () => void> = {
    e: doing.edit,
    x: doing.toggle,
    a: () => leaving(from, doing.archive),
    Delete: () => leaving(from, doing.remove),
    ArrowDown: () => step(from, 1),
    ArrowUp: () => step(from, -1),
  };
  const run = keys[event.key];
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

/** The focus goes on to the next thought, or to the head of the page, so that the one that goes away does not take it along. */
function leaving(from: Element, act: () => void): void {
  if (!step(from, 1) && !step(from, -1)) document.querySelector<HTMLElement>("main h1")?.focus();
  act();
}

function step(from: Element, by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>("a[data-thought]")];
  const next = links[links.findIndex((link) => link === from) + by];
  next?.focus();
  return Boolean(next);
}
