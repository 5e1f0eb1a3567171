import { useEffect, useState } from "react";
import { type Bytes, unwrapped, type Way } from "../device/vault-keys";
import { changeLock, type Lock, pauseOf } from "../device/vault-lock";
import { useLife } from "../life/hooks";
import { askPasskey, NoPasskey } from "./passkey";

export type Problem = "wrongPassphrase" | "noPasskey";

/** Trying to open the lock: who guesses wrong again and again has to wait. */
export function useUnlocking(found: Lock, onUnlocked: (lock: Lock, dataKey: CryptoKey) => Promise<void>) {
  const { device } = useLife();
  const [lock, setLock] = useState(found);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const pause = usePause(lock);

  const change = async (changes: Partial<Lock>): Promise<Lock> => {
    const changed = (await changeLock(device, changes)) ?? lock;
    setLock(changed);
    return changed;
  };
  const attempt = async (way: Way | undefined, secret: string | Bytes): Promise<void> => {
    const dataKey = way && (await unwrapped(way, secret));
    if (dataKey) return onUnlocked(await change({ failures: 0 }), dataKey);
    setProblem(way?.kind === "passkey" ? "noPasskey" : "wrongPassphrase");
    await change({ failures: lock.failures + 1, failedAt: Date.now() });
  };
  const busily = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof NoPasskey)) throw error;
      setProblem("noPasskey");
    } finally {
      setBusy(false);
    }
  };
  const byPassphrase = (passphrase: string): Promise<void> =>
    busily(async () => {
      const current = await change({});
      await attempt(current.ways.find((way) => way.kind === "passphrase"), passphrase);
    });
  const byPasskey = (): Promise<void> =>
    busily(async () => {
      const way = lock.ways.find((one) => one.kind === "passkey");
      if (way) await attempt(way, (await askPasskey(way)).answer);
    });
  return { lock, busy, problem, pause, byPassphrase, byPasskey };
}

/** Milliseconds until the next try, counted down. */
function usePause(lock: Lock): number {
  const [now, setNow] = useState(Date.now);
  const pause = pauseOf(lock, Math.max(now, lock.failedAt));
  useEffect(() => {
    if (pauseOf(lock, Date.now()) === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [lock, pause === 0]);
  return pause;
}
