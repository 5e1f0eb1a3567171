import type { KeyboardEvent } from "react";

function found(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-found]")];
}

/** From the field: down goes to the first result, Enter opens it. */
export function fieldKeys(event: KeyboardEvent): void {
  const [first] = found();
  if (!first) return;
  if (event.key === "ArrowDown") first.focus();
  else if (event.key === "Enter") first.click();
  else return;
  event.preventDefault();
}

/** Up and down through the results, and from the first one back to the field; Enter is the link's own key. */
export function resultKeys(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = found();
  const at = all.findIndex((one) => one === event.currentTarget) + step;
  const next = at < 0 ? document.querySelector<HTMLElement>("input[type=search]") : all[at];
  next?.focus();
}
