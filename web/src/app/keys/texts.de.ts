export default {
  area: "keys",
  german: {
    shortcuts: "Tastenkürzel",
    singleKeys: "Tasten ohne Strg oder ⌘",
    singleKeysHint: "Schalte sie aus, wenn du mit deinem Gerät sprichst oder Tasten aus Versehen drückst.",
    or: "oder",
    ctrl: "Strg",
  },
};
