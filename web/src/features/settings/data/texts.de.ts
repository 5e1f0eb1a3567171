export default {
  area: "settings.data",
  german: {
    export: "Alles exportieren",
    exportText:
      "Alle deine Einträge in einer JSON-Datei, auf diesem Gerät erstellt, mit dem, was du offline getan hast. Die Datei ist nicht versiegelt: Bewahr sie auf wie ein Tagebuch.",
    exportFilling: "Dieses Gerät wird noch gefüllt; was noch nicht da ist, fehlt in der Datei.",
    exporting: "Die Datei wird geschrieben",
    exportDo: "Exportieren",
    exported: "Alles wurde exportiert",
    exportFailed: "Die Datei konnte nicht geschrieben werden. Ist auf diesem Gerät genug Platz?",
    storage: "Auf diesem Gerät",
    stored: { one: "Ein Eintrag, {size} mitsamt der App.", other: "{count} Einträge, {size} mitsamt der App." },
    isKept: "Der Browser behält alles, bis du es entfernst.",
    keepText: "Wird der Platz knapp, darf der Browser es löschen. Dein Server hat alles außer dem, was noch nicht gesendet wurde.",
    keep: "Den Browser bitten, es zu behalten",
    keepRefused: "Der Browser verspricht das noch nicht. Oft tut er es, sobald die App installiert ist oder öfter benutzt wird.",
    sample: "Beispieldaten",
    sampleText: "Eine erfundene Woche zum Umschauen. Sie ist als solche markiert und verschwindet so leicht, wie sie kam.",
    leave: "Dieses Gerät verlassen",
    leaveText: "Meldet dich ab und entfernt alles von dir aus diesem Browser. Was dein Server hat, bleibt dort.",
    leaveDo: "Abmelden und dieses Gerät leeren",
  },
};
