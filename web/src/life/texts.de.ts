export default {
  area: "life",
  german: {
    undo: "Rückgängig",
    redo: "Wiederholen",
    undone: "Rückgängig gemacht: „{what}“",
    offline: "Dein Server ist nicht erreichbar. Dafür wird er gebraucht; versuch es wieder, sobald du verbunden bist.",
    signedOut: "Du bist abgemeldet. Melde dich wieder an, um das zu sehen.",
    refused: "Dein Server hat abgelehnt: {why}",
    again: "Noch einmal versuchen",
  },
};
