import { texts } from "../i18n";

export const t = texts("life", {
  undo: "Undo",
  redo: "Redo",
  undone: "Undone: “{what}”",
  offline: "Your server cannot be reached. This needs it; try again when you are connected.",
  signedOut: "You are signed out. Sign in again to see this.",
  refused: "Your server said no: {why}",
  again: "Try again",
});
