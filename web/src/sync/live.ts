import { Backoff, Bell } from "./bell";

/** The server says something every 15 seconds; a stream that is silent for so long is dead. */
const SILENCE = 40_000;
/** All that the stream ever says; what changed is pulled. */
const POKE = "event: poke";

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
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let line = "";
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(watchdog);
        watchdog = setTimeout(end, this.silence);
        const lines = (line + part.value).split("\n");
        line = lines.pop() ?? "";
        if (lines.includes(POKE)) this.poked();
      }
    } finally {
      clearTimeout(watchdog);
      stopping.removeEventListener("abort", end);
    }
  }
}
