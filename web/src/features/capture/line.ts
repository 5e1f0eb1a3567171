/** What the server reads of a task's text; the rest of the text stands in its notes. */
const LONGEST = 500;

/** What a thought, or the notes of a task, may hold at most, in bytes of UTF-8. */
const MOST_BYTES = 100_000;
const BYTES_PER_UNIT = 3;

const WORD = /[\p{L}\p{N}_]/u;

/** The line that becomes the task: the first one that says something, with the parts in it that are meant literally. */
export function lineOf(text: string, dropped: string[] = []): string {
  const line = text.trim().split("\n", 1)[0]?.trim() ?? "";
  const read = dropped.reduce(literally, line);
  return read.length <= LONGEST ? read : line;
}

export function isReadable(line: string): boolean {
  return line !== "" && line.length <= LONGEST;
}

export function isTooLong(text: string): boolean {
  return text.length * BYTES_PER_UNIT > MOST_BYTES && new TextEncoder().encode(text).length > MOST_BYTES;
}

/** A title that fits, where the line is not read. */
export function titleOf(line: string): string {
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

/** A backslash before each word of the part: it is then read as it stands. */
function literally(line: string, part: string): string {
  const start = placeOf(line, part);
  if (start < 0) return line;
  const words = part.replace(/\S+/g, (word) => `\\${word}`);
  return line.slice(0, start) + words + line.slice(start + part.length);
}

/** Where the part stands by itself, not inside another word. */
function placeOf(line: string, part: string): number {
  for (let at = line.indexOf(part); at >= 0; at = line.indexOf(part, at + 1)) {
    if (isEdge(line[at - 1], part.at(0)) && isEdge(line[at + part.length], part.at(-1))) return at;
  }
  return -1;
}

function isEdge(outside: string | undefined, inside: string | undefined): boolean {
  return !outside || !inside || !WORD.test(outside) || !WORD.test(inside);
}
