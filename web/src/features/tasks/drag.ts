import { scroller } from "../../browser/scroller";
import type { PointerEvent as ReactPointerEvent } from "react";

/** Where something was dropped: the zone, and the task that lay under it there. */
export interface Drop {
  zone: string;
  onto: string | undefined;
}

const EDGE = 64;
const STEP = 12;

/** Drag from a handle, by mouse, pen or finger. Escape gives up. Everything it does, a menu of the row does as well. */
export function startDrag(event: ReactPointerEvent<HTMLElement>, dropped: (drop: Drop) => void): void {
  if (event.button !== 0) return;
  event.preventDefault();
  const handle = event.currentTarget;
  const row = handle.closest("li");
  let over: Element | null = null;
  const ending = new AbortController();
  const listen = { signal: ending.signal };

  const mark = (next: Element | null): void => {
    over?.removeAttribute("data-over");
    next?.setAttribute("data-over", "");
    over = next;
  };
  const end = (): void => {
    ending.abort();
    mark(null);
    row?.removeAttribute("data-dragged");
  };
  const moved = (at: PointerEvent): void => {
    scrollAtEdge(at.clientY);
    mark(targetAt(at, row));
  };
  const released = (at: PointerEvent): void => {
    const drop = dropAt(at);
    end();
    if (drop) dropped(drop);
  };
  handle.setPointerCapture(event.pointerId);
  row?.setAttribute("data-dragged", "");
  handle.addEventListener("pointermove", moved, listen);
  handle.addEventListener("pointerup", released, listen);
  handle.addEventListener("pointercancel", end, listen);
  document.addEventListener("keydown", (pressed) => pressed.key === "Escape" && end(), listen);
}

interface Point {
  clientX: number;
  clientY: number;
}

function targetAt({ clientX, clientY }: Point, own: Element | null): Element | null {
  const under = document.elementFromPoint(clientX, clientY);
  const row = under?.closest("[data-zone] li");
  if (row && row === own) return null;
  return row ?? under?.closest("[data-zone]") ?? null;
}

function dropAt({ clientX, clientY }: Point): Drop | undefined {
  const under = document.elementFromPoint(clientX, clientY);
  const zone = under?.closest<HTMLElement>("[data-zone]")?.dataset["zone"];
  const onto = under?.closest("li")?.querySelector<HTMLElement>("[data-task]")?.dataset["task"];
  return zone === undefined ? undefined : { zone, onto };
}

function scrollAtEdge(y: number): void {
  const { top, bottom } = scroller().getBoundingClientRect();
  if (y < Math.max(top, 0) + EDGE) scroller().scrollBy(0, -STEP);
  else if (y > Math.min(bottom, innerHeight) - EDGE) scroller().scrollBy(0, STEP);
}
