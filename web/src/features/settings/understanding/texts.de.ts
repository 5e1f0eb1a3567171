export default {
  area: "settings.understanding",
  german: {
    intro:
      "Dein Server liest, was du festhältst, auf seiner eigenen Maschine: Er findet Aufgaben, Termine, Menschen, Stimmungen und Lebensbereiche. Nichts davon geht an jemand anderen. Was er findet, kannst du berichtigen, und dein Wort gilt.",
    reading: "Lesen",
    autoAnalysis: "Lesen, was ich festhalte",
    autoAnalysisHint: "Ausgeschaltet bleiben Gedanken, wie du sie geschrieben hast. Einzelne kannst du trotzdem lesen lassen.",
    autoTagging: "Schlagwörter ergänzen",
    autoTaggingHint: "Ergänzte Schlagwörter sind von deinen zu unterscheiden.",
    found: "In Gedanken gefundene Aufgaben",
    "mode.off": "Lassen",
    "mode.suggest": "Vorschlagen",
    "mode.automatic": "Gleich anlegen",
    "mode.off.hint": "Gedanken bleiben Gedanken; keine Aufgabe wird vorgeschlagen.",
    "mode.suggest.hint": "Sie warten unter „Heute“, bis du sie annimmst oder verwirfst.",
    "mode.automatic.hint":
      "Wo er sich sicher genug ist, wird die Aufgabe gleich angelegt, und du kannst es rückgängig machen; die anderen warten unter „Heute“.",
    threshold: "Sicher genug heißt",
    atLeast: "mindestens {share} sicher",
    time: "Zeit für Ziele",
    hours: "Stunden pro Woche",
    hoursHint: "Pläne für deine Ziele werden auf diese Zeit verteilt. Lass es leer, wenn du nichts angeben magst.",
    hoursWrong: "Zwischen 0 und {count}.",
    save: "Speichern",
  },
};
