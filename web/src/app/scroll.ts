import { scroller } from "../browser/scroller";

const PATIENCE = 3000;
const KEY = "scrolled";

const positions = new Map<string, number>(JSON.parse(sessionStorage.getItem(KEY) ?? "[]"));
let restoring: AbortController | undefined;

/** Keeps how far each address was scrolled in this tab: a new one begins at its top, going back returns to its place. */
export function keepScroll(): void {
  history.scrollRestoration = "manual";
  let address = location.href;
  addEventListener("scroll", () => positions.set(address, scroller().scrollTop), { passive: true, capture: true });
  addEventListener("pagehide", () => sessionStorage.setItem(KEY, JSON.stringify([...positions])));
  addEventListener("popstate", () => restore((address = location.href)));
  addEventListener("pushState", () => {
    const moved = new URL(address).pathname !== location.pathname;
    address = location.href;
    if (moved) scroller().scrollTo(0, 0);
  });
  restore(address);
}

/** Waits until the lists are that long again, unless the person moves first. */
function restore(address: string): void {
  restoring?.abort();
  restoring = new AbortController();
  const { signal } = restoring;
  const top = positions.get(address) ?? 0;
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
