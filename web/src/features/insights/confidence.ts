/** How sure the check is, from the surest; in words for a person. */
const STEPS = [
  { from: 0.95, word: "certain" },
  { from: 0.85, word: "sure" },
  { from: 0.7, word: "likely" },
] as const;

type Sureness = (typeof STEPS)[number]["word"] | "perhaps";

export function surenessOf(confidence: number): Sureness {
  return STEPS.find(({ from }) => confidence >= from)?.word ?? "perhaps";
}

/** In whole hundredths, and never certainty: that nothing but chance was at work cannot be ruled out. */
export function shownShare(confidence: number): number {
  return Math.min(Math.floor(confidence * 100) / 100, 0.99);
}
