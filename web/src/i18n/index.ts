import type { Text, Texts } from "./text";

export type Values = Record<string, string | number>;

interface Catalogue {
  area: string;
  english: Texts;
}

let locale = "en";
let translated: Record<string, Texts> = {};

/** The language of the app with the person's region, by which dates and numbers are written: "en-GB". */
export function currentLocale(): string {
  return locale;
}

/** Load a language before anything is drawn. English is built in; what another language lacks stays English. */
export async function speak(wanted: string): Promise<void> {
  translated = wanted.startsWith("de") ? (await import("./german")).german : {};
  locale = wanted;
}

/** The texts of one area of the app: `const t = texts("tasks", {...})`, then `t("added", { count: 2 })`. */
export function texts<T extends Texts>(area: string, english: T): (key: keyof T & string, values?: Values) => string {
  const catalogue: Catalogue = { area, english };
  return (key, values = {}) => filled(lookedUp(catalogue, key), values);
}

function lookedUp({ area, english }: Catalogue, key: string): Text {
  return translated[area]?.[key] ?? english[key] ?? key;
}

function filled(text: Text, values: Values): string {
  const form = typeof text === "string" ? text : text[isOne(values["count"]) ? "one" : "other"];
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => shown(values[name]) ?? whole);
}

function isOne(count: string | number | undefined): boolean {
  return new Intl.PluralRules(locale).select(Number(count ?? 1)) === "one";
}

function shown(value: string | number | undefined): string | undefined {
  return typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value;
}
