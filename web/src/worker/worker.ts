import { Device } from "../device/device";
import { keysOf, type Records } from "../device/kinds";
import { enter, onDismissed } from "../device/vault-ring";
import { type Entry, readingOf, type SearchedKind } from "./entry";
import type { Answer, FromWorker, Question, QuestionName, SearchHit, ToWorker } from "./messages";
import { rollup } from "./rollups";
import { search } from "./search";
import { Shelf } from "./shelf";
import { shownOf } from "./snippet";

const shelf = opened();
const asked = new Map<number, AbortController>();

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("cancel" in data) asked.get(data.cancel)?.abort();
  else void answer(data.ask, data.question);
});

onDismissed(() => self.close());

/** Read with the key of the page that started this worker. */
async function opened(): Promise<Shelf> {
  const device = new Device();
  if (!(await enter(device))) throw new Error("the device is locked");
  return new Shelf(device, () => tell({ changed: true }));
}

async function answer(to: number, question: Question): Promise<void> {
  const asking = new AbortController();
  asked.set(to, asking);
  try {
    tell({ to, answer: await answerTo(question, asking.signal) });
  } catch (error) {
    if (!asking.signal.aborted) tell({ to, failed: error instanceof Error ? error.name : "" });
  } finally {
    asked.delete(to);
  }
}

async function answerTo({ name, given }: Question, signal: AbortSignal): Promise<Answer<QuestionName>> {
  const open = await shelf;
  const entries = await open.entries();
  if (name === "rollup") return rollup(entries, given.name, given.range, signal);
  const { best, total } = await search(entries, given, signal);
  const records = await open.records(best.map(({ entry }) => entry));
  signal.throwIfAborted();
  const hits = best.map(({ entry }, place) => hitOf(entry, records[place], given.text));
  return { hits: hits.filter((hit) => hit !== null), total };
}

/** Its words as they stand now; null where it has gone since. */
function hitOf({ kind, id, at }: Entry, record: Records[SearchedKind] | undefined, text: string): SearchHit | null {
  if (!record) return null;
  const { title, text: whole, names = [] } = readingOf(kind, record);
  const [belongsTo] = keysOf(kind, record).refs;
  return { kind, id, at, ...shownOf(title, whole, names.join(" · "), text), belongsTo };
}

function tell(message: FromWorker): void {
  self.postMessage(message);
}
