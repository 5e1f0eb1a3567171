import { Backoff, Bell } from "./bell";

/** The server says something every 15 seconds; a stream that is silent for so long is dead. */
const SILENCE = 40_000;

/** Keeps the stream of pokes open until it is told to stop, with longer and longer pauses while there is no way. */
export class Live {
  private readonly bell = new Bell();

  constructor(
    private readonly fetching: typeof fetch,
    private readonly poked: () => void,
    private readonly silence = SILENCE,
  ) {}

  /** Try again at once. */
  nudge(): void {
    this.bell.ring();
  }

  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener("abort", () => this.bell.ring());
    const backoff = new Backoff();
    while (!signal.aborted) {
      this.bell.hush();
      await this.listen(signal, () => backoff.reset()).catch(() => undefined);
      if (!signal.aborted) await this.bell.wait(backoff.pause());
    }
  }

  /** Hears that something changed until the stream ends. Raises what `fetch` raises. */
  private async listen(stopping: AbortSignal, opened: () => void): Promise<void> {
    const ending = new AbortController();
    const end = (): void => ending.abort();
    stopping.addEventListener("abort", end);
    let watchdog = setTimeout(end, this.silence);
    try {
      const headers = { Accept: "text/event-stream" };
      const response = await this.fetching("/api/v1/sync/live", { signal: ending.signal, headers });
      if (!response.ok || !response.body) return;
      opened();
      const { createParser } = await import("eventsource-parser"); // nothing that a first visit needs
      const parser = createParser({ onEvent: ({ event }) => event === "poke" && this.poked() });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(watchdog);
        watchdog = setTimeout(end, this.silence);
        parser.feed(part.value);
      }
    } finally {
      clearTimeout(watchdog);
      stopping.removeEventListener("abort", end);
    }
  }
}
