/** What another app shares, as the share target of the manifest sends it: the parts that say something, each once. */
export function sharedText(search: string): string {
  const given = new URLSearchParams(search);
  const [title, text, url] = ["title", "text", "url"].map((name) => given.get(name)?.trim() ?? "");
  const parts = [title, text, url].filter((part, place, all) => part && !all.slice(place + 1).some((later) => later?.includes(part)));
  return parts.join("\n");
}
