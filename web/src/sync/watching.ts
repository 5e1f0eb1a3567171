import { liveQuery } from "dexie";
import type { Act } from "./act";
import type { Entering } from "./entering";

/** How an answer is read from the device, and what one more act makes of it without reading anything. */
export interface Question<T> {
  read: () => Promise<T>;
  after: (answer: T, act: Act) => T;
}

/**
 * Shows the answer, and every later one: after an act at once, after anything else once it is stored.
 *
 * What is read cannot know of acts that were done since the reading began: they are laid over it again when it comes.
 * Returns what ends it.
 */
export function watch<T>(
  entering: Entering,
  { read, after }: Question<T>,
  show: (answer: T) => void,
  failed: (error: unknown) => void,
): () => void {
  let shown: { answer: T } | undefined;
  let since: Act[] = [];
  const tell = (answer: T): void => show((shown = { answer }).answer);
  const reading = liveQuery(() => {
    since = [];
    return read();
  });
  const begin = () => reading.subscribe((answer) => tell(since.reduce(after, answer)), failed);
  let subscription = begin();
  const deafen = entering.hear((act) => {
    if (act) {
      since.push(act);
      if (shown) tell(after(shown.answer, act));
    } else {
      subscription.unsubscribe();
      subscription = begin();
    }
  });
  return () => {
    deafen();
    subscription.unsubscribe();
  };
}
