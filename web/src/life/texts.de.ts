export default {
  area: "life",
  german: {
    undo: "Rückgängig",
    redo: "Wiederholen",
    undone: "Rückgängig gemacht: „{what}“",
  },
};
