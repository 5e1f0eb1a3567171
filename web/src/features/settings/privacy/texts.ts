import { texts } from "../../../i18n";

export const t = texts("settings.privacy", {
  intro: "What is written here holds for this version. The files docs/security.md and docs/app-privacy.md of SelfOS say it at length.",
  server: "On your server",
  sealed:
    "Your words are sealed before they reach the database: texts, titles, notes, names, tags, moods, areas of life, and your settings. Whoever copies the database, or a backup of it, cannot read them.",
  clear:
    "In clear stand ids, times, statuses, priorities, due days, durations and which record belongs to which. From them one learns when and how much you write and how many tasks are done, not what they are about.",
  running: "The running server can read what you give it: it has to, to search and to find tasks. Whoever controls that machine controls your data.",
  masterKey: "The key to it all lies in the server’s data folder, unless whoever runs it keeps it elsewhere. Who takes the whole disk with the key on it can read everything.",
  device: "On this device",
  locked: "App lock is on",
  unlocked: "App lock is off",
  unlockedText:
    "Your records, what was not sent yet and your sign-in lie unsealed in this browser’s profile, so that the app works without a connection. Whoever can use your account on this device, or copies its disk, can read them. Encrypt the disk, or turn on the app lock.",
  lockedSealed:
    "Your records, what was not sent yet and your sign-in are sealed with AES-256. The key opens with your passphrase or passkey only and is kept in memory while the app is unlocked.",
  lockedClear:
    "In clear stand ids, the kind of each record, its time, whether it is open, which others it belongs to, which space it is in, and how much waits to be sent; and choices such as the theme.",
  lockedBefore: "What was there before you turned it on may be found in the free space of the disk until the browser tidies up. Encrypting the disk helps against that.",
  lockedOpen: "While it is unlocked, whoever uses this browser can read everything, and so can extensions that may read all pages.",
  lockOn: "Turn on the app lock",
  lockChange: "Change the app lock",
  machine: "What never leaves",
  nothing: "SelfOS reports nothing to anybody: no statistics, no errors, no search for updates. The model that reads your thoughts runs inside your server; others are asked only where Settings → Language models allows it.",
  onlyServer: "This app talks to your server alone, and the browser is told to refuse it anything else. Dictation is your browser’s: some send what you say to their maker.",
  keys: "A program with an API key sees what you let it see. Look through your keys now and then.",
});
