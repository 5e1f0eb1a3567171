export default {
  area: "task-add",
  german: {
    label: "Aufgabe hinzufügen",
    example: "Anna anrufen tomorrow 6pm #familie !high ~30m",
    add: "Hinzufügen",
    added: "Aufgabe hinzugefügt: {title}",
    understood: "Verstanden",
    drop: "Nicht gemeint: {what}",
    unread: "Dein Server ist nicht erreichbar: Datum und Schlagwörter in der Zeile werden gelesen, sobald er es wieder ist.",
  },
};
