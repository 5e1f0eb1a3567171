export default {
  area: "palette",
  german: {
    act: "Tun",
    changes: "Letzte Änderungen",
    searchAll: "Überall nach „{text}“ suchen",
    findPlaceholder: "Ein Wort, ein Ort, eine Handlung",
    "theme.system": "Farben wie das Gerät",
    "theme.light": "Helle Farben",
    "theme.dark": "Dunkle Farben",
  },
};
