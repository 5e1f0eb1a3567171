import { texts } from "../i18n";

export const t = texts("life", {
  undo: "Undo",
  redo: "Redo",
  undone: "Undone: “{what}”",
});
