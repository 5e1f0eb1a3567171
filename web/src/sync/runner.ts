import { liveQuery } from "dexie";
import type { Device } from "../device/device";
import { Engine, isAway } from "./engine";
import { listen } from "./live";
import { Refused, type Wire } from "./wire";

export type Phase = "starting" | "syncing" | "settled" | "offline" | "signed-out" | "failing";

const EVERY = 5 * 60_000;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
const LEADER = "selfos-sync";

/** Runs the engine while the app is open, in one tab of all: at once after an act, a poke, or coming to the front. */
export class Runner {
  phase: Phase = "starting";
  private readonly engine: Engine;
  private readonly stopping = new AbortController();
  private readonly told = new BroadcastChannel(LEADER);
  private readonly watchers = new Set<() => void>();
  private wake: () => void = () => undefined;
  private wanted = true;

  constructor(
    private readonly device: Device,
    wire: Wire,
    private readonly fetching: typeof fetch,
  ) {
    this.engine = new Engine(device, wire);
  }

  start(): void {
    const { signal } = this.stopping;
    this.told.addEventListener("message", ({ data }) => (data === "nudge" ? this.nudge() : this.show(data as Phase)));
    globalThis.addEventListener("online", this.nudgeAll, { signal });
    document.addEventListener("visibilitychange", this.nudgeAll, { signal });
    void navigator.locks.request(LEADER, { signal }, () => this.lead()).catch(() => undefined);
  }

  stop(): void {
    this.stopping.abort();
    this.told.close();
    this.wake();
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private readonly nudgeAll = (): void => {
    this.nudge();
    this.told.postMessage("nudge");
  };

  private nudge(): void {
    this.wanted = true;
    this.wake();
  }

  private async lead(): Promise<void> {
    const acts = liveQuery(() => this.device.db.acts.where("state").equals("waiting").count());
    const watching = acts.subscribe((count) => count > 0 && this.nudge());
    void this.hear();
    let pause = FIRST_PAUSE;
    while (!this.stopping.signal.aborted) {
      this.wanted = false;
      const phase = await this.attempt();
      this.tell(phase);
      pause = phase === "settled" ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
      await this.rest(phase === "settled" ? EVERY : pause);
    }
    watching.unsubscribe();
  }

  private async attempt(): Promise<Phase> {
    try {
      await this.engine.round();
      return "settled";
    } catch (error) {
      if (isAway(error)) return "offline";
      return error instanceof Refused && error.status === 401 ? "signed-out" : "failing";
    }
  }

  /** Until somebody wants a round, or so many milliseconds. */
  private rest(milliseconds: number): Promise<void> {
    if (this.wanted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async hear(): Promise<void> {
    const { signal } = this.stopping;
    for (let pause = FIRST_PAUSE; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const heard = (): void => {
        pause = FIRST_PAUSE;
        this.nudge();
      };
      await listen(this.fetching, heard, signal).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  private tell(phase: Phase): void {
    this.show(phase);
    this.told.postMessage(phase);
  }

  private show(phase: Phase): void {
    this.phase = phase;
    for (const watcher of this.watchers) watcher();
  }
}
