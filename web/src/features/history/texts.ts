import { texts } from "../../i18n";

export const t = texts("history", {
  title: "History",
});
