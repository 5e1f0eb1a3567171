import type { Texts } from "./text";

interface Translation {
  area: string;
  german: Texts;
}

/** Every `texts.de.ts` of the app: `export default { area: "tasks", german: {...} }`. */
const files = import.meta.glob<{ default: Translation }>("../**/texts.de.ts", { eager: true });

export const german: Record<string, Texts> = Object.fromEntries(Object.values(files).map(({ default: { area, german: texts } }) => [area, texts]));
