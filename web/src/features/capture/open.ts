import { useSyncExternalStore } from "react";

/** Whether the capture dialog is open, in any part of the app. */
let isOpen = false;
const watchers = new Set<() => void>();

function set(open: boolean): void {
  isOpen = open;
  for (const watcher of watchers) watcher();
}

/** Open the capture dialog from anywhere; a draft that was begun is in it. */
export function openCapture(): void {
  set(true);
}

export function closeCapture(): void {
  set(false);
}

export function useCaptureOpen(): boolean {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => isOpen,
  );
}
