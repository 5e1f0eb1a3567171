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
    reload: "Neu laden",
  },
};
