import { vi } from "vitest";

type Work = (lock: Lock | null) => Promise<unknown>;

/** Web Locks as far as the app uses them: one holder at a time, in the order of asking. */
class Locks {
  private readonly queues = new Map<string, Promise<unknown>>();

  request(name: string, { signal }: { signal?: AbortSignal }, work: Work): Promise<unknown> {
    const before = this.queues.get(name) ?? Promise.resolve();
    const turn = Promise.race([before, ended(signal)]).then(() => work(null));
    this.queues.set(name, Promise.allSettled([before, turn]));
    return turn;
  }
}

function ended(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted"))));
}

/** What a page finds around itself. Without `locks` it is one that came over plain http. */
export function stubBrowser({ locks = true } = {}): EventTarget & { visibilityState: string } {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const window = new EventTarget();
  vi.stubGlobal("document", page);
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("dispatchEvent", window.dispatchEvent.bind(window));
  vi.stubGlobal("navigator", locks ? { locks: new Locks() } : {});
  return page;
}

/** A stream of events that a test writes into. */
export class Stream {
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly response: Response;

  constructor() {
    this.response = new Response(new ReadableStream({ start: (controller) => void (this.controller = controller) }));
  }

  poke(): void {
    this.controller?.enqueue(new TextEncoder().encode("event: poke\ndata: x\n\n"));
  }

  end(): void {
    this.controller?.close();
  }
}
