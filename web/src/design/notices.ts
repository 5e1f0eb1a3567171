/** Something to tell the person in passing. */
export interface Notice {
  text: string;
  action?: { label: string; run: () => void };
  tone?: "plain" | "problem";
  /** Until the person closes it. */
  stays?: boolean;
}

type Listener = (notice: Notice) => void;

const listeners = new Set<Listener>();

export function notify(notice: Notice): void {
  for (const listener of listeners) listener(notice);
}

export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
