import { useEffect, useId, useSyncExternalStore } from "react";
import { type Holding, isHeard, KeyReader } from "./key-reader";
import { preference, usePreference } from "./preference";

/** What a key does. `keys`: "c", "g t" one after the other, "Mod+k" with Ctrl, on a Mac ⌘. */
export interface KeyBinding extends Holding {
  label: string;
  run: () => void;
}

/** Bindings that hold while a part of the app is shown, under its name. */
interface KeyGroup {
  title: string;
  bindings: readonly KeyBinding[];
}

/** Keys without Ctrl or ⌘ can be switched off: speech input and stray presses would set them off. */
export const singleKeys = preference("single-keys", ["on", "off"]);

/** By the component that holds them: one that is drawn anew keeps its turn. */
const held = new Map<string, KeyGroup>();
let groups: readonly KeyGroup[] = [];
const watchers = new Set<() => void>();
const reader = new KeyReader();

/** Keys that work while the component is shown; they stand in the list of shortcuts under `title`. */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const holder = useId();
  useEffect(() => {
    held.set(holder, { title, bindings });
    tell();
  });
  useEffect(
    () => () => {
      held.delete(holder);
      tell();
    },
    [holder],
  );
}

export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore(watch, () => groups);
}

export function useSingleKeys(): boolean {
  return usePreference(singleKeys) === "on";
}

/** Starts to hear the keys; once, when the app starts. */
export function hearKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const bindings = groups.toReversed().flatMap((group) => group.bindings);
    const place = isElsewhere(event.target) ? "dialog" : takesText(event.target) ? "text" : "page";
    const singles = singleKeys.get() === "on";
    const found = reader.read(event, bindings.filter((binding) => isHeard(binding, place, singles)));
    if (!found) return;
    event.preventDefault();
    found.run();
  });
}

const SILENT_INPUTS = new Set(["checkbox", "radio", "button", "submit", "range", "color", "file"]);

/** Where letters are meant as text, and Ctrl+Z as taking back what was typed. */
function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !SILENT_INPUTS.has(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select"));
}

/** A dialog or a menu has keys of its own. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  return target instanceof Element && target.closest("[role=menu], [role=listbox]") !== null;
}

function tell(): void {
  groups = [...held.values()];
  for (const watcher of watchers) watcher();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
