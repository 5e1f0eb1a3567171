export default {
  area: "design",
  german: {
    titled: "{title} · SelfOS",
    close: "Schließen",
    cancel: "Abbrechen",
    remove: "{what} entfernen",
    notices: "Meldungen",
  },
};
