import { texts } from "../../i18n";

export const t = texts("palette", {
  act: "Do",
  changes: "Latest changes",
  searchAll: "Search everything for “{text}”",
  findPlaceholder: "A word, a place, an act",
  "theme.system": "Colours as the device has them",
  "theme.light": "Light colours",
  "theme.dark": "Dark colours",
});
