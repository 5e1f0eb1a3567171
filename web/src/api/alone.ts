const queues = new Map<string, Promise<unknown>>();

/** Do this in one tab of the device at a time; where the browser has no Web Locks, one after another in this tab. */
export async function alone<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (hasLocks()) return navigator.locks.request(name, signal ? { signal } : {}, work);
  const turn = (queues.get(name) ?? Promise.resolve()).then(work);
  queues.set(name, turn.catch(() => undefined));
  return turn;
}

/** Only pages that came over https or from this machine have them. */
export function hasLocks(): boolean {
  return globalThis.navigator?.locks !== undefined;
}
