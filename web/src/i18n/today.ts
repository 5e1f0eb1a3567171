import { useSyncExternalStore } from "react";
import { type Day, today } from "./days";

const LOOK = 30_000;

/** The day it is for the person; changes at their midnight, and when they come back to the app after it. */
export function useToday(): Day {
  return useSyncExternalStore(watch, today);
}

function watch(look: () => void): () => void {
  const timer = setInterval(look, LOOK);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
