import { texts } from "../../../i18n";

export const t = texts("settings.data", {
  export: "Export everything",
  exportText:
    "All your records in one JSON file, made on this device, with what you did offline. The file is not sealed: keep it where you would keep a diary.",
  exportFilling: "This device is still being filled; the file will lack what has not arrived yet.",
  exporting: "Writing the file",
  exportDo: "Export",
  exported: "Everything was exported",
  exportFailed: "The file could not be written. Is there enough space on this device?",
  storage: "On this device",
  stored: { one: "One record, {size} with the app itself.", other: "{count} records, {size} with the app itself." },
  isKept: "The browser keeps it until you remove it.",
  keepText: "The browser may clear it when space gets short. Your server has everything but what was not sent yet.",
  keep: "Ask the browser to keep it",
  keepRefused: "The browser does not promise that yet. It often does once the app is installed or used more.",
  sample: "Sample data",
  sampleText: "A made-up week to look around in. It is marked as such, and goes as easily as it came.",
  leave: "Leave this device",
  leaveText: "Signs you out and removes everything of yours from this browser. What your server has stays there.",
  leaveDo: "Sign out and empty this device",
});
