/** What another app shares, as the share target of the manifest sends it: the parts that say something, each once. */
export function sharedText(search: string): string {
  const given = new URLSearchParams(search);
  const parts = new Set(["title", "text", "url"].map((name) => given.get(name)?.trim() ?? ""));
  return [...parts].filter((part) => part && ![...parts].some((other) => other !== part && other.includes(part))).join("\n");
}
