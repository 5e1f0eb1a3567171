import type { IconName } from "../../design";
import { openCapture } from "../../features/capture";
import { theme } from "../../browser/theme";
import { plain } from "../../worker";
import { PLACES } from "../places";
import { t as shell } from "../shell/texts";
import { t } from "./texts";

/** One thing that the palette offers. */
export interface Offer {
  key: string;
  icon: IconName;
  label: string;
  /** What it is, beside its label. */
  about: string;
  run: () => void;
}

/** What can be done from anywhere. */
export function commands(go: (path: string) => void): Offer[] {
  const places = PLACES.map(({ name, icon, path }) => ({
    key: name,
    icon,
    label: shell(`place.${name}`),
    about: shell("keysGo"),
    run: () => go(path),
  }));
  const changes: Offer = { key: "changes", icon: "history", label: t("changes"), about: shell("keysGo"), run: () => go("/history") };
  const capture: Offer = { key: "capture", icon: "plus", label: shell("keyCapture"), about: t("act"), run: openCapture };
  const themes: Offer[] = (["light", "dark", "system"] as const).map((value) => ({
    key: value,
    icon: value === "light" ? "sun" : value === "dark" ? "moon" : "monitor",
    label: t(`theme.${value}`),
    about: t("act"),
    run: () => theme.choose(value),
  }));
  return [capture, ...places, changes, ...themes];
}

/** Those that hold every word of the text, in any case and with or without accents; what begins so comes first. */
export function matching(offers: readonly Offer[], text: string): Offer[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const found = offers.filter(({ label, about }) => words.every((word) => plain(`${about} ${label}`).includes(word)));
  return found.toSorted((a, b) => Number(begins(b, text)) - Number(begins(a, text)));
}

function begins({ label }: Offer, text: string): boolean {
  return plain(label).startsWith(plain(text));
}
