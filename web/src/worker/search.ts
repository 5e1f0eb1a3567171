import type { Entry, SearchedKind } from "./entry";
import { wordsOf } from "./folding";
import { slices } from "./slices";

/** What to look for: words that all occur; kinds and times (`until` exclusive, in milliseconds) narrow it. */
export interface Wanted {
  text: string;
  kinds?: readonly SearchedKind[] | undefined;
  since?: number | undefined;
  until?: number | undefined;
  limit: number;
}

export interface Found {
  entry: Entry;
  score: number;
}

const IN_TITLE = 4;
const WHOLE = 2;
const PREFIX = 1;
const MONTH = 30 * 86_400_000;

/** The best entries and how many there are. Without words, everything in the given time, newest first. */
export async function search(
  entries: Iterable<Entry>,
  wanted: Wanted,
  signal: AbortSignal,
  now = Date.now(),
): Promise<{ best: Found[]; total: number }> {
  const words = wordsOf(wanted.text);
  const best = new Best(wanted.limit);
  for await (const slice of slices(entries, signal)) {
    for (const entry of slice) {
      const worth = isAdmitted(entry, wanted) ? worthOf(entry, words) : 0;
      if (worth > 0) best.add({ entry, score: worth + recency(entry.at, now) });
    }
  }
  return { best: best.inOrder(), total: best.total };
}

function isAdmitted({ kind, at }: Entry, { kinds, since, until }: Wanted): boolean {
  return (!kinds || kinds.includes(kind)) && (since === undefined || at >= since) && (until === undefined || at < until);
}

/** 0 where a word is missing; a match in the title outweighs one in the text, a whole word a beginning. */
function worthOf(entry: Entry, words: string[]): number {
  let worth = 1;
  for (const word of words) {
    const here = match(entry, word);
    if (here === 0) return 0;
    worth += here;
  }
  return worth;
}

function match({ words, titleEnd }: Entry, word: string): number {
  const at = words.indexOf(` ${word}`);
  if (at === -1) return 0;
  const whole = words.indexOf(` ${word} `, at);
  if (at < titleEnd) return IN_TITLE * (whole !== -1 && whole < titleEnd ? WHOLE : PREFIX);
  return whole === -1 ? PREFIX : WHOLE;
}

/** Under 1, so that it decides only between equal matches. */
function recency(at: number, now: number): number {
  return 1 / (1.01 + Math.max(0, now - at) / MONTH);
}

/** The best so many of a long row, without sorting all of it. */
class Best {
  total = 0;
  private found: Found[] = [];
  private least = -1;

  constructor(private readonly limit: number) {}

  add(one: Found): void {
    this.total += 1;
    if (one.score <= this.least) return;
    this.found.push(one);
    if (this.found.length >= this.limit * 4) this.prune();
  }

  inOrder(): Found[] {
    this.prune();
    return this.found;
  }

  private prune(): void {
    this.found = this.found.toSorted((a, b) => b.score - a.score || b.entry.at - a.entry.at).slice(0, this.limit);
    if (this.found.length === this.limit) this.least = this.found.at(-1)?.score ?? -1;
  }
}
