/** Words separated by commas, each once. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(",").map((word) => word.trim()).filter(Boolean))];
}

/** Tags as the server keeps them: in lower case, without their `#`. */
export function tagsOf(text: string): string[] {
  return wordsOf(text.split(",").map((tag) => tag.trim().replace(/^#+/, "").toLowerCase()).join(","));
}
