import { texts } from "./index";

export const t = texts("i18n", {
  atTime: "{day}, {time}",
  minutes: "{count} min",
  hours: "{count} h",
  hoursMinutes: "{hours} h {minutes} min",
  justNow: "just now",
});
