import { texts } from "../i18n";

export const t = texts("lock", {
  locked: "Locked",
  lockedTitle: "Locked · SelfOS",
  passphrase: "Passphrase",
  unlock: "Unlock",
  unlockByPasskey: "Unlock with your passkey",
  wrongPassphrase: "That is not the passphrase.",
  noPasskey: "The passkey gave no key. Try again, or unlock another way.",
  wait: { one: "That is not the passphrase. Try again in a second.", other: "That is not the passphrase. Try again in {count} seconds." },
  finishSealing: "Sealing what lies on this device was interrupted. Unlock to finish it.",
  finishUnsealing: "Turning off the app lock was interrupted. Unlock to finish it.",
  forgotten: "I cannot unlock it",
  wipe: "Empty this device",
  wipeText:
    "What is locked cannot be read or recovered by anybody. You can empty this device, sign in again, and everything that your server has comes back.",
  wipeUnsent: {
    one: "What is locked cannot be read or recovered by anybody. You can empty this device and sign in again; your server gives back what it has. One thing you did here was not sent yet and will be lost.",
    other:
      "What is locked cannot be read or recovered by anybody. You can empty this device and sign in again; your server gives back what it has. {count} things you did here were not sent yet and will be lost.",
  },
  sealing: "Sealing this device",
  unsealing: "Unsealing this device",
  turningHint: "This takes a few seconds for thousands of records. If it is interrupted, it goes on the next time.",
  waiting: "Waiting until other tabs and sync have stopped. If this takes long, close the other tabs.",
  turningFailed: "It did not get to the end. What is done is done; start again to go on.",
  again: "Start again",
  keys: "App lock",
  lockNow: "Lock now",
});
