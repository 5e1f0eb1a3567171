export default {
  area: "app",
  german: {
    newVersion: "Eine neue Version ist bereit",
    reloadNow: "Laden",
    loading: "Einen Moment …",
    lostTitle: "Hier ist nichts",
    lostText: "Die Adresse führt nirgendwohin. Vielleicht hat das Gesuchte jetzt eine andere.",
    toToday: "Zu Heute",
    brokenTitle: "Diese Ansicht ist gestolpert",
    brokenText: "Nichts Festgehaltenes ist verloren. Lade sie neu; stolpert sie wieder, mach woanders weiter.",
    reload: "Neu laden",
  },
};
