import type { Answer, FromWorker, Given, QuestionName, ToWorker } from "./messages";

interface Pending {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

let worker: Worker | undefined;
let last = 0;
const pending = new Map<number, Pending>();
const watchers = new Set<() => void>();

/** Ask the worker, which is started by the first question. Raises when aborted, or when the worker fails. */
export function ask<Q extends QuestionName>(name: Q, given: Given<Q>, signal: AbortSignal): Promise<Answer<Q>> {
  const asked = (worker ??= started());
  const number = (last += 1);
  return new Promise((resolve, reject) => {
    pending.set(number, { resolve, reject });
    signal.addEventListener("abort", () => {
      pending.delete(number);
      asked.postMessage({ cancel: number } satisfies ToWorker);
      reject(new DOMException("", "AbortError"));
    });
    asked.postMessage({ ask: number, question: { name, given } });
  });
}

/** Hear when the records of the device have changed. */
export function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Forget all that the worker has read: when the app is locked, or the person signs out. */
export function forget(): void {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of pending.values()) reject(new Error("the worker was stopped"));
  pending.clear();
}

function started(): Worker {
  const made = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  made.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => heard(data));
  made.addEventListener("error", forget);
  return made;
}

function heard(message: FromWorker): void {
  if ("changed" in message) {
    for (const watcher of watchers) watcher();
    return;
  }
  const waiting = pending.get(message.to);
  pending.delete(message.to);
  if ("failed" in message) waiting?.reject(new Error(message.failed));
  else waiting?.resolve(message.answer as never);
}
