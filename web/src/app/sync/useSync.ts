import { useEffect, useState, useSyncExternalStore } from "react";
import { useSession } from "../../features/account";
import { useFilling, usePhase, useRefused, useWaiting } from "../../life/hooks";
import { calm, type Sync, type SyncFacts, type SyncState, syncState } from "./state";

/** What passes sooner is not worth a word. */
const PATIENCE = 1500;

/** How sync stands, said calmly: sending is told only where it takes its time. */
export function useSync(): Sync {
  const phase = usePhase();
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const facts: SyncFacts = {
    phase: isOnline || phase === "signed-out" ? phase : "offline",
    waiting: useWaiting(),
    refused: useRefused().length,
    filling: useFilling(),
    known: useSession() !== null,
  };
  return { ...facts, state: useCalmly(syncState(facts)) };
}

function useCalmly(state: SyncState): SyncState {
  const [shown, show] = useState(state);
  useEffect(() => {
    const timer = setTimeout(() => show(state), calm.has(state) && calm.has(shown) ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [state]);
  return shown;
}

/** The browser knows of a lost network sooner than the next round does. */
function watchNetwork(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
