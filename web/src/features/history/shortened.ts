const CONTEXT = 80;

/** A text of which only what is near a change matters: its end before the first, its start after the last, both between. */
export function shortened(text: string, place: "start" | "middle" | "end"): string {
  const most = place === "middle" ? CONTEXT * 2 : CONTEXT;
  if (text.length <= most * 1.5) return text;
  const head = place === "start" ? "" : text.slice(0, CONTEXT);
  const tail = place === "end" ? "" : text.slice(-CONTEXT);
  return `${head} … ${tail}`;
}
