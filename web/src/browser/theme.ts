import { preference } from "./preference";

export const theme = preference("theme", ["system", "light", "dark"]);

/** Keeps the page in the chosen theme. `public/theme.js` has set it before the first paint. */
export function keepTheme(): void {
  theme.watch(apply);
  apply();
}

function apply(): void {
  const chosen = theme.get();
  const { documentElement: page } = document;
  if (chosen === "system") delete page.dataset["theme"];
  else page.dataset["theme"] = chosen;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    meta.media = chosen === "system" ? `(prefers-color-scheme: ${meta.dataset["theme"]})` : chosen === meta.dataset["theme"] ? "all" : "not all";
  }
}
