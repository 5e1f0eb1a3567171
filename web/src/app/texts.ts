import { texts } from "../i18n";

export const t = texts("app", {
  newVersion: "A new version is ready",
  reloadNow: "Load it",
  loading: "One moment …",
  lostTitle: "There is nothing here",
  lostText: "The address leads nowhere. What you look for may have another one now.",
  toToday: "Go to Today",
  brokenTitle: "This screen stumbled",
  brokenText: "Nothing you captured is lost. Load it again; if it stumbles once more, go on elsewhere.",
  reload: "Load again",
});
