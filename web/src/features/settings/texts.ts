import { texts } from "../../i18n";

export const t = texts("settings", {
  settings: "Settings",
  noPage: "There is no such page of settings",
  noPageText: "It may have been renamed. All pages are in the list.",
  profile: "Profile",
  understanding: "Understanding",
  models: "Language models",
  anywhere: "Capture from anywhere",
  lock: "App lock",
  devices: "Devices",
  keys: "API keys",
  invitations: "Invitations",
  data: "Your data",
  privacy: "Privacy",
  about: "About",
  changed: "Setting changed",
  copy: "Copy",
});
