export default {
  area: "settings.about",
  german: {
    server: "Dein Server",
    version: "Version",
    state: "Zustand",
    "state.healthy": "Gesund",
    "state.unhealthy": "Gestört",
    meaning: "Suche nach Bedeutung",
    on: "An",
    off: "Aus",
    address: "Adresse",
    licence: "Lizenz",
    licenceText:
      "SelfOS ist freie Software unter der GNU Affero General Public License, Version 3 oder später: benutze, lies, ändere und teile sie.",
    source: "Wer sie dir über ein Netz anbietet, schuldet dir ihren Quelltext samt Änderungen. Frag, wer diesen Server betreibt.",
    shortcuts: "Tastenkürzel",
    shortcutsShow: "Alle anzeigen",
  },
};
