export default {
  area: "settings",
  german: {
    settings: "Einstellungen",
    profile: "Profil",
    understanding: "Verstehen",
    models: "Sprachmodelle",
    anywhere: "Von überall festhalten",
    lock: "App-Sperre",
    devices: "Geräte",
    keys: "API-Schlüssel",
    invitations: "Einladungen",
    data: "Deine Daten",
    privacy: "Privatsphäre",
    about: "Über SelfOS",
    changed: "Einstellung geändert",
    copy: "Kopieren",
  },
};
