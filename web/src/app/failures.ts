import { notify } from "../design/notices";
import { t } from "./texts";

/** One telling is enough for failures that come together. */
const QUIET = 10_000;

/** What fails where nobody waits for it is told to the person, in words that say what to do. */
export function tellFailures(): void {
  let told = -QUIET;
  const tell = (reason: unknown, at: number): void => {
    if (isGivenUp(reason) || at < told + QUIET) return;
    told = at;
    notify({ text: t(isFull(reason) ? "full" : "failed"), tone: "problem", stays: true });
  };
  addEventListener("unhandledrejection", ({ reason, timeStamp }) => tell(reason, timeStamp));
  addEventListener("error", ({ error, timeStamp }) => error && tell(error, timeStamp));
}

/** A request that was stopped on purpose. */
function isGivenUp(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "AbortError";
}

/** Where the device has no room, the database names it as the cause of what it gave up. */
function isFull(reason: unknown): boolean {
  if (!(reason instanceof Error || reason instanceof DOMException)) return false;
  return reason.name === "QuotaExceededError" || ("inner" in reason && isFull(reason.inner));
}
