import { scroller } from "../browser/scroller";

const PATIENCE = 3000;
const KEY = "scrolled";

const positions = new Map<string, number>(JSON.parse(sessionStorage.getItem(KEY) ?? "[]"));
let restoring: AbortController | undefined;

/**
 * Keeps how far each page was scrolled in this tab: a new one begins at its top, going back returns to its place.
 *
 * A page is known by its path alone: what stands behind it, such as what was searched for, is private.
 */
export function keepScroll(): void {
  history.scrollRestoration = "manual";
  let path = location.pathname;
  addEventListener("scroll", () => positions.set(path, scroller().scrollTop), { passive: true, capture: true });
  addEventListener("pagehide", () => sessionStorage.setItem(KEY, JSON.stringify([...positions])));
  addEventListener("popstate", () => restore((path = location.pathname)));
  addEventListener("pushState", () => {
    if (path !== location.pathname) scroller().scrollTo(0, 0);
    path = location.pathname;
  });
  restore(path);
}

/** Waits until the lists are that long again, unless the person moves first. */
function restore(path: string): void {
  restoring?.abort();
  restoring = new AbortController();
  const { signal } = restoring;
  const top = positions.get(path) ?? 0;
  const observer = new MutationObserver(() => {
    const { scrollHeight, clientHeight } = scroller();
    if (scrollHeight < top + clientHeight) return;
    scroller().scrollTo(0, top);
    restoring?.abort();
  });
  signal.addEventListener("abort", () => observer.disconnect());
  for (const gesture of ["wheel", "touchstart", "keydown"]) {
    addEventListener(gesture, () => restoring?.abort(), { signal, passive: true });
  }
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), PATIENCE);
}
