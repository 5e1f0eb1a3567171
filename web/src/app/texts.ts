import { texts } from "../i18n";

export const t = texts("app", {
  newVersion: "A new version is ready",
  reloadNow: "Load it",
  loading: "One moment …",
  lost: "Not found",
  lostTitle: "There is nothing at this address",
  lostText: "Perhaps it was deleted, or has another address now.",
  toToday: "Go to Today",
  broken: "Something went wrong",
  brokenTitle: "This screen stumbled",
  brokenText: "Nothing you captured is lost. Load it again; if it stumbles once more, go on elsewhere.",
  reload: "Load again",
  failed: "That did not work. Try it again; if it fails once more, load the page anew.",
  notHere: "This part of the app is not on the device yet. Open it again once there is a network.",
  full: "This device has no room left, so nothing more can be kept on it. Make room, then do it again.",
});
