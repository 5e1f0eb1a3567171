import { Device } from "../device/device";
import { keysOf } from "../device/kinds";
import { enter, onDismissed } from "../device/vault-ring";
import { readingOf } from "./entry";
import type { Answer, FromWorker, Question, QuestionName, SearchHit, ToWorker } from "./messages";
import { rollup } from "./rollups";
import { type Found, search, type Wanted } from "./search";
import { Shelf } from "./shelf";
import { marked, snippet } from "./snippet";

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
  const entries = await (await shelf).entries();
  if (name === "rollup") return rollup(entries, given.name, given.range, signal);
  const { best, total } = await search(entries, given, signal);
  const hits = await Promise.all(best.map((found) => hitOf(found, given)));
  return { hits: hits.filter((hit) => hit !== null), total };
}

/** Its words as they stand now; null where it has gone since. */
async function hitOf({ entry: { kind, id, at } }: Found, { text }: Wanted): Promise<SearchHit | null> {
  const record = await (await shelf).record(kind, id);
  if (!record) return null;
  const { title, text: whole, names = [] } = readingOf(kind, record);
  const [belongsTo] = keysOf(kind, record).refs;
  const below = [whole, names.join(" · ")].map((part) => snippet(part, text));
  const telling = below.find(({ marks }) => marks.length > 0) ?? below[0];
  return { kind, id, at, title: marked(title, text), snippet: telling ?? snippet(whole, text), belongsTo };
}

function tell(message: FromWorker): void {
  self.postMessage(message);
}
