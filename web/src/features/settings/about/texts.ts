import { texts } from "../../../i18n";

export const t = texts("settings.about", {
  server: "Your server",
  version: "Version",
  state: "State",
  "state.healthy": "Healthy",
  "state.unhealthy": "Not well",
  meaning: "Search by meaning",
  on: "On",
  off: "Off",
  address: "Address",
  licence: "Licence",
  licenceText: "SelfOS is free software under the GNU Affero General Public License, version 3 or later: use it, read it, change it, share it.",
  source: "Whoever lets you use it over a network owes you its source code, with their changes. Ask whoever runs this server.",
  shortcuts: "Keyboard shortcuts",
  shortcutsShow: "Show all",
});
