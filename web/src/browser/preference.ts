import { useSyncExternalStore } from "react";

/** A choice about the app on this device, kept in the browser and the same in all its tabs. */
export interface Preference<V extends string> {
  readonly values: readonly V[];
  get: () => V;
  choose: (value: V) => void;
  watch: (changed: () => void) => () => void;
}

/** The first of the values is what holds before anything was chosen. */
export function preference<const V extends string>(name: string, values: readonly [V, ...V[]]): Preference<V> {
  const watchers = new Set<() => void>();
  const tell = (): void => {
    for (const watcher of watchers) watcher();
  };
  window.addEventListener("storage", ({ key }) => key === name && tell());
  return {
    values,
    get: () => values.find((value) => value === localStorage.getItem(name)) ?? values[0],
    choose: (value) => {
      localStorage.setItem(name, value);
      tell();
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

export function usePreference<V extends string>({ watch, get }: Preference<V>): V {
  return useSyncExternalStore(watch, get);
}
