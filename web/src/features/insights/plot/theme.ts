import { useSyncExternalStore } from "react";

const dark = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

/** Changes whenever colours may: what is drawn on a canvas has to be drawn anew. */
export function useTheme(): string {
  return useSyncExternalStore(watch, () => `${document.documentElement.dataset["theme"]} ${dark?.matches}`);
}

function watch(changed: () => void): () => void {
  const root = new MutationObserver(changed);
  root.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  dark?.addEventListener("change", changed);
  return () => {
    root.disconnect();
    dark?.removeEventListener("change", changed);
  };
}
