import { texts } from "../../i18n";

export const t = texts("settings", {
  settings: "Settings",
  profile: "Profile",
  understanding: "Understanding",
  anywhere: "Capture from anywhere",
  lock: "App lock",
  devices: "Devices",
  keys: "API keys",
  invitations: "Invitations",
  data: "Your data",
  privacy: "Privacy",
  about: "About",
  offline: "Your server cannot be reached. This needs it; try again when you are connected.",
  signedOut: "You are signed out. Sign in again to see this.",
  refused: "Your server said no: {why}",
  again: "Try again",
  changed: "Setting changed",
  copy: "Copy",
});
