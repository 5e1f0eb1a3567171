export default {
  area: "settings.privacy",
  german: {
    intro:
      "Was hier steht, gilt für diese Version. Ausführlich steht es in den Dateien docs/security.md und docs/app-privacy.md von SelfOS.",
    server: "Auf deinem Server",
    sealed:
      "Deine Worte werden versiegelt, bevor sie in die Datenbank kommen: Texte, Titel, Notizen, Namen, Schlagwörter, Stimmungen, Lebensbereiche und deine Einstellungen. Wer die Datenbank oder eine Sicherung davon kopiert, kann sie nicht lesen.",
    clear:
      "Lesbar stehen dort Kennungen, Zeiten, Zustände, Prioritäten, Fälligkeiten, Dauern und was zu was gehört. Daraus erfährt man, wann und wie viel du schreibst und wie viele Aufgaben erledigt sind, nicht, wovon sie handeln.",
    running:
      "Der laufende Server kann lesen, was du ihm gibst: Sonst könnte er nicht suchen und keine Aufgaben finden. Wer diese Maschine beherrscht, beherrscht deine Daten.",
    masterKey:
      "Der Schlüssel zu allem liegt im Datenordner des Servers, sofern ihn dessen Betreiber nicht anderswo aufbewahrt. Wer die ganze Platte samt Schlüssel mitnimmt, kann alles lesen.",
    device: "Auf diesem Gerät",
    locked: "App-Sperre ist an",
    unlocked: "App-Sperre ist aus",
    unlockedText:
      "Deine Einträge, noch nicht Gesendetes und deine Anmeldung liegen unversiegelt im Profil dieses Browsers, damit die App auch ohne Verbindung geht. Wer dein Konto auf diesem Gerät benutzen kann oder seine Platte kopiert, kann sie lesen. Verschlüssle die Platte oder schalte die App-Sperre ein.",
    lockedSealed:
      "Deine Einträge, noch nicht Gesendetes und deine Anmeldung sind mit AES-256 versiegelt. Der Schlüssel öffnet sich nur mit deiner Passphrase oder deinem Passkey und bleibt im Speicher, solange die App entsperrt ist.",
    lockedClear:
      "Lesbar stehen dort Kennungen, die Art jedes Eintrags, seine Zeit, ob er offen ist, zu welchen anderen er gehört, in welchem Raum er liegt und wie viel noch zu senden ist; und Vorlieben wie das Farbschema.",
    lockedBefore:
      "Was vor dem Einschalten da war, kann im freien Platz der Platte noch zu finden sein, bis der Browser aufräumt. Dagegen hilft eine verschlüsselte Platte.",
    lockedOpen:
      "Solange sie entsperrt ist, kann jeder alles lesen, der diesen Browser benutzt, und ebenso Erweiterungen, die alle Seiten lesen dürfen.",
    lockOn: "App-Sperre einschalten",
    lockChange: "App-Sperre ändern",
    machine: "Was nie hinausgeht",
    nothing:
      "SelfOS meldet niemandem etwas: keine Statistik, keine Fehler, keine Suche nach Aktualisierungen. Das Modell, das deine Gedanken liest, läuft in deinem Server; andere werden nur gefragt, wo Einstellungen → Sprachmodelle es erlaubt.",
    onlyServer:
      "Diese App spricht nur mit deinem Server, und der Browser ist angewiesen, ihr alles andere zu verweigern. Das Diktieren macht dein Browser: Manche schicken, was du sagst, an ihren Hersteller.",
    keys: "Ein Programm mit einem API-Schlüssel sieht, was du es sehen lässt. Schau deine Schlüssel ab und zu durch.",
  },
};
