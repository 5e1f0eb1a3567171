export default {
  area: "plot",
  german: {
    view: "Zeigen als",
    plot: "Diagramm",
    table: "Tabelle",
    nothing: "In dieser Zeit gibt es noch nichts zu zeigen.",
    total: "Gesamt",
    value: "{name} {count}",
    read: "{title}: mit den Pfeiltasten von Punkt zu Punkt",
    caption: "{title}, in {unit}",
  },
};
