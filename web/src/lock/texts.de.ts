export default {
  area: "lock",
  german: {
    locked: "Gesperrt",
    lockedTitle: "Gesperrt · SelfOS",
    passphrase: "Passphrase",
    unlock: "Entsperren",
    unlockByPasskey: "Mit deinem Passkey entsperren",
    wrongPassphrase: "Das ist nicht die Passphrase.",
    noPasskey: "Der Passkey hat keinen Schlüssel geliefert. Versuch es noch einmal oder entsperre anders.",
    wait: {
      one: "Das ist nicht die Passphrase. Versuch es in einer Sekunde noch einmal.",
      other: "Das ist nicht die Passphrase. Versuch es in {count} Sekunden noch einmal.",
    },
    finishSealing: "Das Versiegeln der Daten auf diesem Gerät wurde unterbrochen. Entsperre, um es zu beenden.",
    finishUnsealing: "Das Ausschalten der App-Sperre wurde unterbrochen. Entsperre, um es zu beenden.",
    forgotten: "Ich kann nicht entsperren",
    wipe: "Dieses Gerät leeren",
    wipeText:
      "Was gesperrt ist, kann niemand lesen oder wiederherstellen. Du kannst dieses Gerät leeren und dich neu anmelden; dann kommt alles zurück, was dein Server hat.",
    wipeUnsent: {
      one: "Was gesperrt ist, kann niemand lesen oder wiederherstellen. Du kannst dieses Gerät leeren und dich neu anmelden; dein Server gibt zurück, was er hat. Eine Änderung von hier wurde noch nicht gesendet und geht verloren.",
      other:
        "Was gesperrt ist, kann niemand lesen oder wiederherstellen. Du kannst dieses Gerät leeren und dich neu anmelden; dein Server gibt zurück, was er hat. {count} Änderungen von hier wurden noch nicht gesendet und gehen verloren.",
    },
    sealing: "Dieses Gerät wird versiegelt",
    unsealing: "Dieses Gerät wird entsiegelt",
    turningHint: "Bei Tausenden von Einträgen dauert das einige Sekunden. Wird es unterbrochen, geht es beim nächsten Mal weiter.",
    waiting: "Warten, bis andere Tabs und der Abgleich angehalten haben. Schließ die anderen Tabs, falls es länger dauert.",
    turningFailed: "Es ist nicht bis zum Ende gekommen. Was getan ist, bleibt getan; starte neu, um weiterzumachen.",
    again: "Neu starten",
    keys: "App-Sperre",
    lockNow: "Jetzt sperren",
  },
};
