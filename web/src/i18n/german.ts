import type { Texts } from "./index";

interface Translation {
  area: string;
  german: Texts;
}

/** Every `texts.de.ts` of the app: `export default { area: "tasks", german: {...} }`. */
const files = import.meta.glob<{ default: Translation }>("../**/texts.de.ts");

export default async function loadGerman(): Promise<Record<string, Texts>> {
  const loaded = await Promise.all(Object.values(files).map((load) => load()));
  return Object.fromEntries(loaded.map(({ default: { area, german } }) => [area, german]));
}
