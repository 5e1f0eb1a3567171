import { useSyncExternalStore } from "react";

/** The dialogs that are open, the topmost last. */
const dialogs: HTMLElement[] = [];
const watchers = new Set<() => void>();

/** Tells that a dialog is open, until the returned function is called. */
export function raise(dialog: HTMLElement): () => void {
  dialogs.push(dialog);
  tell();
  return () => {
    dialogs.splice(dialogs.indexOf(dialog), 1);
    tell();
  };
}

/** The dialog above all else: while it is open, nothing outside of it can be pressed. */
export function useTopmost(): HTMLElement | undefined {
  return useSyncExternalStore(watch, () => dialogs.at(-1));
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

function tell(): void {
  for (const watcher of watchers) watcher();
}
