import { folded, UNSPACED, wordsOf } from "./folding";

/** Where a match begins and ends in a text, in its own places. */
export type Mark = [number, number];

export interface Marked {
  text: string;
  marks: Mark[];
}

const NOTHING: Marked = { text: "", marks: [] };
const LONGEST = 200;
const LEAD = 40;
/** No such sign comes before the radicals of Han. */
const FIRST_UNSPACED = "\u2e80";

/** The whole text with the beginnings of words that match. */
export function marked(text: string, query: string): Marked {
  return { text, marks: marksIn(text, wordsOf(query)) };
}

/** The part of a text that shows best why it was found: that with the most matches, begun at a word. */
export function snippet(text: string, query: string): Marked {
  const flat = text.replace(/\s+/g, " ").trim();
  const marks = marksIn(flat, wordsOf(query));
  if (flat.length <= LONGEST) return { text: flat, marks };
  const start = bestStart(flat, marks);
  const end = start + LONGEST;
  const head = start > 0 ? "… " : "";
  const shift = head.length - start;
  const inside = marks.filter(([from, to]) => from >= start && to <= end);
  return {
    text: `${head}${flat.slice(start, end)}${end < flat.length ? " …" : ""}`,
    marks: inside.map(([from, to]) => [from + shift, to + shift]),
  };
}

/** How a record is shown that was found: its title, or else its text; beneath it what explains best why it was found. */
export function shownOf(title: string, text: string, names: string, query: string): { title: Marked; snippet: Marked } {
  const body = snippet(text, query);
  const named = body.marks.length === 0 ? snippet(names, query) : NOTHING;
  const reason = named.marks.length > 0 ? named : NOTHING;
  return title ? { title: marked(title, query), snippet: reason.text ? reason : body } : { title: body, snippet: reason };
}

function bestStart(text: string, marks: Mark[]): number {
  const within = (from: number): number => marks.filter(([at]) => at >= from && at < from + LONGEST - LEAD).length;
  const best = marks.toSorted(([a], [b]) => within(b) - within(a) || a - b)[0];
  if (!best) return 0;
  const wished = Math.min(Math.max(0, best[0] - LEAD), text.length - LONGEST);
  return wished === 0 ? 0 : text.lastIndexOf(" ", wished) + 1;
}

/** The words are looked for in the folded text, and told as places of the text itself. */
function marksIn(text: string, words: string[]): Mark[] {
  if (words.length === 0) return [];
  const { plain, places } = withPlaces(text);
  const marks: Mark[] = [];
  for (const word of words) {
    for (let at = plain.indexOf(` ${word}`); at !== -1; at = plain.indexOf(` ${word}`, at + 1)) {
      marks.push([places[at + 1] ?? 0, places[at + 1 + word.length] ?? text.length]);
    }
  }
  return merged(marks);
}

/** The folded text, and for each of its letters where it stands in the text. */
function withPlaces(text: string): { plain: string; places: number[] } {
  let plain = " ";
  const places = [0];
  let place = 0;
  const add = (letters: string, at: number): void => {
    plain += letters;
    for (let i = 0; i < letters.length; i += 1) places.push(at);
  };
  for (const letter of text) {
    const unspaced = letter >= FIRST_UNSPACED && UNSPACED.test(letter);
    if (unspaced) add(" ", place);
    add(lettersOf(letter), place);
    place += letter.length;
    if (unspaced) add(" ", place);
  }
  return { plain, places: [...places, place] };
}

const letters = new Map<string, string>();

function lettersOf(letter: string): string {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const found = /\p{M}/u.test(letter) ? "" : folded(letter).trim() || " ";
  letters.set(letter, found);
  return found;
}

function merged(marks: Mark[]): Mark[] {
  const all: Mark[] = [];
  for (const [from, to] of marks.toSorted(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
