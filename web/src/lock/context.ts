import { createContext, useContext } from "react";
import { dismissAll } from "../device/vault-ring";
import type { Lock } from "../device/vault-lock";

/** The app lock as the open app sees it. */
export interface AppLock {
  /** Undefined where the device is not locked. */
  lock: Lock | undefined;
  /** Change how it opens or when it locks by itself. */
  change: (changes: Partial<Pick<Lock, "ways" | "minutes">>) => Promise<void>;
  /** Seal or unseal everything, as `lock.state` says; the app starts anew afterwards. */
  turn: (lock: Lock, key: CryptoKey) => void;
}

export const LockContext = createContext<AppLock | null>(null);

export function useLock(): AppLock {
  const lock = useContext(LockContext);
  if (!lock) throw new Error("there is no lock around this component");
  return lock;
}

/** Lock every tab: each forgets the key and starts anew, so that nothing that was opened stays in memory. */
export function lockNow(): void {
  dismissAll();
  location.reload();
}
