export default {
  area: "app",
  german: {
    newVersion: "Eine neue Version ist bereit",
    reloadNow: "Laden",
    loading: "Einen Moment …",
    lost: "Nicht gefunden",
    lostTitle: "Unter dieser Adresse ist nichts",
    lostText: "Vielleicht wurde es gelöscht oder hat jetzt eine andere Adresse.",
    toToday: "Zu Heute",
    broken: "Etwas ist schiefgegangen",
    brokenTitle: "Diese Ansicht ist gestolpert",
    brokenText: "Nichts Festgehaltenes ist verloren. Lade sie neu; stolpert sie wieder, mach woanders weiter.",
    failed: "Das hat nicht geklappt. Versuch es noch einmal; geht es wieder nicht, lade die Seite neu.",
    notHere: "Dieser Teil der App ist noch nicht auf dem Gerät. Öffne ihn noch einmal, sobald es ein Netz gibt.",
    full: "Auf diesem Gerät ist kein Platz mehr, darum kann es nichts weiter behalten. Schaff Platz und versuch es dann noch einmal.",
    reload: "Neu laden",
  },
};
