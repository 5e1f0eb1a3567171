import { alone, hasLocks } from "../api/alone";
import type { Phase } from "./phase";

/** `nudge`: look at once. `which`: a new tab asks how sync stands. Else how it stands. */
export type Told = "nudge" | "which" | Phase;

/** The lock that the leading tab holds until its last round has ended. */
export const LEADING = "selfos-sync";

/** The tabs of one device: one leads, all know how sync stands. Where the browser lacks the means each is on its own. */
export class Tabs {
  private readonly channel = hasLocks() && "BroadcastChannel" in globalThis ? new BroadcastChannel(LEADING) : undefined;
  private closed = false;

  hear(heard: (told: Told) => void): void {
    this.channel?.addEventListener("message", ({ data }: MessageEvent<Told>) => heard(data));
  }

  tell(told: Told): void {
    if (!this.closed) this.channel?.postMessage(told);
  }

  close(): void {
    this.closed = true;
    this.channel?.close();
  }

  /** Do this once no other tab does it. */
  async lead(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
    if (!this.channel) return work();
    await alone(LEADING, work, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}
