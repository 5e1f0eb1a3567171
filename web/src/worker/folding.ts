/** Letters that Unicode does not take apart, as people type them who lack the key. */
const ALONE: Record<string, string> = { ς: "σ", ß: "ss", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", æ: "ae", œ: "oe", þ: "th" };
const STANDING_ALONE = new RegExp(`[${Object.keys(ALONE).join("")}]`, "g");
const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
/** Signs of scripts that put no space between words: each stands for itself. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const EACH_UNSPACED = new RegExp(UNSPACED, "gu");

/** Without case and diacritics. */
export function plain(text: string): string {
  const small = text.toLowerCase();
  if (ASCII.test(small)) return small;
  return small.normalize("NFKD").replace(MARKS, "").replace(STANDING_ALONE, (letter) => ALONE[letter] ?? letter);
}

/** The words of a text, each with a space before and after it, so that a word's start and end can be looked for. */
export function folded(text: string): string {
  return ` ${plain(text).replace(EACH_UNSPACED, " $& ").replace(BETWEEN_WORDS, " ").trim()} `;
}

const MOST_WORDS = 12;

/** The words to look for, each once. */
export function wordsOf(text: string): string[] {
  const words = folded(text).split(" ").filter(Boolean);
  return [...new Set(words)].slice(0, MOST_WORDS);
}
