export default {
  area: "design",
  german: {
    titled: "{title} · SelfOS",
    close: "Schließen",
    cancel: "Abbrechen",
    copy: "Kopieren",
    copied: "Kopiert",
    remove: "{what} entfernen",
    notices: "Meldungen",
  },
};
