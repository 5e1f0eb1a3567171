import type { Records } from "../../device/kinds";
import type { IconName } from "../../design";

export type Source = Records["source"];
export type Bringing = Records["source_import"];

export const FORMAT_ICONS: Record<Source["format"], IconName> = { markdown: "file-text", pdf: "book-open", web: "globe", text: "list" };

/** Those whose title or tags hold every word. */
export function matching(sources: readonly Source[], text: string): Source[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return sources.filter(({ title, tags }) => {
    const said = [title, ...tags].join(" ").toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** How far a bringing-in is, 0 to 1. */
export function shareOf({ done, total }: Bringing): number {
  return total > 0 ? Math.min(1, done / total) : 0;
}

/** The text of a part, without the Markdown heading that names its place: that stands above it already. */
export function beneath(place: string | null, text: string): string {
  const [first = "", ...rest] = text.split("\n");
  return place && first.replace(/^#+\s+/, "").trim() === place ? rest.join("\n").trim() : text;
}
