import { texts } from "../../i18n";

export const t = texts("keys", {
  shortcuts: "Shortcuts",
  singleKeys: "Keys without Ctrl or ⌘",
  singleKeysHint: "Switch them off if you speak to your device or press keys by chance.",
  or: "or",
  ctrl: "Ctrl",
});
