import { liveQuery } from "dexie";
import type { Device } from "../device/device";
import { Backoff, Bell } from "./bell";
import { Engine } from "./engine";
import { Live } from "./live";
import { type Phase, phaseAfter } from "./phase";
import { Tabs } from "./tabs";
import { Refused, type Wire } from "./wire";

export type { Phase } from "./phase";

/** Pokes are hints: a round is due so often in any case. */
const EVERY = 5 * 60_000;
/** A round that is shorter is not worth telling. */
const SHORT = 300;

/** Runs the engine while the app is open, in one tab of all: at once after an act, a poke, or coming to the front. */
export class Runner {
  phase: Phase = "starting";
  private readonly engine: Engine;
  private readonly live: Live;
  private readonly tabs = new Tabs();
  private readonly stopping = new AbortController();
  private readonly watchers = new Set<() => void>();
  private readonly due = new Bell();
  private leads = false;

  constructor(
    private readonly device: Device,
    wire: Wire,
    fetching: typeof fetch,
  ) {
    this.engine = new Engine(device, wire);
    this.live = new Live(fetching, () => this.due.ring());
  }

  start(): void {
    const { signal } = this.stopping;
    this.tabs.hear((told) => this.hear(told));
    this.tabs.tell("which");
    globalThis.addEventListener("online", this.nudge, { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.nudge(), { signal });
    void this.tabs.lead(() => this.lead(), signal);
  }

  /** No further round begins; one under way stores nothing of a device that was wiped. */
  stop(): void {
    this.stopping.abort();
    this.tabs.close();
    this.due.ring();
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Look at once, whichever tab leads: something changed that only the caller knows. */
  readonly nudge = (): void => {
    this.wake();
    this.tabs.tell("nudge");
  };

  private hear(told: Parameters<Tabs["tell"]>[0]): void {
    if (told === "nudge") this.wake();
    else if (told !== "which") this.show(told);
    else if (this.leads) this.tabs.tell(this.phase);
  }

  private wake(): void {
    this.due.ring();
    this.live.nudge();
  }

  private async lead(): Promise<void> {
    const { signal } = this.stopping;
    this.leads = true;
    const waiting = liveQuery(() => this.device.db.acts.where("state").equals("waiting").count());
    const watching = waiting.subscribe((count) => count > 0 && this.due.ring());
    void this.live.run(signal);
    const backoff = new Backoff();
    while (!signal.aborted) {
      this.due.hush();
      const failure = await this.attempt();
      if (failure === undefined) backoff.reset();
      this.tell(failure === undefined ? "settled" : phaseAfter(failure));
      await this.rest(failure, failure === undefined ? EVERY : backoff.pause());
    }
    watching.unsubscribe();
    this.leads = false;
  }

  /** What went wrong, if anything. */
  private async attempt(): Promise<unknown> {
    const long = setTimeout(() => this.tell("syncing"), SHORT);
    try {
      return void (await this.engine.round());
    } catch (error) {
      return error;
    } finally {
      clearTimeout(long);
    }
  }

  /** Until a round is due. No sooner than the server asks for, whatever the person does. */
  private async rest(failure: unknown, milliseconds: number): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const asked = failure instanceof Refused && failure.retryAfter !== null ? failure.retryAfter * 1000 : 0;
    if (asked > 0) await paused(asked, this.stopping.signal);
    else await this.due.wait(milliseconds);
  }

  private tell(phase: Phase): void {
    this.show(phase);
    this.tabs.tell(phase);
  }

  private show(phase: Phase): void {
    if (this.phase === phase) return;
    this.phase = phase;
    for (const watcher of this.watchers) watcher();
  }
}

function paused(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
