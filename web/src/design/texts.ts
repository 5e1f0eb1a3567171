import { texts } from "../i18n";

export const t = texts("design", {
  titled: "{title} · SelfOS",
  close: "Close",
  cancel: "Cancel",
  copy: "Copy",
  copied: "Copied",
  remove: "Remove {what}",
  notices: "Notices",
});
