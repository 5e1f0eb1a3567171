export default {
  area: "settings.devices",
  german: {
    intro:
      "Hier bist du angemeldet. Melde Geräte ab, die du nicht mehr benutzt oder nicht kennst; kennst du eines nicht, ändere auch dein Passwort.",
    signedIn: "Angemeldet",
    this: "Dieses Gerät",
    used: "Benutzt {ago} · angemeldet {since}",
    from: "Zuletzt gesehen unter {address}",
    on: "{browser} auf {system}",
    unknown: "Ein Gerät",
    end: "Abmelden",
    endNamed: "{name} abmelden",
    endTitle: "Dieses Gerät abmelden?",
    endText: "Es muss sich neu anmelden. Was darauf liegt, bleibt bis dahin dort.",
    endOthers: "Alle anderen abmelden",
    endOthersText: "Alle deine Geräte außer diesem müssen sich neu anmelden.",
    ended: { one: "Ein Gerät wurde abgemeldet", other: "{count} Geräte wurden abgemeldet" },
  },
};
