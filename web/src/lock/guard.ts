/** Held by every page that is seen. */
const FRONT = "selfos-front";
/** When a page was last seen, in milliseconds since 1970. */
const SEEN = "selfos-seen";

/** Calls `lock` once no page of the app has been seen for so many minutes. Returns what ends the watch. */
export function guard(minutes: number, lock: () => void): () => void {
  const allowed = minutes * 60_000;
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let release: (() => void) | undefined;

  const look = async (): Promise<void> => {
    const left = (await isInFront()) ? allowed : lastSeen() + allowed - Date.now();
    if (left <= 0) lock();
    else if (document.hidden) timer = setTimeout(() => void look(), left);
    else void navigator.locks.request(FRONT, { mode: "shared" }, () => new Promise<void>((resolve) => (release = resolve)));
  };
  const turned = (): void => {
    clearTimeout(timer);
    release?.();
    if (document.hidden) localStorage.setItem(SEEN, String(Date.now()));
    void look();
  };

  localStorage.setItem(SEEN, String(Date.now()));
  void look();
  document.addEventListener("visibilitychange", turned, { signal: ending.signal });
  return () => {
    ending.abort();
    clearTimeout(timer);
    release?.();
  };
}

async function isInFront(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === FRONT);
}

function lastSeen(): number {
  return Number(localStorage.getItem(SEEN));
}
