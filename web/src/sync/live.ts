import { createParser } from "eventsource-parser";

/** Hears that something changed until the stream ends. Raises what `fetch` raises. */
export async function listen(fetching: typeof fetch, poked: () => void, signal: AbortSignal, origin = ""): Promise<void> {
  const response = await fetching(`${origin}/api/v1/sync/live`, { signal, headers: { Accept: "text/event-stream" } });
  if (!response.ok || !response.body) return;
  const parser = createParser({ onEvent: (event) => event.event === "poke" && poked() });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.feed(value);
  }
}
