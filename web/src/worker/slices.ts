const PER_SLICE = 4000;

/** Entries one after another, with a pause now and then in which other messages are heard. Raises when aborted. */
export async function* slices<T>(all: Iterable<T>, signal: AbortSignal): AsyncGenerator<T[]> {
  let slice: T[] = [];
  for (const one of all) {
    slice.push(one);
    if (slice.length === PER_SLICE) {
      yield slice;
      slice = [];
      await pause();
      signal.throwIfAborted();
    }
  }
  yield slice;
}

/** Timers would wait at least 4 ms. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
