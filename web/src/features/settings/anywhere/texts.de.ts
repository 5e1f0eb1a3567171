export default {
  area: "settings.anywhere",
  german: {
    intro:
      "Halte einen Gedanken fest, ohne die App zu öffnen: aus dem Teilen-Menü deines Telefons, mit der Stimme, von jeder Webseite, aus einem Skript.",
    key: "Ein Schlüssel zum Festhalten",
    keyText:
      "Kurzbefehle und Skripte brauchen einen Schlüssel. Dieser kommt an deine Gedanken heran und an sonst nichts; widerrufen kannst du ihn unter „API-Schlüssel“.",
    keyDo: "Schlüssel anlegen",
    keyName: "Von überall festhalten",
    keyMade: "Das ist dein Schlüssel; er wird nur dieses eine Mal gezeigt. Unten steht er schon in den Rezepten, fertig zum Kopieren.",
    yourKey: "DEIN_SCHLÜSSEL",
    iphone: "iPhone und iPad: ein Kurzbefehl",
    iphoneText: "Geht aus dem Teilen-Menü, vom Home-Bildschirm, mit der Aktionstaste und mit „Hey Siri, Festhalten“.",
    "iphone.1": "Öffne „Kurzbefehle“, tippe auf + und nenne den Kurzbefehl „Festhalten“.",
    "iphone.2": "Schalte in seinen Details „Im Share-Sheet anzeigen“ ein. Wähle unter „Wenn keine Eingabe vorliegt“ „Anfordern“ und „Text“.",
    "iphone.3": "Füge „Inhalte von URL abrufen“ hinzu und gib die Adresse von unten ein.",
    "iphone.4": "Öffne die Details: Methode POST; ein Header mit dem Namen Authorization und der Zeile von unten als Wert.",
    "iphone.5":
      "Haupttext der Anfrage: JSON, mit einem Textfeld namens content und dem Wert „Kurzbefehleingabe“ und einem Textfeld namens source mit dem Wert shortcut.",
    "iphone.6": "Füge „Mitteilung anzeigen“ mit dem Text „Festgehalten“ hinzu. Teile etwas damit: Einen Moment später steht es unter „Gedanken“.",
    address: "Adresse",
    header: "Wert des Headers",
    bearer: "Bearer {key}",
    thisMachine:
      "Du hast die App unter einer Adresse geöffnet, die nur dieser Computer kennt. Nimm auf dem Telefon die Adresse, unter der es diesen Server erreicht.",
    android: "Android: das Teilen-Menü",
    "android.1": "Öffne diese App in Chrome und installiere sie: Menü, „Zum Startbildschirm hinzufügen“, „Installieren“.",
    "android.2": "Tippe in irgendeiner App auf „Teilen“ und wähle SelfOS. Der Text öffnet sich hier, bereit zum Speichern, auch ohne Verbindung.",
    "android.3": "Halte das Symbol der App gedrückt und zieh „Festhalten“ auf den Startbildschirm: Dann ist es einen Fingertipp entfernt.",
    bookmark: "Jeder Browser: ein Lesezeichen",
    bookmarkText:
      "Behält die Seite, die du liest: Titel, Adresse und was du markiert hast. Es öffnet ein kleines Fenster und führt auf der Seite nichts aus.",
    bookmarkName: "In SelfOS festhalten",
    bookmarkDrag: "Zieh es in deine Lesezeichenleiste und klick es dort an.",
    bookmarkByHand: "Oder leg ein Lesezeichen an und setz das hier an die Stelle seiner Adresse:",
    script: "Skripte: eine Zeile",
    scriptText: "Mit curl oder allem, was HTTP spricht.",
  },
};
