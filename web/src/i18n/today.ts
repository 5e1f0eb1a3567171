import { useSyncExternalStore } from "react";
import { type Day, today } from "./days";

const MINUTE = 60_000;
const LOOK = 10_000;

/** One clock for all that is shown, however many rows of a list look at it. */
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The day it is for the person; changes at their midnight, and when they come back to the app after it. */
export function useToday(): Day {
  return useSyncExternalStore(watch, today);
}

/** The present, to the minute: what is due changes with it. */
export function useNow(): number {
  return useSyncExternalStore(watch, minute);
}

function minute(): number {
  return Math.floor(Date.now() / MINUTE) * MINUTE;
}

function watch(look: () => void): () => void {
  watchers.add(look);
  if (watchers.size === 1) start();
  return () => {
    watchers.delete(look);
    if (watchers.size === 0) stop();
  };
}

function start(): void {
  timer = setInterval(tick, LOOK);
  document.addEventListener("visibilitychange", tick);
}

function stop(): void {
  clearInterval(timer);
  document.removeEventListener("visibilitychange", tick);
}

function tick(): void {
  for (const watcher of watchers) watcher();
}
