import { useSyncExternalStore } from "react";

const MINUTE = 60_000;
const LOOK = 10_000;

/** The present, to the minute: what is due changes with it, and the day at midnight. */
export function useNow(): number {
  return useSyncExternalStore(watch, minute);
}

function minute(): number {
  return Math.floor(Date.now() / MINUTE) * MINUTE;
}

function watch(look: () => void): () => void {
  const timer = setInterval(look, LOOK);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
