import { texts } from "../../../i18n";

export const t = texts("settings.devices", {
  intro: "Where you are signed in. Sign a device out that you no longer use or do not recognise; if you do not recognise it, change your password too.",
  signedIn: "Signed in",
  this: "This device",
  used: "Used {ago} · signed in {since}",
  from: "Last seen at {address}",
  on: "{browser} on {system}",
  unknown: "A device",
  end: "Sign out",
  endNamed: "Sign out {name}",
  endTitle: "Sign out this device?",
  endText: "It has to sign in again. What lies on it stays there until then.",
  endOthers: "Sign out all others",
  endOthersText: "All your devices but this one have to sign in again.",
  ended: { one: "One device was signed out", other: "{count} devices were signed out" },
});
