import type { Device } from "./device";
import type { Way } from "./vault-keys";

/** How the app lock of this device stands; kept in clear, for it is read before anything can be opened. */
export interface Lock {
  /** While it is turned on or off, some contents are sealed and some are not. */
  state: "turning-on" | "on" | "turning-off";
  ways: Way[];
  /** Minutes in the background after which it locks by itself. */
  minutes: number | null;
  /** Wrong passphrases in a row, and when the last was tried, in milliseconds since 1970. */
  failures: number;
  failedAt: number;
}

export const LOCK_KEY = "lock";

export async function readLock({ db }: Device): Promise<Lock | undefined> {
  return (await db.meta.get(LOCK_KEY))?.content as Lock | undefined;
}

export async function writeLock({ db }: Device, lock: Lock): Promise<void> {
  await db.meta.put({ key: LOCK_KEY, content: lock });
}

/** Change some of it, whatever other tabs changed meanwhile. */
export async function changeLock(device: Device, changes: Partial<Lock>): Promise<Lock | undefined> {
  return device.db.transaction("rw", device.db.meta, async () => {
    const lock = await readLock(device);
    if (lock) await writeLock(device, { ...lock, ...changes });
    return lock && { ...lock, ...changes };
  });
}

export async function removeLock({ db }: Device): Promise<void> {
  await db.meta.delete(LOCK_KEY);
}

const FREE_TRIES = 3;
const LONGEST_PAUSE = 5 * 60_000;

/** Milliseconds until the next passphrase may be tried: after some free ones each waits twice as long as the one before. */
export function pauseOf({ failures, failedAt }: Lock, now: number): number {
  if (failures < FREE_TRIES) return 0;
  const pause = Math.min(1000 * 2 ** (failures - FREE_TRIES), LONGEST_PAUSE);
  return Math.max(0, Math.min(failedAt + pause - now, pause));
}
