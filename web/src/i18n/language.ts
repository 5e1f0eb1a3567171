import { useSyncExternalStore } from "react";
import { preference } from "../browser/preference";
import { currentLocale, speak } from "./index";

export const language = preference("language", ["system", "en", "de"]);

const watchers = new Set<() => void>();

/** Speaks the chosen language from now on, also when another one is chosen. */
export async function speakChosen(): Promise<void> {
  language.watch(() => void speakAs(language.get()));
  await speakAs(language.get());
}

/** The locale that everything is shown in; whoever draws texts once must draw them again when it changes. */
export function useLocale(): string {
  return useSyncExternalStore((changed) => {
    watchers.add(changed);
    return () => watchers.delete(changed);
  }, currentLocale);
}

async function speakAs(chosen: ReturnType<typeof language.get>): Promise<void> {
  await speak(localeOf(chosen, navigator.language));
  document.documentElement.lang = currentLocale();
  for (const watcher of watchers) watcher();
}

/** What is chosen, in the region of the browser: English in Germany still writes 14:30. */
export function localeOf(chosen: "system" | "en" | "de", browsers: string): string {
  const { language: spoken, region } = new Intl.Locale(browsers);
  const wanted = chosen === "system" ? (spoken === "de" ? "de" : "en") : chosen;
  return region ? `${wanted}-${region}` : wanted;
}
