import { useSyncExternalStore } from "react";
import { preference, usePreference } from "./preference";

/** Chromium's offer to install the app, in no standard yet. */
interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: "accepted" | "dismissed" }>;
}

/** How the app can be put on the home screen: by our button, by the person's own hand, or it is there (or cannot be). */
export type Installing = "offered" | "by-hand" | "none";

export const installHint = preference("install-hint", ["shown", "dismissed"]);

let offer: InstallPrompt | undefined;
const watchers = new Set<() => void>();

/** Listens for the browser's offer: it comes once, early. */
export function awaitInstallOffer(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    keep(event as InstallPrompt);
  });
  window.addEventListener("appinstalled", () => keep(undefined));
}

/** Asks the person; whether they said yes. */
export async function install(): Promise<boolean> {
  const answer = await offer?.prompt();
  keep(undefined);
  return answer?.outcome === "accepted";
}

export function useInstalling(): Installing {
  return useSyncExternalStore(watch, installing);
}

/** Whether there is a way to install that the person has not waved away. */
export function useInstallHint(): boolean {
  const isOpen = usePreference(installHint) === "shown";
  return useInstalling() !== "none" && isOpen;
}

function installing(): Installing {
  if (offer) return "offered";
  return isIos() && !isInstalled() ? "by-hand" : "none";
}

function isInstalled(): boolean {
  return matchMedia("(display-mode: standalone)").matches;
}

/** An iPad calls itself a Mac, but no Mac has a touch screen. */
function isIos(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
}

function keep(event: InstallPrompt | undefined): void {
  offer = event;
  for (const watcher of watchers) watcher();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
