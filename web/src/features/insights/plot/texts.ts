import { texts } from "../../../i18n";

export const t = texts("plot", {
  view: "Show as",
  plot: "Plot",
  table: "Table",
  nothing: "Nothing to plot in this time yet.",
  total: "Total",
  value: "{name} {count}",
  read: "{title}: read the points with the arrow keys",
  caption: "{title}, in {unit}",
});
