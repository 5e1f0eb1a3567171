import { type RefObject, useLayoutEffect } from "react";

/** The task whose row has just gone with the focus in it. */
let leaving: string | null = null;

/** The focus goes along with a task into another group; where its row goes for good, to the one that stood beside it, or to the head of the page. */
export function useKeptFocus(id: string, link: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = link.current;
    if (leaving === id) own?.focus();
    return () => {
      if (!own?.closest("li")?.contains(document.activeElement)) return;
      leaving = id;
      const next = besideOf(own, 1) ?? besideOf(own, -1);
      requestAnimationFrame(() => {
        leaving = null;
        if (document.activeElement === document.body) (next ?? document.querySelector<HTMLElement>("main h1"))?.focus();
      });
    };
  }, [id, link]);
}

/** The title of the task so many rows further down, in whatever list it stands. */
export function besideOf(link: Element, by: 1 | -1): HTMLElement | undefined {
  const links = [...document.querySelectorAll<HTMLElement>("a[data-task]")];
  const row = link.closest("li");
  const place = links.findIndex((other) => other.closest("li") === row);
  return links[place + by];
}
