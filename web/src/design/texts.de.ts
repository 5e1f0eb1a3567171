export default {
  area: "design",
  german: {
    titled: "{title} · SelfOS",
    close: "Schließen",
    cancel: "Abbrechen",
    copied: "Kopiert",
    remove: "{what} entfernen",
    notices: "Meldungen",
  },
};
